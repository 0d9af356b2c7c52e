import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { Brand, Deck } from '../../../electron/model/deck';
import { setBrand, useDeck } from '../../state/deck';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ProblemBlock } from '../../ui/problem';
import { useWords } from '../../ui/words';

const plain: Brand = { accent: null, ink: null, font: null, logo: null, footer: null };

/** Colours of the product, shown where the company has none. */
const product = { accent: '2455C3', ink: '1A1D23' } as const;

const files = ['.png', '.jpg', '.jpeg', '.svg', '.pptx', '.potx'];

/** The company's look: two colours, typeface, logo, footer; by hand, or read from a picture or a PowerPoint template. */
export function BrandForm({ deck, onClose }: { deck: Deck; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('review.look.title')} onClose={onClose}>
      <Form key={JSON.stringify(deck.brand)} brand={deck.brand ?? plain} />
    </Dialog>
  );
}

function Form({ brand }: { brand: Brand }) {
  const { t, locale } = useWords();
  const [draft, setDraft] = useState(brand);
  const darkened = useDeck((store) => store.darkened);
  const problem = useDeck((store) => store.problem);
  const apply = (next: Brand, file: File | null = null): void => void setBrand(next, file, locale);
  return (
    <div className="review-look">
      <p className="small">{t('review.look.note')}</p>
      <div className="review-acts">
        <FileTrigger acceptedFileTypes={files} onSelect={(list) => apply(draft, list?.[0] ?? null)}>
          <Button>{t('review.look.file')}</Button>
        </FileTrigger>
        {brand.logo !== null && (
          <>
            <img className="review-logo" src={brand.logo} alt={t('review.look.logo')} />
            <Button onPress={() => apply({ ...draft, logo: null })}>{t('review.look.noLogo')}</Button>
          </>
        )}
      </div>
      <Colour
        name={t('review.look.accent')}
        value={draft.accent}
        own={product.accent}
        onChange={(accent) => setDraft({ ...draft, accent })}
      />
      <Colour
        name={t('review.look.ink')}
        value={draft.ink}
        own={product.ink}
        onChange={(ink) => setDraft({ ...draft, ink })}
      />
      <Line
        name={t('review.look.font')}
        value={draft.font}
        most={100}
        onChange={(font) => setDraft({ ...draft, font })}
      />
      <Line
        name={t('review.look.footer')}
        value={draft.footer}
        most={120}
        onChange={(footer) => setDraft({ ...draft, footer })}
      />
      {darkened.length > 0 && (
        <p className="small" role="status">
          {t('review.look.darkened', { colours: darkened.map((name) => t(`review.look.${name}`)).join(', ') })}
        </p>
      )}
      {problem && <ProblemBlock {...problem} onRepeat={() => useDeck.setState({ problem: null })} />}
      <div className="review-acts">
        <Button kind="primary" onPress={() => apply(draft)}>
          {t('review.look.apply')}
        </Button>
        <Button onPress={() => apply(plain)}>{t('review.look.reset')}</Button>
      </div>
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

// Without a colour of its own a field shows the product's, which a colour field cannot leave empty.
function Colour({ name, value, own, onChange }: FieldProps & { readonly own: string }) {
  return (
    <label className="review-look-line">
      <span className="small">{name}</span>
      <input
        type="color"
        value={`#${(value ?? own).toLowerCase()}`}
        className={value === null ? 'review-unset' : ''}
        onChange={(event) => onChange(event.target.value.slice(1).toUpperCase())}
      />
    </label>
  );
}

function Line({ name, value, most, onChange }: FieldProps & { readonly most: number }) {
  return (
    <label className="review-look-line">
      <span className="small">{name}</span>
      <input
        type="text"
        maxLength={most}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </label>
  );
}
