import { useEffect, useRef, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { clearFilters, filterTo, filtersWith, useQuestion } from '../state/question';
import { askAhead } from '../state/use-metric';
import { useScreen } from '../state/screen';
import { useValues } from '../state/reads';
import { useWorkspace } from '../state/workspace';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { IconAdd } from '../ui/icons';
import { PickList } from '../ui/search-pick';
import { useNarrow } from '../ui/use-narrow';
import { useWords } from '../ui/words';
import { dimensionName, valueName } from './names';

/** Dimensions one may filter and break down by, before the imported extra columns. */
export const plainDimensions = [
  'rep',
  'team',
  'role',
  'segment',
  'source',
  'product',
  'region',
  'industry',
  'size_band',
] as const;

/** The same with the extra columns of the open workspace. */
export function useDimensions(): readonly string[] {
  const extra = useWorkspace((store) => store.workspace?.extraDimensions);
  return [...plainDimensions, ...(extra ?? [])];
}

/** The filters in force as chips, and the way to another; `/` opens it. */
export function Filters() {
  const words = useWords();
  const filters = useQuestion((history) => history.asked.filters);
  const calls = useScreen((screen) => screen.filterCalls);
  const [open, setOpen] = useState<string | null>(null);
  const [seen, setSeen] = useState(calls);
  if (seen !== calls) {
    setSeen(calls);
    setOpen('');
  }
  const entries = Object.entries(filters);
  const narrow = useNarrow();
  const folded = narrow && entries.length > 1;
  return (
    <div className="filters" role="group" aria-label={words.t('frame.filters')}>
      {folded && (
        <Chip
          field=""
          value={words.t('frame.filterCount', { n: entries.length })}
          removeLabel={words.t('frame.removeFilters')}
          onPress={() => setOpen('')}
          onRemove={clearFilters}
        />
      )}
      {(folded ? [] : entries).map(([dimension, values]) => (
        <Chip
          key={dimension}
          field={dimensionName(dimension, words)}
          value={chipValue(values.map((value) => valueName(value, words)))}
          removeLabel={words.t('frame.removeFilter', { dimension: dimensionName(dimension, words) })}
          onPress={() => setOpen(dimension)}
          onRemove={() => filterTo(dimension, [])}
          onRemoveStart={() => askAhead({ filters: filtersWith(dimension, []) })}
        />
      ))}
      <FilterPicker open={open} setOpen={setOpen} />
    </div>
  );
}

function chipValue(values: readonly string[]): string {
  return values.length > 1 ? `${values[0]} +${values.length - 1}` : (values[0] ?? '');
}

/** Open on a dimension's values, on the dimensions (empty text), or closed (null). */
function FilterPicker({ open, setOpen }: { open: string | null; setOpen: (dimension: string | null) => void }) {
  const { t } = useWords();
  return (
    <DialogTrigger isOpen={open !== null} onOpenChange={(isOpen) => setOpen(isOpen ? (open ?? '') : null)}>
      <Button kind="quiet" className="top-filter">
        <IconAdd size={14} aria-hidden />
        {t('frame.filter')}
      </Button>
      <Popover className="popover filter-popover" offset={4} placement="bottom start">
        <Dialog aria-label={t('frame.filter')} className="filter-dialog">
          {open ? <Values dimension={open} close={() => setOpen(null)} /> : <DimensionList onChoose={setOpen} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function DimensionList({ onChoose }: { onChoose: (dimension: string) => void }) {
  const words = useWords();
  const dimensions = useDimensions();
  const filtered = useQuestion((history) => history.asked.filters);
  return (
    <PickList
      key="dimensions"
      label={words.t('frame.filterBy')}
      items={dimensions.map((id) => ({ id, text: dimensionName(id, words) }))}
      selected={Object.keys(filtered)}
      multiple
      onChange={(ids) => {
        const id =
          ids.find((entry) => !(entry in filtered)) ?? Object.keys(filtered).find((entry) => !ids.includes(entry));
        if (id !== undefined) onChoose(id);
      }}
      close={() => {}}
    />
  );
}

function Values({ dimension, close }: { dimension: string; close: () => void }) {
  const words = useWords();
  const chosen = useQuestion((history) => history.asked.filters[dimension]) ?? [];
  const [typed, setTyped] = useState('');
  const search = useLater(typed);
  const { answer = [], problem } = useValues(dimension, search);
  const found = answer.map(({ value, rows }) => ({
    id: value,
    text: valueName(value, words),
    note: words.t('common.rows', { n: rows }),
  }));
  const others = chosen.filter((value) => !answer.some((entry) => entry.value === value));
  const items = [...(search === '' ? others.map((id) => ({ id, text: valueName(id, words) })) : []), ...found];
  const choose = (ids: readonly string[]): void => {
    const hidden = chosen.filter((value) => !items.some((item) => item.id === value));
    filterTo(dimension, [...hidden, ...ids]);
  };
  if (problem)
    return <p className="pick-empty">{words.find(`error.${problem.code}`, problem.args) ?? words.t('common.bug')}</p>;
  return (
    <PickList
      key={dimension}
      label={dimensionName(dimension, words)}
      items={items}
      selected={chosen}
      multiple
      onSearch={setTyped}
      onChange={choose}
      close={close}
    />
  );
}

// The text as it was when typing paused.
function useLater(text: string): string {
  const [later, setLater] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    timer.current = setTimeout(() => setLater(text), 150);
    return () => clearTimeout(timer.current);
  }, [text]);
  return later;
}
