import { useState } from 'react';
import type { Deck } from '../../../electron/model/deck';
import { periodName } from '../../frame/period-name';
import { focusSlide } from '../../frame/review-keys';
import { makeAgain, openReview, openVersion, setMask, useDeck } from '../../state/deck';
import { shareCopy } from '../../state/deck-files';
import { rangeOf, shifted } from '../../state/period';
import { useValues } from '../../state/reads';
import { useAsOfDay, useCalendar } from '../../state/use-period';
import { Button } from '../../ui/button';
import { MenuButton } from '../../ui/menu';
import { SearchPick } from '../../ui/search-pick';
import { Segmented } from '../../ui/segmented';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { BrandForm } from './brand-form';
import { ExportMenu } from './export-menu';

/** What the review is of, which look and names it has, and the ways out. */
export function Bar({ deck, title }: { deck: Deck; title: string }) {
  const { t } = useWords();
  const [look, setLook] = useState(false);
  return (
    <div className="review-bar">
      <h1>{title}</h1>
      <Templates deck={deck} />
      <Again deck={deck} />
      <div className="review-ways">
        <Versions />
        <Button onPress={() => setLook(true)}>{t('review.look.title')}</Button>
        {look && <BrandForm deck={deck} onClose={() => setLook(false)} />}
        <Names />
        <ExportMenu />
      </div>
    </div>
  );
}

function Templates({ deck: { template, year, quarter, rep } }: { deck: Deck }) {
  const { t, locale } = useWords();
  const { answer: people } = useValues('rep');
  const hidden = useDeck((store) => store.mask.reps);
  const names = (people ?? []).map(({ value }) => value).sort((a, b) => a.localeCompare(b));
  const open = (next: Deck['template'], person: string | null): void =>
    void openReview({ template: next, year, quarter, rep: person }, locale);
  return (
    <>
      <Segmented
        label={t('review.templateOf')}
        items={[
          { id: 'quarterly', text: t('review.template.quarterly') },
          { id: 'board', text: t('review.template.board') },
        ]}
        selected={template}
        onChange={(next) => open(next, null)}
      />
      {hidden ? (
        <Button pressed={template === 'one-to-one'} refused={t('review.oneToOneHidden')}>
          {t('review.oneToOne')}
        </Button>
      ) : (
        <SearchPick
          button={
            <Button pressed={template === 'one-to-one'}>
              {rep === null ? t('review.oneToOne') : t('review.template.one-to-one', { rep })}
            </Button>
          }
          label={t('review.oneToOne')}
          items={names.map((name) => ({ id: name, text: name }))}
          selected={rep === null ? [] : [rep]}
          onChange={([person]) => {
            if (person !== undefined) open('one-to-one', person);
          }}
        />
      )}
    </>
  );
}

// The next quarter, once it has begun.
function Again({ deck }: { deck: Deck }) {
  const words = useWords();
  const calendar = useCalendar();
  const day = useAsOfDay();
  const next = shifted({ kind: 'quarter', year: deck.year, quarter: deck.quarter }, 1);
  if (next?.kind !== 'quarter' || (rangeOf(next, calendar).from ?? '') > day) return null;
  const { year, quarter } = next;
  return (
    <Button onPress={() => void makeAgain({ year, quarter }, words.locale).then(focusSlide)}>
      {words.t('review.again', { period: periodName(next, words) })}
    </Button>
  );
}

function Versions() {
  const words = useWords();
  const { t, locale } = words;
  const { instant } = useFormat();
  const versions = useDeck((store) => store.versions);
  if (versions.length === 0) return null;
  return (
    <MenuButton
      label={t('review.versions')}
      button={<Button>{t('review.versions')}</Button>}
      groups={[
        {
          items: [...versions.entries()].reverse().map(([i, { deck, at }]) => ({
            id: String(i),
            text: periodName({ kind: 'quarter', year: deck.year, quarter: deck.quarter }, words),
            note: at === null ? t('review.draft') : t('review.writtenAt', { at: instant(Date.parse(at)) }),
          })),
        },
      ]}
      onChoose={(id) => {
        const version = versions[Number(id)];
        if (version) void openVersion(version, locale);
      }}
    />
  );
}

function Names() {
  const { t, locale } = useWords();
  const mask = useDeck((store) => store.mask);
  const shown = (['customers', 'reps'] as const).filter((kind) => mask[kind]);
  return (
    <MenuButton
      label={t('review.names.title')}
      button={<Button>{t(shown.length > 0 ? 'review.names.hidden' : 'review.names.title')}</Button>}
      multiple
      selected={shown}
      groups={[
        {
          title: t('review.names.note'),
          items: [
            { id: 'customers', text: t('review.names.customers') },
            { id: 'reps', text: t('review.names.reps') },
          ],
        },
        { items: [{ id: 'share', text: t('review.names.share'), ends: true }] },
      ]}
      onChoose={(id) => {
        if (id === 'share') void shareCopy(locale);
        if (id === 'customers' || id === 'reps') void setMask({ ...mask, [id]: !mask[id] }, locale);
      }}
    />
  );
}
