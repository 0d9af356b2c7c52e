import { describe, expect, it } from 'vitest';
import { contentPolicy, withNonce } from '../../electron/shell/content-policy';

const marked = '<meta property="csp-nonce" nonce="abc" content="abc" />';

describe('the content policy', () => {
  it('lets in nothing that is not named, runs no text as code and asks for trusted types', () => {
    expect(contentPolicy('abc')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; " +
        "font-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
    );
  });
});

describe('the nonce in the page', () => {
  it('is put at the top of the head', () => {
    expect(withNonce('<html><head><title>x</title></head></html>', 'abc')).toBe(
      `<html><head>${marked}<title>x</title></head></html>`,
    );
  });

  it('takes the place of one that is there', () => {
    const html = '<head><meta charset="utf-8" /><meta property="csp-nonce" nonce="old" content="old" /></head>';
    expect(withNonce(html, 'abc')).toBe(`<head>${marked}<meta charset="utf-8" /></head>`);
  });
});
