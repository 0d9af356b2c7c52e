/** Content security policy of the page: nothing but its own files, styles of its own or marked with this response's nonce, no markup from text but through the page's own policy. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** The page with the nonce where the libraries look for it: `<meta property="csp-nonce">`, as `nonce` and as `content`. */
export function withNonce(html: string, nonce: string): string {
  const meta = `<meta property="csp-nonce" nonce="${nonce}" content="${nonce}" />`;
  return html.replace(/<meta property="csp-nonce"[^>]*>\s*/g, '').replace(/<head>/, `<head>${meta}`);
}
