import type { Row } from '../engine';
import { change, useQuestion } from '../state/question';
import type { Explained } from '../state/screen';
import type { Act } from '../ui/context-menu';
import { ContextMenu } from '../ui/context-menu';
import type { RowPlace } from '../ui/table-menu';
import { useWords } from '../ui/words';
import { textIn } from './answers';
import { useDimensions } from './filters';
import { useFilterActs } from './mark-acts';
import { addToDeck } from './review-keys';

interface RowMenuProps {
  readonly row: Row;
  readonly at: RowPlace;
  /** The question whose answer the row is of. */
  readonly explained?: Explained | undefined;
  /** Opens the rows behind it. */
  readonly onRows?: (() => void) | undefined;
  /** What is shown above the view goes away when the menu leads to another place. */
  readonly onLeave?: (() => void) | undefined;
}

/** What can be done with a row of a table: its rows, the pages of its customer and person, filter to, filter out, copy, add to the review. */
export function RowMenu({ row, at, explained, onRows, onLeave }: RowMenuProps) {
  const { t } = useWords();
  const filterActs = useFilterActs(useGroupOf(row, at.column));
  const pages = [...customerAct(row, t('mark.customer')), ...personAct(row, t('mark.person'))];
  const leading = [...pages, ...filterActs].map((act) => ({ ...act, run: () => (onLeave?.(), act.run()) }));
  const acts: readonly Act[] = [
    ...(onRows ? [{ id: 'rows', text: t('mark.rows'), run: onRows }] : []),
    ...leading,
    ...at.copies,
    ...(explained ? [{ id: 'add', text: t('mark.add'), run: () => addToDeck(explained) }] : []),
  ];
  return <ContextMenu name={at.name} acts={acts} place={at.place} onClose={at.onClose} />;
}

// Who owns something is a person one may filter by, too.
const asDimension: Readonly<Record<string, string>> = { owner: 'rep' };

// The dimension of the cell that was pointed at, else the first one in the row.
function useGroupOf(row: Row, column: string | null) {
  const dimensions = useDimensions();
  const known = Object.keys(row).filter((name) => dimensions.includes(asDimension[name] ?? name));
  const name = column !== null && known.includes(column) ? column : known.find((each) => textIn(row, each) !== null);
  if (name === undefined) return null;
  return { dimension: asDimension[name] ?? name, value: textIn(row, name) ?? 'Unknown' };
}

function customerAct(row: Row, text: string): readonly Act[] {
  const account = textIn(row, 'account_id');
  return account === null
    ? []
    : [{ id: 'customer', text, run: () => showPage('customers', 'customers.account', account) }];
}

function personAct(row: Row, text: string): readonly Act[] {
  const person = textIn(row, 'rep') ?? textIn(row, 'owner');
  return person === null ? [] : [{ id: 'person', text, run: () => showPage('role-card', 'card.rep', person) }];
}

/** Opens the page of one customer or person. */
export function showPage(view: 'customers' | 'role-card', choice: string, value: string): void {
  const { choices } = useQuestion.getState().asked;
  change({ kind: 'view', view }, { view, choices: { ...choices, [choice]: value } });
}
