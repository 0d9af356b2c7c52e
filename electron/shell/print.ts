/** Printing a page the engine wrote into a PDF: a window nobody sees, that runs no script, knows no file and no network, and shows this one page. */
import { BrowserWindow, session } from 'electron';
import type { Session } from 'electron';
import { guardSession } from './guards';
import { scheme } from './origin';

const printUrl = `${scheme}://print/`;

/** The page as PDF: its own sheet sizes, tagged, with an outline of its headings. */
export async function pdfOf(html: Uint8Array): Promise<Uint8Array> {
  const room = lockedRoom();
  room.protocol.handle(scheme, ({ url }) =>
    url === printUrl
      ? new Response(Uint8Array.from(html), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
      : new Response(null, { status: 404 }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: room,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webgl: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(printUrl);
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    window.destroy();
    room.protocol.unhandle(scheme);
  }
}

let rooms = 0;

// Kept in memory alone; each print has its own, so that none sees another's page.
function lockedRoom(): Session {
  const room = session.fromPartition(`print-${(rooms += 1)}`, { cache: false });
  guardSession(room);
  room.protocol.handle('file', () => new Response(null, { status: 403 }));
  room.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: url !== printUrl && !url.startsWith('data:') }),
  );
  return room;
}
