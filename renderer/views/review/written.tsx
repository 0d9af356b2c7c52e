import { useState } from 'react';
import type { ReviewMessage } from '../../../electron/contract';
import type { Slide } from '../../../electron/model/deck';
import { changeSlide, duplicateSlide, hideSlide, removeSlide } from '../../state/deck';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/words';

type Told = ReviewMessage['slides'][number];

// What is being written; begins anew where what is kept changes, as by undo or in another language.
function useDraft(kept: string) {
  const [draft, setDraft] = useState(kept);
  const [before, setBefore] = useState(kept);
  if (kept !== before) {
    setBefore(kept);
    setDraft(kept);
  }
  return [draft, setDraft] as const;
}

/** What a person writes on a slide, and what the figures say to it. */
export function Written({ slide, told }: { slide: Slide | undefined; told: Told | undefined }) {
  const { t, locale } = useWords();
  const [headline, setHeadline] = useDraft(slide?.headline ?? told?.headline ?? '');
  const [note, setNote] = useDraft(slide?.note ?? '');
  if (!slide) return <aside className="review-written" aria-label={t('review.note')} />;
  const keepHeadline = (text: string): void => {
    const own = text.trim() === '' || text === told?.supported ? null : text;
    void changeSlide(slide.id, { headline: own }, locale);
  };
  return (
    <aside className="review-written" aria-label={t('review.note')}>
      <div className="review-said">
        <label>
          <span className="small">{t('review.sheet.headline')}</span>
          <textarea
            rows={3}
            value={headline}
            onChange={(event) => setHeadline(event.target.value)}
            onBlur={() => keepHeadline(headline)}
          />
        </label>
        {told && (
          <Findings
            told={told}
            onUse={(text) => {
              setHeadline(text);
              keepHeadline(text);
            }}
          />
        )}
      </div>
      <label>
        <span className="small">{t('review.note')}</span>
        <textarea
          rows={5}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onBlur={() => void changeSlide(slide.id, { note }, locale)}
        />
      </label>
      <div className="review-side">
        <div className="review-acts">
          <Button onPress={() => void duplicateSlide(slide.id, locale)}>{t('review.duplicate')}</Button>
          <Button onPress={() => void hideSlide(slide.id, !slide.hidden, locale)}>
            {t(slide.hidden ? 'review.show' : 'review.hide')}
          </Button>
          <Button onPress={() => void removeSlide(slide.id, locale)}>{t('review.remove')}</Button>
        </div>
        <p className="caption">{t('review.keys')}</p>
      </div>
    </aside>
  );
}

// What the figures do not bear out, and a wording that they do.
function Findings({ told, onUse }: { told: Told; onUse: (text: string) => void }) {
  const { t } = useWords();
  if (told.findings.length === 0) return null;
  return (
    <div className="review-findings" role="status">
      <ul>
        {told.findings.map(({ claim, code }) => (
          <li key={`${code} ${claim}`}>{t(`review.finding.${code}`, { claim })}</li>
        ))}
      </ul>
      <p className="small">{t('review.supported', { headline: told.supported })}</p>
      <Button onPress={() => onUse(told.supported)}>{t('review.useSupported')}</Button>
    </div>
  );
}
