import { protocol } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { contentPolicy, withNonce } from './content-policy';
import { host, scheme } from './origin';
import { mediaType, servedPath } from './served-path';

/** Makes `app:` a scheme like https: with an origin of its own; before the program is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the files of the page's folder under `app://quarterdeck/`, and nothing under `file:`. */
export function servePage(folder: string): void {
  protocol.handle(scheme, async (request) => (await answer(folder, request)) ?? refusal(404));
  protocol.handle('file', () => refusal(403));
}

async function answer(folder: string, request: Request): Promise<Response | null> {
  const url = new URL(request.url);
  if (url.host !== host || (request.method !== 'GET' && request.method !== 'HEAD')) return null;
  const file = await servedPath(folder, url.pathname);
  if (!file) return null;
  const nonce = randomBytes(16).toString('base64');
  const bytes = await readFile(file);
  const body = basename(file).endsWith('.html') ? withNonce(bytes.toString('utf8'), nonce) : bytes;
  return new Response(body, { headers: headersOf(file, nonce) });
}

function headersOf(file: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': mediaType(file) ?? 'application/octet-stream',
    'Content-Security-Policy': contentPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'X-DNS-Prefetch-Control': 'off',
    'Cache-Control': 'no-cache',
  };
}

function refusal(status: number): Response {
  return new Response(null, { status });
}
