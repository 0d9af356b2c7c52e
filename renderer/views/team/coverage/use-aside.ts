import { useChoice } from '../../../state/choices';
import { usePeriod } from '../../../state/use-period';

/** What was set aside for the period on screen; both ways are steps that undo takes back. */
export interface Aside {
  readonly keys: ReadonlySet<string>;
  readonly put: (keys: readonly string[]) => void;
  readonly clear: () => void;
}

/** What is set aside, kept in the question by period. */
export function useAside(): Aside {
  const [kept, keep] = useChoice('coverage.aside');
  const period = `${JSON.stringify(usePeriod())} `;
  const entries = kept.split('\n').filter(Boolean);
  const own = entries.filter((entry) => entry.startsWith(period));
  return {
    keys: new Set(own.map((entry) => entry.slice(period.length))),
    put: (keys) => keep([...entries, ...keys.map((key) => `${period}${key}`)].join('\n')),
    clear: () => keep(entries.filter((entry) => !entry.startsWith(period)).join('\n')),
  };
}
