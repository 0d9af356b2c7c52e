import { describe, expect, it } from 'vitest';
import {
  lineReason,
  lineTexts,
  reasonInEnglish,
  remark,
  remarkInEnglish,
  warningTexts,
} from '../../electron/model/remarks';
import { en } from '../../renderer/i18n/en';
import { ms } from '../../renderer/i18n/ms';

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort();

describe.each([
  ['what a person should look at in a load', warningTexts, [en.warning, ms.warning]],
  ['why a line became what it became', lineTexts, [en.lineReason, ms.lineReason]],
] as const)('%s', (_, engine, languages) => {
  it('has words for every code in each language, with the same values in them', () => {
    for (const language of languages) {
      expect(Object.keys(language).sort()).toEqual(Object.keys(engine).sort());
      for (const [code, text] of Object.entries<string>(language)) {
        const own = placeholders((engine as Record<string, string>)[code] ?? '');
        expect(
          placeholders(text).filter((name) => own.includes(name)),
          code,
        ).toEqual(own);
      }
    }
  });
});

describe('a remark', () => {
  it('is said in English with its values', () => {
    expect(remarkInEnglish(remark('short_rows', { n: 1234, lines: '3, 7 …' }))).toBe(
      '1,234 rows lack fields at the end (line 3, 7 …); the missing cells are empty.',
    );
    expect(reasonInEnglish(lineReason('unread', { fields: 'amount, closed_at' }))).toBe(
      'could not be read: amount, closed_at',
    );
  });
});
