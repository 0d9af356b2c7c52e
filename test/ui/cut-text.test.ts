// @vitest-environment page
import { afterEach, describe, expect, it } from 'vitest';
import { tellCutText } from '../../renderer/ui/cut-text';

function cell(text: string, { wide, title }: { wide: boolean; title?: string }): HTMLElement {
  const element = document.createElement('div');
  element.style.textOverflow = 'ellipsis';
  const inner = element.appendChild(document.createElement('span'));
  inner.textContent = text;
  if (title !== undefined) element.title = title;
  Object.defineProperty(element, 'clientWidth', { value: 100 });
  Object.defineProperty(element, 'scrollWidth', { value: wide ? 180 : 100, configurable: true });
  return document.body.appendChild(element);
}

function pointAt(element: HTMLElement): void {
  element.firstElementChild?.dispatchEvent(new Event('pointerover', { bubbles: true }));
}

afterEach(() => document.body.replaceChildren());

describe('text that is cut', () => {
  it('is told in full where the pointer rests, and no longer once it fits', () => {
    const end = tellCutText(document);
    const cut = cell('Pejabat Daerah Taman Orkid Alam', { wide: true });
    pointAt(cut);
    expect(cut.title).toBe('Pejabat Daerah Taman Orkid Alam');
    Object.defineProperty(cut, 'scrollWidth', { value: 100 });
    pointAt(cut);
    expect(cut.hasAttribute('title')).toBe(false);
    end();
  });

  it('gives no title to what fits, keeps one of its own, and ends', () => {
    const end = tellCutText(document);
    const whole = cell('Short', { wide: false });
    const titled = cell('Pejabat Daerah', { wide: true, title: 'Owner: Pejabat Daerah' });
    pointAt(whole);
    pointAt(titled);
    expect([whole.title, titled.title]).toEqual(['', 'Owner: Pejabat Daerah']);
    end();
    const later = cell('Pejabat Daerah Taman Orkid Alam', { wide: true });
    pointAt(later);
    expect(later.title).toBe('');
  });
});
