import { app } from 'electron';
import type { Session, WebContents } from 'electron';
import { devServer, originOf, pageOrigin } from './origin';

/** Name look-ups end here: the page needs none. Before the program is ready. */
export function forbidNetwork(): void {
  const own = devServer ? `, EXCLUDE ${new URL(devServer).hostname}` : '';
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${own}`);
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('no-pings');
}

/** Guards the session of the page, and keeps every page, also one opened later, where it is. */
export function guardAll(session: Session): void {
  guardSession(session);
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

/** Refuses every permission but copying, every device and every request that leaves the machine. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(isAllowed(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isLocal(url) }));
  session.on('will-download', (event) => event.preventDefault());
}

// The one permission there is: to copy text out of the page.
function isAllowed(permission: string, address: string): boolean {
  return permission === 'clipboard-sanitized-write' && originOf(address) === pageOrigin;
}

function guard(contents: WebContents): void {
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

// In development alone, where the server has the page loaded anew after a change that cannot be replaced in place.
function stay(event: { readonly url: string; preventDefault(): void }): void {
  if (devServer === undefined || originOf(event.url) !== originOf(devServer)) event.preventDefault();
}

const localSchemes = new Set(['app:', 'blob:', 'data:', 'devtools:', 'file:']);

// `file:` passes to be refused by its own handler; the development server counts as the page's own origin.
function isLocal(address: string): boolean {
  const { protocol, host } = new URL(address);
  return localSchemes.has(protocol) || (devServer !== undefined && host === new URL(devServer).host);
}
