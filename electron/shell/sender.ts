/** The parts of a frame that say whose it is. */
export interface Frame {
  readonly origin: string;
  readonly parent: Frame | null;
}

/** True for the top frame of the page itself; a frame in it, a page of another origin, a frame already gone (null) and an opaque one are strangers. */
export function isOwnPage(frame: Frame | null, origin: string): boolean {
  return frame !== null && frame.parent === null && frame.origin === origin;
}
