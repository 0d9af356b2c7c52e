import type { Words } from '../../../i18n';

const signs: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  ' ': 'blanks',
  '.': 'point',
};

/** A choice of a decision in words: `;` is a semicolon as a delimiter, `,` a decimal comma among numbers; all else as it is. */
export function choiceName(what: string, choice: string, { find }: Words): string {
  const sign = signs[choice];
  const named =
    sign === undefined ? find(`choice.${choice}`) : find(`${what === 'numbers' ? 'decimal' : 'sign'}.${sign}`);
  return named ?? find(`rung.${choice}`) ?? find(`exit.${choice}`) ?? said(choice, find) ?? choice;
}

// Choices that the engine says with a number or a name in them.
const spoken: readonly (readonly [RegExp, string])[] = [
  [/^line (?<n>\d+)$/, 'choice.line'],
  [/^(?<n>\d+) lines$/, 'choice.lines'],
  [/^as for (?<file>.+)$/s, 'choice.asFor'],
];

function said(choice: string, find: Words['find']): string | null {
  for (const [pattern, key] of spoken) {
    const found = pattern.exec(choice);
    if (found) return find(key, { ...found.groups });
  }
  return null;
}
