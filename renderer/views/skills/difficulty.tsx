import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { figureIn, numberIn, textIn } from '../../frame/answers';
import { extraRows } from '../../frame/extra';
import { useAsked } from '../../frame/measure';
import { valueName } from '../../frame/names';
import { namesText } from '../../frame/names-text';
import { Panel } from '../../frame/panel';
import type { MetricAnswer } from '../../state/use-metric';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';

/** Whether a person has long been below most peers, and if so which part of the work explains it, each with its money. */
export function Difficulty({ rep, currency }: { rep: string; currency: string }) {
  const { t } = useWords();
  const asked = useAsked('persistent-difficulty');
  const quarters = quartersOf(asked.answer, rep);
  return (
    <Panel
      title={t('skills.difficulty')}
      note={quarters && t('skills.difficultyNote', { n: quarters.n })}
      stale={asked.stale}
    >
      <AnswerPlace answered={asked} isEmpty={() => false}>
        {({ grid }) => (
          <Causes rows={grid.rows.filter((row) => row['rep'] === rep)} quarters={quarters} currency={currency} />
        )}
      </AnswerPlace>
    </Panel>
  );
}

/** Readings of a part that surely costs. */
const explaining: ReadonlySet<string> = new Set(['skill', 'few_entries', 'deal_size', 'territory']);

interface Quarters {
  readonly below: number;
  readonly n: number;
}

function quartersOf(answer: MetricAnswer | undefined, rep: string): Quarters | undefined {
  const own = extraRows(answer, 'quarters').find((row) => row['rep'] === rep);
  const list: unknown = own?.['quarters'];
  return own ? { below: numberIn(own, 'below') ?? 0, n: Array.isArray(list) ? list.length : 0 } : undefined;
}

interface CausesProps {
  readonly rows: readonly Row[];
  readonly quarters: Quarters | undefined;
  readonly currency: string;
}

function Causes({ rows, quarters, currency }: CausesProps) {
  const words = useWords();
  const { t } = words;
  const [first] = rows;
  if (!first) return <p className="small quiet">{quarters ? t('skills.notRaised', { ...quarters }) : '–'}</p>;
  const args = {
    below: numberIn(first, 'quarters_below') ?? 0,
    n: numberIn(first, 'quarters') ?? 0,
    basis: t(first['basis'] === 'attainment' ? 'skills.byAttainment' : 'skills.byBookings'),
  };
  const missing = textIn(
    rows.find((row) => row['cause'] === 'training'),
    'programmes',
  );
  const named = (reading: string): string =>
    namesText(words)(
      rows.filter((row) => row['reading'] === reading).map((row) => valueName(textIn(row, 'cause'), words)),
    );
  const [unclear, above] = [named('unclear'), named('not_below')];
  const costly = rows
    .filter((row) => numberIn(row, 'value') !== null && explaining.has(textIn(row, 'reading') ?? ''))
    .sort((a, b) => (numberIn(a, 'value') ?? 0) - (numberIn(b, 'value') ?? 0));
  return (
    <>
      <p className="small">
        {t('skills.raised', args)} {missing !== null && t('skills.missing', { names: missing })}
      </p>
      {costly.length > 0 && (
        <>
          <dl className="skills-lines num">
            {costly.map((row) => (
              <Cause key={textIn(row, 'cause')} row={row} currency={currency} />
            ))}
          </dl>
          <p className="caption">{t('skills.againstPeers')}</p>
        </>
      )}
      <p className="caption">
        {unclear !== '' && t('skills.unclear', { names: unclear })}{' '}
        {above !== '' && t('skills.notBelow', { names: above })}
      </p>
    </>
  );
}

function Cause({ row, currency }: { row: Row; currency: string }) {
  const words = useWords();
  const formats = useFormat();
  const { value, lower, upper } = figureIn(row);
  return (
    <div>
      <dt>
        {valueName(textIn(row, 'cause'), words)}
        <span className="caption"> {valueName(textIn(row, 'reading'), words)}</span>
      </dt>
      <dd>
        {formats.of('money', value, { compact: true, sign: true, currency })}
        {lower !== null && (
          <span className="caption">{formats.range('money', lower, upper, { compact: true, sign: true })}</span>
        )}
      </dd>
    </div>
  );
}
