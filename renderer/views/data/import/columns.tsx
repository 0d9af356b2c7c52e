import { useState } from 'react';
import type { FileReport, OpenQuestion, PlannedColumn, PlannedFile } from '../../../../electron/contract';
import { decide, mapKey } from '../../../state/load';
import { useSqlTables } from '../../../state/reads';
import { IconAsk, IconOpen } from '../../../ui/icons';
import { Button as AriaButton } from 'react-aria-components';
import { MenuButton } from '../../../ui/menu';
import { Button } from '../../../ui/button';
import { SearchPick } from '../../../ui/search-pick';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import { Sureness } from './planned';

type Shown = 'all' | 'confirm' | 'extra' | 'added';

const nothing = '';

/** Columns of the file on screen: sample, fill rate, the field each goes to, and how sure that is. */
export function Columns({ file, questions }: { file: PlannedFile; questions: readonly OpenQuestion[] }) {
  const { t } = useWords();
  const [chosen, setShown] = useState<Shown | null>(null);
  // A header that came before is mapped as before, so that only what differs asks to be looked at.
  const shown = chosen ?? (file.reused ? 'added' : 'all');
  const fields = useFields(file.table);
  const asked = new Set(
    questions.filter(({ kind, file: name }) => kind === 'column' && name === file.file).map(({ subject }) => subject),
  );
  const extra = file.columns.filter((column) => column.confidence === 'extra').length;
  const isShown = (column: PlannedColumn): boolean =>
    shown === 'all' ||
    (shown === 'added'
      ? asked.has(column.source) || (file.reused?.added.includes(column.source) ?? false)
      : stateOf(column, asked) === shown);
  const rows = file.columns.filter(isShown);
  const choices: readonly Shown[] = ['all', ...(file.reused ? (['added'] as const) : []), 'confirm', 'extra'];
  const nameOf = (id: Shown): string =>
    id === 'all' ? t('common.all') : id === 'added' ? t('load.differences') : t(`confidence.${id}`);
  return (
    <section className="import-table">
      <div className="panel-head">
        <h2>{t('load.columns')}</h2>
        <span className="small">
          {t('load.matched', { matched: file.columns.length - extra, all: file.columns.length, extra })}
        </span>
        <span className="end">
          <MenuButton
            label={t('load.columns')}
            button={
              <Button kind="quiet" className="import-show">
                {t('load.show', { what: nameOf(shown) })}
                <IconOpen size={14} aria-hidden />
              </Button>
            }
            groups={[{ items: choices.map((id) => ({ id, text: nameOf(id) })) }]}
            selected={[shown]}
            onChoose={(id) => setShown(choices.find((choice) => choice === id) ?? 'all')}
          />
        </span>
      </div>
      {file.reused && shown === 'added' && <Reused {...file.reused} onAll={() => setShown('all')} />}
      <div className="mapping" role="table" aria-label={t('load.columns')}>
        <div className="mapping-row mapping-heads" role="row">
          <span role="columnheader">{t('load.inFile')}</span>
          <span role="columnheader">{t('load.sample')}</span>
          <span role="columnheader" className="mapping-filled">
            {t('load.filled')}
          </span>
          <span role="columnheader">{t('load.field')}</span>
          <span role="columnheader">{t('load.sure')}</span>
        </div>
        {rows.map((column) => (
          <ColumnRow key={column.source} column={column} asked={asked.has(column.source)} file={file} fields={fields} />
        ))}
      </div>
    </section>
  );
}

function Reused({ file, added, gone, onAll }: NonNullable<PlannedFile['reused']> & { onAll: () => void }) {
  const { t } = useWords();
  return (
    <p className="caption import-reused">
      {t('load.reused', { file, added: added.length, gone: gone.length })}
      {gone.length > 0 && ` ${t('load.gone', { columns: gone.join(', ') })}`}
      <Button kind="link" onPress={onAll}>
        {t('load.allColumns')}
      </Button>
    </p>
  );
}

function stateOf(column: PlannedColumn, asked: ReadonlySet<string>): string {
  return asked.has(column.source) ? 'confirm' : column.confidence;
}

interface FieldChoice {
  readonly name: string;
  readonly about: string;
}

interface ColumnRowProps {
  readonly column: PlannedColumn;
  readonly asked: boolean;
  readonly file: FileReport;
  readonly fields: readonly FieldChoice[];
}

function ColumnRow({ column, asked, file, fields }: ColumnRowProps) {
  const { t } = useWords();
  const { of } = useFormat();
  const choose = (field: string): void =>
    void decide({ [mapKey(file)]: { columns: { [column.source]: field === nothing ? null : field } } });
  const label = t('load.fieldOf', { column: column.source });
  const field = column.field ?? t(restOf(column, file));
  const items = [
    ...fields.map(({ name, about }) => ({ id: name, text: name, note: about || undefined })),
    ...(column.field !== null && !fields.some(({ name }) => name === column.field)
      ? [{ id: column.field, text: column.field }]
      : []),
    { id: nothing, text: t(file.table === null ? 'load.leaveOut' : 'load.keepExtra') },
  ];
  return (
    <div role="row" className={`mapping-row ${asked ? 'mapping-asked' : ''}`} {...(asked && { 'data-question': true })}>
      <span role="rowheader" className="mapping-source" title={column.source}>
        {column.source}
      </span>
      <span role="cell" className="mapping-sample" title={column.samples.join(' · ')}>
        {column.samples[0] ?? <span className="missing">–</span>}
      </span>
      <span role="cell" className="mapping-filled num">
        <span className="filled" style={{ '--share': column.filled }} aria-hidden />
        {of('ratio', column.filled, { decimals: 0 })}
      </span>
      <span role="cell" className="mapping-field">
        <SearchPick
          label={label}
          items={items}
          selected={[column.field ?? nothing]}
          onChange={([field]) => (field === undefined ? undefined : choose(field))}
          button={
            <AriaButton className="pick-button" aria-label={`${label}: ${field}`}>
              <span className="pick-value">{field}</span>
              <IconOpen size={14} aria-hidden />
            </AriaButton>
          }
        />
      </span>
      <span role="cell">
        {asked ? (
          <AriaButton className="mapping-confirm" onPress={() => choose(column.field ?? nothing)}>
            <IconAsk size={14} aria-hidden />
            {t('confidence.confirm')}
          </AriaButton>
        ) : (
          <Sureness confidence={column.confidence} />
        )}
      </span>
    </div>
  );
}

// What becomes of a column that goes to no field: it is kept, unless its dates became stage events or the file brings no rows.
function restOf({ extra }: PlannedColumn, { table }: FileReport) {
  if (table === null) return 'load.leaveOut';
  return extra === null ? 'load.stageDate' : 'load.keptExtra';
}

// The fields of a table are those the SQL view lists, without the trace columns.
function useFields(table: string | null): readonly FieldChoice[] {
  const { answer = [] } = useSqlTables(table !== null);
  const columns = answer.find((entry) => entry.name === table)?.columns ?? [];
  return columns.filter(({ name }) => !name.startsWith('src_') && !name.endsWith('_is_date'));
}
