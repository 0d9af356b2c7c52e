import type { Words } from '../../../i18n';
import type { Formats } from '../../../ui/use-format';
import type { Candidate } from './candidates';

/** Name of a skill in words. */
export function skillName(skill: string, { find }: Words): string {
  return find(`skill.${skill}`) ?? skill;
}

/** A figure of a skill in its own unit: `34%`, `1.2 a day`, `RM 6.1K`. */
export function skillFigure(
  measure: Candidate['measure'],
  value: number | null,
  currency: string,
  { t }: Words,
  { of, money }: Formats,
): string {
  if (measure === 'money') return money(value, currency);
  return measure === 'pace'
    ? t('recognition.pace', { value: of('index', value) })
    : of('ratio', value, { decimals: 0 });
}
