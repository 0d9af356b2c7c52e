import type { ReviewMessage } from '../../../electron/contract';
import type { Deck } from '../../../electron/model/deck';
import { cancelExport, exportReview, openReview, useDeck } from '../../state/deck';
import type { ExportFormat } from '../../state/deck';
import { Button } from '../../ui/button';
import { MenuButton } from '../../ui/menu';
import { ProblemBlock } from '../../ui/problem';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../ui/words';
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
        <Written
          key={`${selected ?? ''} ${slide?.headline ?? ''}`}
          slide={deck.slides.find(({ id }) => id === selected)}
          told={slide}
        />
      </div>
    </div>
  );
}

const formats: readonly ExportFormat[] = ['pptx', 'xlsx', 'html', 'csv', 'svg', 'png'];

function Bar({ deck, title }: { deck: Deck; title: string }) {
  const { t, locale } = useWords();
  const writing = useDeck((store) => store.writing);
  const written = useDeck((store) => store.written);
  const { year, quarter } = deck;
  return (
    <div className="review-bar">
      <h1>{title}</h1>
      <Segmented
        label={t('review.templateOf')}
        items={[
          { id: 'quarterly', text: t('review.template.quarterly') },
          { id: 'board', text: t('review.template.board') },
        ]}
        selected={deck.template === 'board' ? 'board' : 'quarterly'}
        onChange={(template) => void openReview({ template, year, quarter, rep: null }, locale)}
      />
      <span className="top-space" />
      {written !== null && <span className="small quiet">{t('review.saved', { file: written })}</span>}
      {writing === null ? (
        <MenuButton
          label={t('review.export')}
          button={<Button kind="primary">{t('review.export')}</Button>}
          groups={[
            {
              title: '16 : 9',
              items: formats.map((format) => ({ id: `${format} 16:9`, text: t(`review.format.${format}`) })),
            },
            { title: '4 : 3', items: [{ id: 'pptx 4:3', text: t('review.format.pptx') }] },
          ]}
          onChoose={(id) => {
            const [name, ratio] = id.split(' ');
            const format = formats.find((each) => each === name);
            if (format) void exportReview(format, ratio === '4:3' ? '4:3' : '16:9', locale);
          }}
        />
      ) : (
        <Button onPress={cancelExport}>{t('review.stop', { file: writing })}</Button>
      )}
    </div>
  );
}
