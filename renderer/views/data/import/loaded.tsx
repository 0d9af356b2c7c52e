import type { WorkspaceState } from '../../../../electron/contract';
import type { Words } from '../../../i18n';
import { listName } from '../../../frame/names';
import { showView } from '../../../state/question';
import { asOfDay, useWorkspace } from '../../../state/workspace';
import { Button } from '../../../ui/button';
import type { Formats } from '../../../ui/use-format';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';

const mostKinds = 4;

/** What is in the workspace and up to when, as one sentence; below it the largest lists, and what the checks say. */
export function Loaded() {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const workspace = useWorkspace((store) => store.workspace);
  if (!workspace) return null;
  const { checks } = workspace;
  const kinds = kindsIn(workspace, words);
  return (
    <div className="answer-head">
      <h1>{loadedHeadline(workspace, words, formats)}</h1>
      {(kinds.length > 0 || checks.length > 0) && (
        <p>
          {kinds.join(' · ')}
          {checks.length > 0 && (
            <>
              {kinds.length > 0 && ' · '}
              <Button kind="link" onPress={() => showView('checks')}>
                {t('checks.headline', { n: checks.length })}
              </Button>
            </>
          )}
        </p>
      )}
    </div>
  );
}

/** Rows and files of every import, up to the latest event there is. */
export function loadedHeadline(workspace: WorkspaceState, { t }: Words, { date }: Formats): string {
  const { sources, asOf } = workspace;
  if (sources.length === 0) return t('load.headNothing');
  const rows = sources.reduce((sum, source) => sum + source.rows, 0);
  const counts = { rows, files: sources.length };
  if (asOf === null) return t('load.headLoadedUndated', counts);
  return t('load.headLoaded', { ...counts, date: date(asOfDay(workspace)) });
}

function kindsIn({ sources }: WorkspaceState, words: Words): readonly string[] {
  const rows = new Map<string, number>();
  for (const source of sources)
    if (source.table !== '') rows.set(source.table, (rows.get(source.table) ?? 0) + source.rows);
  const largest = [...rows].sort((a, b) => b[1] - a[1]);
  const shown = largest
    .slice(0, mostKinds)
    .map(([table, n]) => words.t('load.kind', { list: listName(table, words), n }));
  const more = largest.length - shown.length;
  return more > 0 ? [...shown, words.t('load.moreKinds', { n: more })] : shown;
}
