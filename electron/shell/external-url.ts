const longest = 2_000;
const mailFields = new Set(['subject', 'body', 'cc']);

/**
 * The address in the form that may be handed to the system, null when it may not: https: to a named host without user or port, or a plain mailto:.
 * The system's handlers of other schemes run programs, and a user part or a backslash hides where an address leads.
 */
export function externalUrl(text: string): string | null {
  if (text.length > longest || /[\s\\\p{Cc}]/u.test(text)) return null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (url.protocol === 'mailto:') return isPlainMail(url) ? url.href : null;
  const isPlainWeb = /^https:\/\/[^/]/i.test(text) && !url.username && !url.password && !url.port;
  return url.protocol === 'https:' && isPlainWeb && isNamedHost(url.hostname) ? url.href : null;
}

function isNamedHost(host: string): boolean {
  return host.includes('.') && !/^[\d.]+$/.test(host) && !host.startsWith('[') && !host.endsWith('.');
}

// Mail programs have taken `attach` for a file to send along.
function isPlainMail(url: URL): boolean {
  return /^[\w.+-]+@[\w.-]+$/.test(url.pathname) && [...url.searchParams.keys()].every((key) => mailFields.has(key));
}
