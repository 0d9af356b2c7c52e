import type { Asked } from '../../frame/measure';
import { useAsked } from '../../frame/measure';
import { useChoice } from '../../state/choices';
import { maturePeriod } from '../../state/period';
import { useQuestion } from '../../state/question';
import { useAsOfDay, useCalendar, usePeriod } from '../../state/use-period';
import { useWorkspace } from '../../state/workspace';

/** The steps as text and how to choose others; until somebody chose, only those that stages of the company stand on. */
export function useSteps(): readonly [string, (steps: string) => void] {
  const [text, choose] = useChoice('journey.steps');
  const isChosen = useQuestion(({ asked }) => asked.choices['journey.steps'] !== undefined);
  const rungs = useWorkspace(({ workspace }) => workspace?.rungs) ?? [];
  const taken = text.split(',').filter((step) => rungs.includes(step));
  return [isChosen || taken.length < 2 ? text : taken.join(), choose];
}

/** The journey that is asked about and its answer; the latest period whose journeys have had their window. */
export function useJourney(): Asked & { readonly steps: readonly string[] } {
  const [steps] = useSteps();
  const [order] = useChoice('journey.order');
  const [window] = useChoice('journey.window');
  const [exclude] = useChoice('journey.exclude');
  const [over] = useChoice('journey.over');
  const days = window === 'inf' ? 0 : Number.parseInt(window, 10);
  const chosen = usePeriod();
  const period = maturePeriod(chosen, useCalendar(), useAsOfDay(), days);
  const list = steps.split(',');
  const barred = exclude === '' ? '' : `${exclude}:0:${list.length - 1}`;
  const asked = useAsked('journey', { steps, order, window, over, exclude: barred }, [], period);
  return { ...asked, steps: list };
}
