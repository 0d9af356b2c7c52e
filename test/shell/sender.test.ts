import { describe, expect, it } from 'vitest';
import { isOwnPage } from '../../electron/shell/sender';

const origin = 'app://quarterdeck';
const page = { origin, parent: null };

describe('the sender of a call', () => {
  it("is trusted when it is the page's top frame", () => {
    expect(isOwnPage(page, origin)).toBe(true);
  });

  it.each([
    ['a frame inside the page', { origin, parent: page }],
    ['a frame that is gone', null],
    ['a page of another host', { origin: 'app://quarterdeck.evil', parent: null }],
    ['a page of another scheme', { origin: 'https://quarterdeck', parent: null }],
    ['a page whose origin begins alike', { origin: 'app://quarterdeck:1', parent: null }],
    ['a data page, whose origin is opaque', { origin: 'null', parent: null }],
    ['a page without origin', { origin: '', parent: null }],
  ])('is a stranger when it is %s', (_name, frame) => {
    expect(isOwnPage(frame, origin)).toBe(false);
  });
});
