import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { checkedBrand, readable } from '../../electron/review/brand';
import { logoIn } from '../../electron/review/draw/logo';
import { drawSlide } from '../../electron/review/draw/slide';
import { htmlOf } from '../../electron/review/html';
import { pptxOf } from '../../electron/review/pptx';
import { printPageOf } from '../../electron/review/print';
import { reviewOf } from './content';

const none = { accent: null, ink: null, font: null, logo: null, footer: null };
const svg = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>',
);

async function template(theme: string): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('ppt/theme/theme1.xml', theme);
  const { brand } = await checkedBrand(none, { name: 'logo.svg', bytes: svg });
  zip.file('ppt/media/image1.png', Buffer.from((brand.logo ?? '').split(',')[1] ?? '', 'base64'));
  zip.file(
    'ppt/slideMasters/_rels/slideMaster1.xml.rels',
    '<Relationships><Relationship Id="rId1" Target="../media/image1.png"/></Relationships>',
  );
  return zip.generateAsync({ type: 'uint8array' });
}

const theme =
  '<a:theme><a:dk1><a:sysClr val="windowText" lastClr="222222"/></a:dk1><a:accent1><a:srgbClr val="aaddff"/></a:accent1><a:majorFont><a:latin typeface="Georgia"/></a:majorFont></a:theme>';

describe('the look of a company', () => {
  it('comes from a PowerPoint template, its pale accent made darker', async () => {
    const { brand, darkened } = await checkedBrand(none, { name: 'ours.POTX', bytes: await template(theme) });
    expect([brand.font, brand.ink, darkened]).toEqual(['Georgia', '222222', ['accent']]);
    expect(brand.accent).toMatch(/^[0-9A-F]{6}$/);
    expect(brand.accent).not.toBe('AADDFF');
    expect(logoIn(brand)).toEqual({ width: 560, height: 140 });
  });

  it('leaves a colour that can be read as it is', async () => {
    const given = { ...none, accent: '8A1538', ink: '101010' };
    expect(await checkedBrand(given, null)).toEqual({ brand: given, darkened: [] });
    // White gives 1.05 / 1.05, and 4.5 is the least there may be: #767676 has 4.54, #777777 has 4.48.
    expect([readable('767676', 4.5), readable('777777', 4.5) === '777777']).toEqual(['767676', false]);
  });

  it.each([
    ['a file that is no picture', 'logo.png', new TextEncoder().encode('PK')],
    ['a template without a theme', 'x.pptx', new TextEncoder().encode('PK')],
    ['a broken drawing', 'x.svg', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><rect')],
  ])('is not taken from %s', async (_what, name, bytes) => {
    await expect(checkedBrand(none, { name, bytes })).rejects.toMatchObject({
      code: 'brand_unreadable',
      args: { file: name },
    });
  });

  it('is in slides, pages and prints', { timeout: 30_000 }, async () => {
    const { brand } = await checkedBrand({ ...none, accent: '8A1538' }, { name: 'logo.svg', bytes: svg });
    const own = { ...brand, font: 'Georgia' };
    const review = reviewOf();
    const [slide] = review.slides;
    const shapes = slide ? drawSlide(slide, review, '4:3', own).shapes : [];
    const logo = shapes.find(({ kind }) => kind === 'image');
    expect(logo?.kind === 'image' && [logo.width / logo.height, logo.href === own.logo]).toEqual([4, true]);
    expect(shapes.some((shape) => 'fill' in shape && shape.fill === '#8A1538')).toBe(true);
    expect(JSON.stringify(shapes)).not.toContain('#2455C3');
    for (const page of [htmlOf(review, '16:9', own), printPageOf(review, 'A4', '16:9', own)]) {
      const text = new TextDecoder().decode(page);
      expect(text).toContain("'Georgia', 'Inter Variable'");
      expect(text).toContain('#8A1538');
    }
    const zip = await JSZip.loadAsync(await pptxOf(review, '16:9', own));
    const written = (await zip.file('ppt/theme/theme1.xml')?.async('string')) ?? '';
    expect(written).toContain('<a:accent1><a:srgbClr val="8A1538"/>');
    expect(written).toContain('typeface="Georgia"');
    expect(Object.keys(zip.files).some((name) => /^ppt\/media\/.*\.png$/.test(name))).toBe(true);
  });
});
