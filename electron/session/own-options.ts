import { metricOf } from '../analytics';
import type { MetricDeclaration, Options, Run } from '../analytics/metric';
import { settingsUnder } from '../model/settings';
import type { Ground } from './answer';

const ofSteps = ['stage-conversion', 'stage-conversion-by-value'];

/** A question's options with what it does not say as the workspace has it: its own defaults, the funnel's steps those of the shown rungs that its stages stand on, and a step's own window. */
export function workspaceOptions(
  id: string,
  asked: Options,
  { settings, rungs }: Pick<Ground, 'settings' | 'rungs'>,
): Options {
  const steps = settings.shown_rungs.split(',').filter((rung) => rungs.has(rung));
  const chosen: Options = {
    ...(ofSteps.includes(id) && steps.length >= 2 ? { steps: steps.join(',') } : {}),
    ...Object.fromEntries(settingsUnder(settings, `option.${id}.`)),
    ...asked,
  };
  const { options } = metricOf(id);
  const window = settingsUnder(settings, 'window.').get(
    `${chosen['from'] ?? options['from']?.default}.${chosen['to'] ?? options['to']?.default}`,
  );
  return window !== undefined && options['window'] && asked['window'] === undefined ? { ...chosen, window } : chosen;
}

/** A metric's runs; a step of several has its own window where the workspace has one for it and the question names none. */
export function runsOf(
  metric: MetricDeclaration,
  options: Options,
  asked: Options,
  { settings }: Pick<Ground, 'settings'>,
): readonly Run[] {
  const windows = settingsUnder(settings, 'window.');
  return metric.runs(options, settings).map((run) => {
    const window = windows.get(`${run.options['from']}.${run.options['to']}`);
    return window === undefined || asked['window'] !== undefined
      ? run
      : { ...run, options: { ...run.options, window } };
  });
}
