/**
 * jsdom that lasts as long as the process it is in. Test files share a process (`isolate: false` in `vite.config.ts`) and with it the modules they load;
 * some of these, React's among them, hold on to the document they first saw, so it must not be taken from them between two files.
 */
import { createRequire } from 'node:module';
import type { Environment } from 'vitest/runtime';
import { populateGlobal } from 'vitest/runtime';

interface Jsdom {
  readonly JSDOM: new (html: string, options: object) => { readonly window: Window };
}

const made = Symbol.for('quarterdeck.page');

const page: Environment = {
  name: 'page',
  // The modules of the tests without a page serve here as well.
  viteEnvironment: 'ssr',
  setup(global: typeof globalThis) {
    if (!Reflect.has(global, made)) makePage(global);
    return { teardown: () => undefined };
  },
};

export default page;

function makePage(global: typeof globalThis): void {
  // A package as it is: an import would be run through the tests' own module loader.
  const { JSDOM } = createRequire(import.meta.url)('jsdom') as Jsdom;
  const { window } = new JSDOM('<!doctype html>', { url: 'http://localhost/', pretendToBeVisual: true });
  populateGlobal(global, window, { bindFunctions: true });
  Reflect.set(global, made, window);
}
