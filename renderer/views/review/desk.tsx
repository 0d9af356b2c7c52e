import type { ReviewMessage } from '../../../electron/contract';
import type { Deck } from '../../../electron/model/deck';
import { useDeck } from '../../state/deck';
import { ProblemBlock } from '../../ui/problem';
import { useWords } from '../../ui/words';
import { Bar } from './bar';
import { SlideList } from './slide-list';
import { SlidePicture } from './slide-picture';
import { Written } from './written';

/** The desk the review is made at: slides, preview, what is written. */
export function Desk({ deck, told }: { deck: Deck; told: ReviewMessage }) {
  const { t } = useWords();
  const stale = useDeck((store) => store.stale);
  const problem = useDeck((store) => store.problem);
  const selected = useDeck((store) => store.selected);
  const slide = told.slides.find(({ id }) => id === selected);
  const left = told.leftOut.find(({ id }) => id === selected);
  return (
    <div className="view review">
      <Bar deck={deck} title={told.title} />
      {problem && <ProblemBlock {...problem} onRepeat={() => useDeck.setState({ problem: null })} />}
      <div className={`review-desk ${stale ? 'stale' : ''}`}>
        <SlideList deck={deck} told={told} />
        <section className="review-preview" aria-label={t('review.preview')}>
          {slide ? (
            <SlidePicture drawn={slide.drawn} />
          ) : (
            <p className="quiet">{left ? `${left.title}: ${left.reason}` : t('review.notShown')}</p>
          )}
        </section>
        <Written key={selected} slide={deck.slides.find(({ id }) => id === selected)} told={slide} />
      </div>
    </div>
  );
}
