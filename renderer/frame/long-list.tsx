import { useState } from 'react';
import type { ReactNode } from 'react';
import { Input, SearchField, useFilter } from 'react-aria-components';
import { Button } from '../ui/button';
import { useWords } from '../ui/words';
import './panel.css';

/** Lines shown before the others are asked for. */
const first = 24;

interface LongListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  /** What a line is found by. */
  readonly nameOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
}

/** Lines one below the other, each a `listitem`. A list longer than its first lines has a field to search it, and shows the others when asked. */
export function LongList<Item>({ label, items, nameOf, children }: LongListProps<Item>) {
  const { t } = useWords();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState('');
  const [whole, setWhole] = useState(false);
  const isLong = items.length > first;
  const found = isLong && typed.trim() !== '' ? items.filter((item) => contains(nameOf(item), typed.trim())) : items;
  const shown = whole ? found : found.slice(0, first);
  return (
    <>
      {isLong && (
        <SearchField
          aria-label={t('common.searchIn', { list: label })}
          className="find"
          value={typed}
          onChange={setTyped}
        >
          <Input placeholder={t('common.search')} />
        </SearchField>
      )}
      <div role="list" aria-label={label}>
        {shown.map(children)}
      </div>
      {found.length === 0 && <p className="small quiet">{t('common.nothingFound')}</p>}
      {found.length > shown.length && (
        <Button kind="link" className="list-more" onPress={() => setWhole(true)}>
          {t('common.more', { n: found.length - shown.length })}
        </Button>
      )}
    </>
  );
}
