import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ReviewMessage } from '../../../electron/contract';
import type { Deck, Slide } from '../../../electron/model/deck';
import { dropSlide, duplicateSlide, hideSlide, moveSlide, removeSlide, selectSlide, useDeck } from '../../state/deck';
import { IconWarn } from '../../ui/icons';
import { useWords } from '../../ui/words';

/** The slides in their order: marked where a headline claims too much, dragged or moved by keys. */
export function SlideList({ deck, told }: { deck: Deck; told: ReviewMessage }) {
  const { t } = useWords();
  return (
    <ol className="review-slides" aria-label={t('review.slides')}>
      {deck.slides.map((slide) => (
        <SlideRow key={slide.id} slide={slide} told={told} />
      ))}
    </ol>
  );
}

function SlideRow({ slide, told }: { slide: Slide; told: ReviewMessage }) {
  const { t, locale } = useWords();
  const selected = useDeck((store) => store.selected === slide.id);
  const [over, setOver] = useState(false);
  const said = told.slides.find(({ id }) => id === slide.id);
  const left = told.leftOut.find(({ id }) => id === slide.id);
  const marked = (said?.findings.length ?? 0) > 0;
  const name = said?.headline ?? left?.title ?? slide.id;
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = rowKey(event, slide, locale);
    if (!act) return;
    event.preventDefault();
    void act();
  };
  return (
    <li
      draggable
      data-slide={slide.id}
      className={over ? 'review-over' : ''}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', slide.id)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void dropSlide(event.dataTransfer.getData('text/plain'), slide.id, locale);
      }}
    >
      <button
        type="button"
        className={`review-slide ${slide.hidden || !said ? 'quiet' : ''}`}
        aria-current={selected ? 'true' : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Control+D H Delete"
        onClick={() => selectSlide(slide.id)}
        onKeyDown={onKeyDown}
      >
        <span className="num">{said?.number ?? '–'}</span>
        <span className="review-slide-name">{name}</span>
        {marked && <IconWarn size={14} aria-label={t('review.marked')} />}
        {slide.hidden && <span className="caption">{t('review.hidden')}</span>}
        {left && !slide.hidden && <span className="caption">{t('review.absent')}</span>}
      </button>
    </li>
  );
}

function rowKey(event: KeyboardEvent, { id, hidden }: Slide, language: 'en' | 'ms'): (() => Promise<void>) | null {
  if (event.altKey && event.key === 'ArrowUp') return () => moveSlide(id, -1, language);
  if (event.altKey && event.key === 'ArrowDown') return () => moveSlide(id, 1, language);
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') return () => duplicateSlide(id, language);
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key.toLowerCase() === 'h') return () => hideSlide(id, !hidden, language);
  return event.key === 'Delete' ? () => removeSlide(id, language) : null;
}
