import { describe, expect, it } from 'vitest';
import { evidenceTexts, because, inEnglish } from '../../electron/model/evidence';
import { en } from '../../renderer/i18n/en';
import { ms } from '../../renderer/i18n/ms';

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();

describe('why something was decided', () => {
  it('has words for every code in each language, with the same values in them', () => {
    const codes = Object.keys(evidenceTexts).sort();
    for (const language of [en.evidence, ms.evidence]) {
      expect(Object.keys(language).sort()).toEqual(codes);
      for (const [code, text] of Object.entries(language)) {
        const own = placeholders(evidenceTexts[code as keyof typeof evidenceTexts]);
        const known = placeholders(text).filter((name) => own.includes(name));
        expect(known, code).toEqual(own);
      }
    }
  });

  it('is said in English with its values', () => {
    expect(inEnglish(because('most_amounts', { n: 1234, all: 2000, currency: 'MYR' }))).toBe(
      '1,234 of 2,000 amounts with a currency are in MYR',
    );
    expect(inEnglish(because('same_columns'))).toBe('the same columns');
  });
});
