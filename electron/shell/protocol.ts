import { protocol } from 'electron';
import type { ProtocolRequest, ProtocolResponse } from 'electron';
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

/**
 * Serves the files of the page's folder under `app://quarterdeck/`, and nothing under `file:`.
 * By the older way of answering with bytes: `protocol.handle` speaks in web requests and responses, and loading those is a tenth of a second of the shell's time
 * just when the window waits for its page.
 */
export function servePage(folder: string): void {
  protocol.registerBufferProtocol(scheme, (request, give) => {
    void answer(folder, request).then(
      (response) => give(response ?? refusal),
      () => give(refusal),
    );
  });
  protocol.handle('file', () => new Response(null, { status: 403 }));
}

const refusal: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };

async function answer(folder: string, request: ProtocolRequest): Promise<ProtocolResponse | null> {
  const url = new URL(request.url);
  if (url.host !== host || (request.method !== 'GET' && request.method !== 'HEAD')) return null;
  const file = await servedPath(folder, url.pathname);
  if (!file) return null;
  const nonce = randomBytes(16).toString('base64');
  const bytes = await readFile(file);
  const data = basename(file).endsWith('.html') ? Buffer.from(withNonce(bytes.toString('utf8'), nonce)) : bytes;
  return { data, headers: headersOf(file, nonce) };
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
