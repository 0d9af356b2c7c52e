import { useQuestion } from '../state/question';
import { useWords } from '../ui/words';
import { dimensionName } from './names';

/** What a target can hang on; by anything else it cannot be divided. */
const holders: ReadonlySet<string> = new Set(['rep', 'team']);

/** Dimensions of the filters in force by which no target can be divided, by commas; empty where targets can be told. While there are any, nothing that needs a target is asked. */
export function useBeyondTargets(): string {
  return useQuestion(({ asked }) =>
    Object.keys(asked.filters)
      .filter((name) => !holders.has(name))
      .join(),
  );
}

/** Why nothing is said of targets; null where it can be. */
export function useWhyNoTarget(): string | null {
  const words = useWords();
  const beyond = useBeyondTargets();
  if (beyond === '') return null;
  const names = beyond.split(',').map((name) => dimensionName(name, words).toLocaleLowerCase());
  return words.t('overview.beyondTargets', { filters: names.join(', ') });
}
