/** Scheme and host that the page is served under. */
export const scheme = 'app';
export const host = 'quarterdeck';

/** Address of the page that the development server serves; never set in a built program. */
export const devServer = import.meta.env.MODE === 'development' ? process.env['VITE_DEV_SERVER_URL'] : undefined;

/** Address of the page. */
export const pageUrl = devServer ?? `${scheme}://${host}/index.html`;

/** Origin of the page. */
export const pageOrigin = originOf(pageUrl);

/** Scheme and host of an address; of one that cannot be read, nothing. */
export function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url ? `${url.protocol}//${url.host}` : '';
}
