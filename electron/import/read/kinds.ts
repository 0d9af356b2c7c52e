/** What a cell's text looks like, for telling headers from data and rows that fit from rows that do not. */
export type Kind = 'empty' | 'number' | 'date' | 'bool' | 'email' | 'url' | 'phone' | 'code' | 'text';

const NUMBER =
  /^[-+(]?\s?(?:[A-Z]{2,3}\s?|[$€£¥₹฿₫₱₩]\s?)?[-+]?(?:\d{1,3}(?:[,.'’\u00a0\u202f ]\d{3})+|\d+)?(?:[.,]\d+)?(?:[eE][-+]?\d+)?\s?(?:%|[KMBkmb]|[A-Z]{3}|[€£$])?\)?-?$/u;
const DATE =
  /^(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:\p{L}{2,10}[.,]{1,2} )?\d{1,2}(?:st|nd|rd|th|er)?[-/ .]{0,2}(?:de )?\p{L}{3,12}\.?[-/ ,.]{0,2}(?:de )?(?:\d{2}|\d{4})|\p{L}{3,9}\.? \d{1,2},? \d{4})(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[AaPp]\.?[Mm]\.?)?\s?(?:Z|UTC|[-+]\d{2}:?\d{2})?)?$/u;
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[AaPp]\.?[Mm]\.?)?$/;
const BOOL = /^(?:true|false|yes|no|y|n|t|f|ya|tidak|wahr|falsch|ja|nein|oui|non)$/i;
const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;
const URL = /^(?:https?:\/\/|www\.)\S+$/i;
const PHONE = /^\+?[\d(][\d ()./-]{5,22}\d$/;
const CODE = /^(?=.*\d)[\p{L}\d][\p{L}\d_./#-]*$/u;
const NOTHING =
  /^(?:null|nil|n\/?a|#n\/a|nan|none|-+|—|\?|\\n|\(blank\)|\(none\)|unknown|tba|tbd|tiada|#(?:ref|div\/0|value|name|num|null)[!?]?)$/i;

const LONGEST_TYPED = 48;

/** The kind of a cell's text; blanks at the ends do not count. */
export function kindOf(cell: string): Kind {
  const text = cell.length > LONGEST_TYPED ? cell.slice(0, 2100).trim() : cell.trim();
  if (text === '') return 'empty';
  if (text.length > LONGEST_TYPED) return text.length <= 2000 && URL.test(text) ? 'url' : 'text';
  if (/\d/.test(text)) {
    if (NUMBER.test(text)) return 'number';
    if (DATE.test(text) || TIME.test(text)) return 'date';
    if (PHONE.test(text)) return 'phone';
  }
  if (BOOL.test(text)) return 'bool';
  if (EMAIL.test(text)) return 'email';
  if (URL.test(text)) return 'url';
  return CODE.test(text) ? 'code' : 'text';
}

/** True for the spellings of "nothing here" that stand in number and date columns. */
export function meansNothing(cell: string): boolean {
  const text = cell.trim();
  return text === '' || (text.length <= 10 && NOTHING.test(text));
}

/** True for the kinds that tell a column apart from free text. */
export function isTyped(kind: Kind): boolean {
  return kind !== 'text' && kind !== 'empty' && kind !== 'code';
}

/** The shape of a short text: letters become A or a, digits 9, so that codes of one make are equal. */
export function shapeOf(cell: string): string {
  return cell
    .trim()
    .slice(0, 40)
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{L}+/gu, 'a')
    .replace(/\d+/g, '9');
}
