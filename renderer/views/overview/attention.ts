import type { MessageKey } from '../../i18n';
import type { ViewId } from '../../state/question';

/** One thing that needs attention, or the good news at the end. */
export interface Item {
  readonly id: string;
  readonly view: ViewId;
  readonly text: { readonly key: MessageKey; readonly args: Readonly<Record<string, string | number>> };
  readonly detail: { readonly key: MessageKey; readonly args: Readonly<Record<string, string | number>> };
  /** Money of its own kind, and what kind that is; null where there is none. */
  readonly money: number | null;
  readonly kind: MessageKey | null;
  readonly good: boolean;
}

const most = 8;

/** The list as shown: by money, then what has none, the good news last; at most eight, of which the last is good news where there is any. */
export function attentionList(items: readonly Item[], aside: ReadonlySet<string>): readonly Item[] {
  const there = items.filter(({ id }) => !aside.has(id));
  const good = there.filter((item) => item.good);
  const byMoney = there
    .filter((item) => !item.good)
    .map((item, at) => ({ item, at }))
    .sort((a, b) => (b.item.money ?? -1) - (a.item.money ?? -1) || a.at - b.at)
    .map(({ item }) => item);
  const last = good.slice(0, 1);
  return [...byMoney.slice(0, most - last.length), ...last];
}
