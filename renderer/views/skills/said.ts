import type { Row } from '../../engine';
import { numberIn } from '../../frame/answers';
import { sureText } from '../../frame/sure-text';
import type { Words } from '../../i18n';
import type { Cell } from './board';
import type { CellText } from './cell-text';

/** How a person stands in a skill, in words held to the engine's finding; `verdict` is that of the skill's test of difference. */
export function standingSaid({ row, verdict: found }: Cell, verdict: string, text: CellText, { t }: Words): string {
  const [value, reference] = [numberIn(row, 'posterior'), numberIn(row, 'reference')];
  const ramp = row['in_ramp'] === true ? [t('skills.rampNote')] : [];
  if (value === null || reference === null) return [t('skills.nothing'), ...ramp].join(' ');
  if (verdict === 'too_few') return [t('skills.tooFew'), ...ramp].join(' ');
  const median = text.full(reference);
  const below = numberIn(row, 'p_below') ?? 0.5;
  const apart = { gap: text.distance(reference - value), median };
  switch (found) {
    case 'gap':
      return t('skills.gap', { ...apart, sure: sureText(below) });
    case 'strength':
      return t('skills.strength', { ...apart, sure: sureText(1 - below) });
    case 'in_line':
      return t('skills.inLine', { median });
    case 'no_difference':
      return t('skills.noDifference');
    default: {
      const more = numberIn(row, 'more_trials');
      const wanted = more === null || more <= 0 ? [] : [t('skills.moreNeeded', { n: more })];
      return [t('skills.tooLittle', { median }), ...(ramp.length > 0 ? ramp : wanted)].join(' ');
    }
  }
}

/** What was counted, and for rates what it comes to at the peers' mix of deals. */
export function crudeSaid(row: Row, text: CellText, { t }: Words): string {
  const [k, n] = [numberIn(row, 'successes') ?? 0, numberIn(row, 'trials') ?? 0];
  if (n === 0) return '';
  const crude = text.full(numberIn(row, 'crude'));
  if (row['measure'] === 'money') return t('skills.crudeMoney', { crude, n });
  if (row['measure'] === 'pace') return t('skills.crudePace', { k, n, crude });
  const said = t('skills.crudeRate', { k, n, crude, adjusted: text.full(numberIn(row, 'adjusted')) });
  return row['mix'] === true ? `${said} ${t('skills.mixNote')}` : said;
}
