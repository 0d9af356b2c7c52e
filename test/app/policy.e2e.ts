// Rule 7 of the security list: what the page's content policy refuses, each tried in the built program.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAttack, expectUnharmed } from './attacks';
import { launchApp } from './harness';
import type { LaunchedApp } from './harness';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
});

beforeEach(() => beginAttack(launched.page));

afterAll(async () => {
  launched.noise.length = 0;
  await launched.close();
});

/** An attack, and the directive that must refuse it; null where the browser refuses without an event. Text runs after the call, for a debugger's own call may run it. */
const attacks: Readonly<Record<string, readonly [string | null, () => void]>> = {
  'a script put into the page': [
    'require-trusted-types-for',
    () => {
      const script = document.createElement('script');
      script.textContent = "window.harm = 'done'";
      document.body.append(script);
    },
  ],
  'a script put together from nodes': [
    null,
    () => {
      const script = document.createElementNS('http://www.w3.org/2000/svg', 'script');
      script.append("window.harm = 'done'");
      document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).append(script);
    },
  ],
  'a script from elsewhere': [
    'require-trusted-types-for',
    () => {
      document.body.append(Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' }));
    },
  ],
  eval: [
    'require-trusted-types-for',
    () => void setTimeout(() => void Reflect.apply(eval, window, ["window.harm = 'done'"])),
  ],
  'a function from text': [
    'require-trusted-types-for',
    () => void setTimeout(() => Reflect.construct(Function, ["window.harm = 'done'"]) as unknown),
  ],
  'a timer from text': [
    'require-trusted-types-for',
    () => void Reflect.apply(Reflect.get(window, 'setTimeout'), window, ["window.harm = 'done'", 0]),
  ],
  'an attribute that runs': [
    'require-trusted-types-for',
    () => {
      const button = document.body.appendChild(document.createElement('button'));
      button.setAttribute('onclick', "window.harm = 'done'");
      button.click();
    },
  ],
  'an address that runs': [
    'script-src-elem',
    () => {
      const link = document.body.appendChild(document.createElement('a'));
      link.href = "javascript:window.harm = 'done'";
      link.click();
    },
  ],
  'a picture from elsewhere': ['img-src', () => void Object.assign(new Image(), { src: 'https://example.com/x.png' })],
  'a request to elsewhere': [
    'connect-src',
    () =>
      void fetch('https://example.com/').then(
        () => (window.harm = 'done'),
        () => {},
      ),
  ],
  'a socket to elsewhere': ['connect-src', () => void new WebSocket('wss://example.com/')],
  'a beacon to elsewhere': ['connect-src', () => void navigator.sendBeacon('https://example.com/', 'x')],
  'a worker from text': [
    'require-trusted-types-for',
    () => {
      const url = URL.createObjectURL(new Blob(["postMessage('done')"], { type: 'text/javascript' }));
      new Worker(url).onmessage = () => (window.harm = 'done');
    },
  ],
  'a frame from elsewhere': [
    'frame-src',
    () => void document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })),
  ],
  'a form sent elsewhere': [
    'form-action',
    () => {
      const form = document.body.appendChild(document.createElement('form'));
      form.action = 'https://example.com/';
      form.submit();
    },
  ],
  'a style without the nonce': [
    'style-src-elem',
    () => {
      const style = document.createElement('style');
      style.append("body { --harm: 'done' }");
      document.body.append(style);
      window.harm = getComputedStyle(document.body).getPropertyValue('--harm') || undefined;
    },
  ],
  'a style sheet from elsewhere': [
    'style-src-elem',
    () => {
      const link = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: 'https://example.com/x.css',
      });
      document.body.append(link);
    },
  ],
  'another base for addresses': [
    'base-uri',
    () => void document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.com/' })),
  ],
  'an embedded object': [
    'require-trusted-types-for',
    () => void document.body.append(Object.assign(document.createElement('embed'), { src: 'https://example.com/x' })),
  ],
  'a policy of its own for markup': [
    'trusted-types',
    () => {
      const factory: unknown = Reflect.get(window, 'trustedTypes');
      (factory as { createPolicy(name: string, rules: object): void }).createPolicy('evil', {});
    },
  ],
};

describe('7, the content policy', () => {
  it.each(Object.keys(attacks))('%s is refused', async (name) => {
    const { app, page } = launched;
    const [directive, attack] = attacks[name] ?? [null, () => {}];
    await page.evaluate(attack).catch(() => undefined);
    if (directive !== null) await expect.poll(() => page.evaluate(() => window.refused)).toContain(directive);
    await expectUnharmed(app, page);
  });

  const markups: Readonly<Record<string, (text: string) => void>> = {
    innerHTML: (text) => void Object.assign(document.createElement('div'), { innerHTML: text }),
    outerHTML: (text) =>
      void Object.assign(document.body.appendChild(document.createElement('div')), { outerHTML: text }),
    insertAdjacentHTML: (text) => document.body.insertAdjacentHTML('beforeend', text),
    'a range': (text) => void document.createRange().createContextualFragment(text),
    'document.write': (text) => document.write(text),
    'a parsed document': (text) => void new DOMParser().parseFromString(text, 'text/html'),
    srcdoc: (text) => void Object.assign(document.createElement('iframe'), { srcdoc: text }),
  };

  it.each(Object.keys(markups))('markup from text through %s is refused', async (name) => {
    const { app, page } = launched;
    const text = `<img src="x" onerror="window.harm = 'done'">`;
    await expect(page.evaluate(markups[name] ?? (() => {}), text)).rejects.toThrow('TypeError');
    await expectUnharmed(app, page);
  });

  it('each answer has a nonce of its own, and the page can find it', async () => {
    const nonces = await launched.page.evaluate(async () => {
      const policy = async () =>
        /'nonce-([^']+)'/.exec((await fetch('/index.html')).headers.get('content-security-policy') ?? '')?.[1];
      const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
      return [await policy(), await policy(), meta?.nonce, meta?.content];
    });
    expect(new Set(nonces).size).toBe(3);
    for (const nonce of nonces) expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(nonces[2]).toBe(nonces[3]);
  });

  it('a style with the nonce of the page applies', async () => {
    const value = await launched.page.evaluate(() => {
      const style = document.createElement('style');
      style.nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
      style.append('body { --own: 1 }');
      document.head.append(style);
      return getComputedStyle(document.body).getPropertyValue('--own');
    });
    expect(value).toBe('1');
  });
});
