import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { FileReport, LoadPlan } from '../../../../electron/contract';
import type { Words } from '../../../i18n';
import { mustAnswer, showFile, useLoad } from '../../../state/load';
import { IconCheck, IconFile } from '../../../ui/icons';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import { Columns } from './columns';
import { DryRun } from './dry-run';
import { Ladder } from './ladder';
import { Questions } from './questions';
import { ReadAs } from './read-as';
import { isKnown, partName } from './totals';

/** The plan of a load: files, how they are read, columns, stages, questions, and the dry run below. */
export function Planned({ plan, fault }: { plan: LoadPlan; fault: ReactNode }) {
  const words = useWords();
  const { phase, shown } = useLoad();
  const file = plan.files[Math.min(shown, plan.files.length - 1)];
  const questions = useRef<HTMLDivElement>(null);
  const jump = (): void => {
    const first = questions.current?.querySelector<HTMLElement>('[data-question] button');
    first?.scrollIntoView({ block: 'nearest' });
    first?.focus();
  };
  return (
    <div ref={questions} className="import">
      <div className="view import-view">
        <div className="answer-head">
          <h1>{headline(plan, words)}</h1>
        </div>
        {fault}
        <Tiles plan={plan} />
        {file && (
          <div className={`import-columns ${phase === 'planning' ? 'stale' : ''}`}>
            <ReadAs file={file} />
            <Columns file={file} questions={plan.questions} />
            <div className="import-side">
              <Questions questions={plan.questions} />
              <Aside plan={plan} />
              <Warnings plan={plan} />
              {plan.files.some(isKnown) && <Ladder plan={plan} />}
            </div>
          </div>
        )}
      </div>
      <DryRun plan={plan} onConfirm={jump} />
    </div>
  );
}

/** What was recognised and what is still to be confirmed, as one sentence or two. */
export function headline(plan: LoadPlan, { t }: Words): string {
  const counts = new Map<string, number>();
  const known = plan.files.filter(isKnown);
  for (const { system } of known) counts.set(system, (counts.get(system) ?? 0) + 1);
  const parts = [...counts].map(([system, n]) =>
    isPlain(system) ? t('load.ownLists', { n }) : t('load.system', { n, name: systemName(system) }),
  );
  const [last = '', ...others] = [...parts].reverse();
  const systems = others.length === 0 ? last : t('common.and', { first: others.reverse().join(', '), last });
  const unknown = plan.files.length - known.length;
  const open = mustAnswer(plan.questions).length;
  return [
    ...(known.length > 0 ? [t('load.headline', { n: known.length, systems })] : []),
    ...(unknown > 0 ? [t('load.headlineNoTable', { n: unknown })] : []),
    ...(known.length > 0 || open > 0 ? [t('load.toConfirm', { n: open })] : []),
  ].join(' ');
}

const isPlain = (system: string): boolean => system === '' || system === 'plain';

const systemNames: Readonly<Record<string, string>> = {
  salesforce: 'Salesforce',
  hubspot: 'HubSpot',
  pipedrive: 'Pipedrive',
  zoho: 'Zoho',
  dynamics: 'Dynamics 365',
};

/** A system as it writes itself. */
export function systemName(system: string): string {
  return systemNames[system] ?? system;
}

/** What a file was recognised as, in a few words. */
export function tileNote({ system, object }: Pick<FileReport, 'system' | 'object'>, { t, find }: Words): string {
  if (!isPlain(system)) return [systemName(system), object].filter(Boolean).join(' ');
  if (!isKnown({ object })) return t('load.noTable');
  const what = find(`table.${object.replaceAll(' ', '_')}`) ?? object;
  return [what.charAt(0).toUpperCase() + what.slice(1), t('load.ownLayout')].filter(Boolean).join(', ');
}

function Tiles({ plan }: { plan: LoadPlan }) {
  const words = useWords();
  const { t } = words;
  const shown = useLoad((store) => store.shown);
  return (
    <div className="tiles" role="group" aria-label={t('load.files')}>
      {plan.files.map((file, i) => (
        <button
          key={partName(file)}
          type="button"
          className="tile"
          aria-pressed={i === shown}
          onClick={() => showFile(i)}
        >
          <IconFile size={16} strokeWidth={1.5} aria-hidden />
          <span className="tile-text">
            <span className="tile-name" title={partName(file)}>
              {partName(file)}
            </span>
            <span className="tile-note">{tileNote(file, words)}</span>
          </span>
          <span className="tile-note num">
            <span>{t('load.rowsIn', { n: file.read })}</span>
            {file.set_aside ? t('load.setAsideFile') : <Sureness confidence={file.confidence} />}
          </span>
        </button>
      ))}
    </div>
  );
}

/** How sure a recognition is, in a word. */
export function Sureness({ confidence }: { confidence: 'sure' | 'likely' | 'confirm' | 'extra' }) {
  const { t } = useWords();
  return (
    <span className={`sureness sureness-${confidence}`}>
      {confidence === 'sure' && <IconCheck size={13} aria-hidden />}
      {t(`confidence.${confidence}`)}
    </span>
  );
}

/** Files and sheets that the load goes on without, each with its reason; one that can be mapped by hand also asks for its table. */
function Aside({ plan }: { plan: LoadPlan }) {
  const { t, find } = useWords();
  const aside = plan.files.flatMap((file) => (file.set_aside ? [{ name: partName(file), ...file.set_aside }] : []));
  if (aside.length === 0) return null;
  return (
    <section>
      <div className="panel-head">
        <h2>{t('load.setAsideFiles', { n: aside.length })}</h2>
      </div>
      <ul className="import-warnings small">
        {aside.map(({ name, code, args }) => (
          <li key={name}>
            <strong>{name}</strong> · {find(`error.${code}`, args) ?? code}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Warnings({ plan }: { plan: LoadPlan }) {
  const { t } = useWords();
  const { count } = useFormat();
  const warnings = plan.warnings.filter(({ code }) => code !== 'set_aside');
  if (warnings.length === 0) return null;
  return (
    <section>
      <div className="panel-head">
        <h2>{t('load.warnings')}</h2>
      </div>
      <ul className="import-warnings small">
        {warnings.map((warning, i) => (
          <li key={i}>
            {warning.says.args['n'] === undefined && warning.count > 1 && (
              <span className="num">{count(warning.count)} · </span>
            )}
            {warning.file !== null && `${warning.file}: `}
            {t(`warning.${warning.says.code}`, warning.says.args)}
          </li>
        ))}
      </ul>
    </section>
  );
}
