import type { WorkspaceState } from '../../../../electron/contract';
import type { Words } from '../../../i18n';
import { listName } from '../../../frame/names';
import { useDrafts } from '../../../state/entered';
import { useWorkspace } from '../../../state/workspace';
import { useWords } from '../../../ui/words';
import { tables } from './tables';

const mostKinds = 3;

/** How much a person typed in, and of what; what is changed and not used yet. */
export function Head() {
  const words = useWords();
  const { t } = words;
  const workspace = useWorkspace((store) => store.workspace);
  const drafts = useDrafts((store) => store.drafts);
  const unsaved = Object.keys(drafts).length;
  return (
    <div className="answer-head">
      <h1>
        {workspace && enteredHeadline(workspace, words)}
        {unsaved > 0 && ` ${t('entered.headUnsaved', { n: unsaved })}`}
      </h1>
      <p>{t('entered.note')}</p>
    </div>
  );
}

/** The typed rows by list, most first; where there are none, how many rows of these lists the files brought. */
export function enteredHeadline(
  { typed, tables: filled }: Pick<WorkspaceState, 'typed' | 'tables'>,
  words: Words,
): string {
  const { t } = words;
  const all = typed.reduce((sum, { rows }) => sum + rows, 0);
  if (all === 0) {
    const imported = filled.filter(({ name }) => tables.some((table) => table === name));
    return t('entered.headNone', { n: imported.reduce((sum, { rows }) => sum + rows, 0) });
  }
  const most = [...typed].sort((a, b) => b.rows - a.rows);
  const shown = most
    .slice(0, mostKinds)
    .map(({ name, rows }) => t('entered.kind', { n: rows, list: listName(name, words) }));
  const more = most.slice(mostKinds).reduce((sum, { rows }) => sum + rows, 0);
  const kinds = more > 0 ? [...shown, t('entered.moreKinds', { n: more })] : shown;
  return t('entered.headline', { n: all, kinds: kinds.join(', ') });
}
