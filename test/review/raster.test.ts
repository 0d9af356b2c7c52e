import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pngOf } from '../../electron/review/raster';
import { systemFonts } from '../../electron/review/system-fonts';

const drawn = (text: string, weight = ''): Promise<Uint8Array> =>
  pngOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="30"><text x="4" y="20" font-size="16" fill="#1a1d23"${weight}>${text}</text></svg>`,
    160,
  );

it('marks of a gap and of a strength are letters the typeface has', async () => {
  const missing = await drawn('\u2603 1.1');
  for (const [mark, letter] of [
    ['▼', '↓'],
    ['▲', '↑'],
  ]) {
    expect(await drawn(`${mark} 1.1`)).toEqual(await drawn(`${letter} 1.1`));
    expect(await drawn(`${mark} 1.1`)).not.toEqual(missing);
  }
});

it('strong text is stronger', async () => {
  expect(await drawn('Win rate', ' font-weight="600"')).not.toEqual(await drawn('Win rate'));
});

it('letters of another script come from the typefaces of this computer, where it has any', async () => {
  const fonts = await systemFonts();
  const [one, other] = [await drawn('Иван'), await drawn('Олег')];
  // Without one both are four marks of a missing letter.
  const differ = Buffer.compare(one, other) !== 0;
  if (fonts.length === 0) expect(differ).toBe(false);
  const cyrillic = ['dejavu/DejaVuSans.ttf', 'liberation/LiberationSans-Regular.ttf'];
  if (cyrillic.some((name) => existsSync(`/usr/share/fonts/truetype/${name}`))) expect(differ).toBe(true);
});
