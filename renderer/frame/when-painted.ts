const shown = 100;
const longest = 600;

/** Does the work once what is rendered now has been painted and the window has had a moment to show it; soon in any case, for a window that is hidden paints nothing. */
export function whenPainted(work: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    work();
  };
  // A frame callback comes before its own frame is painted, so the one after tells of the first.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once, shown)));
  setTimeout(once, longest);
}
