const longest = 500;

/** Does the work once what is rendered now has been painted; half a second later at the latest, for a window that is hidden paints nothing. */
export function whenPainted(work: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    work();
  };
  // A frame callback comes before its own frame is painted, so the one after tells of the first.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once)));
  setTimeout(once, longest);
}
