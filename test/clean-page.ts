/** Before each test file: what an earlier file of the same process left on the shared page is taken down, so that no file finds another's elements. */
if ('document' in globalThis) {
  const { cleanup } = await import('@testing-library/react');
  cleanup();
  document.body.replaceChildren();
}

export {};
