import { FigureButton } from '../../../frame/figure-button';
import { usePeriod, useQuestionAbout } from '../../../state/use-period';
import { rowsIn, useWorkspace } from '../../../state/workspace';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import type { CustomerKind, Kind, PersonKind } from './tasks';
import { customerKinds, personKinds } from './tasks';

// Where nobody filled a table, nobody can lack what it tells.
const toldBy: Readonly<Partial<Record<Kind, string>>> = {
  target: 'targets',
  training: 'trainings',
  coaching: 'coachings',
  recognition: 'recognitions',
  touch: 'activities',
  survey: 'surveys',
};

/** How many people and customers lack each thing; where a table is empty, that nothing is recorded. */
export function Counts({
  people,
  customers,
}: {
  people: ReadonlyMap<PersonKind, number>;
  customers: ReadonlyMap<CustomerKind, number>;
}) {
  const { t } = useWords();
  return (
    <div className="measure-strip" role="list" aria-label={t('coverage.counts')}>
      {personKinds.map((kind) => (
        <Count key={kind} kind={kind} of="people" n={people.get(kind) ?? null} />
      ))}
      {customerKinds.map((kind) => (
        <Count key={kind} kind={kind} of="customers" n={customers.get(kind) ?? null} />
      ))}
    </div>
  );
}

function Count({ kind, of, n }: { kind: Kind; of: 'people' | 'customers'; n: number | null }) {
  const { t } = useWords();
  const { count } = useFormat();
  const workspace = useWorkspace((store) => store.workspace);
  const question = useQuestionAbout(usePeriod(), [], { of, lacking: kind });
  const table = toldBy[kind];
  const unfilled = table !== undefined && rowsIn(workspace, table) === 0;
  return (
    <div className="measure-cell" role="listitem">
      <div className="measure-name">{t('coverage.lacking', { what: t(`coverage.no_${kind}`) })}</div>
      <div className="measure-said">
        <FigureButton metric="nobody-missed" question={question} text={unfilled ? '–' : count(n)} thin={unfilled} />
        <span className="caption">{unfilled ? t('coverage.unfilled') : t(`coverage.${of}`, { n: n ?? 0 })}</span>
      </div>
    </div>
  );
}
