/** A mark on titles set here, so that one of the element's own is never touched. */
const mark = 'cut';

/** Text cut with an ellipsis is told in full while the pointer rests on it. Gives what ends it. */
export function tellCutText(document: Document): () => void {
  const onOver = ({ target }: Event): void => {
    if (target instanceof Element) tell(target);
  };
  document.addEventListener('pointerover', onOver);
  return () => document.removeEventListener('pointerover', onOver);
}

// The cut may lie on what holds the text: a cell around a name around a word.
function tell(target: Element): void {
  for (let element: Element | null = target, up = 0; element instanceof HTMLElement && up < 4; up++) {
    if (element.dataset[mark] !== undefined) untell(element);
    if (isCut(element) && !element.title) {
      element.title = element.textContent;
      element.dataset[mark] = '';
      return;
    }
    element = element.parentElement;
  }
}

function untell(element: HTMLElement): void {
  element.removeAttribute('title');
  delete element.dataset[mark];
}

function isCut(element: HTMLElement): boolean {
  return element.scrollWidth > element.clientWidth && getComputedStyle(element).textOverflow === 'ellipsis';
}
