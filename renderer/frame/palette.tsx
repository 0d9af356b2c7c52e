import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { chooseFiles, newByDialog, openByDialog, openSample } from '../state/doors';
import { setDark, setLanguage, usePreferences } from '../state/preferences';
import { filterTo, showView, viewIds } from '../state/question';
import { callFilter, explain, show, useScreen } from '../state/screen';
import { useMetricList, useValues } from '../state/reads';
import { openView, useSavedViews } from '../state/saved-views';
import { startTour } from '../state/tour';
import { usePeriod, useQuestionAbout } from '../state/use-period';
import { useWorkspace } from '../state/workspace';
import { IconSearch } from '../ui/icons';
import '../ui/overlays.css';
import { useWords } from '../ui/words';
import type { AskedInWords } from './asked-in-words';
import { useAskedInWords } from './asked-in-words';
import { dimensionName } from './names';
import { addShown, redoStep, undoStep } from './review-keys';
import { whereDrawn } from './where-drawn';

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly note?: string;
  /** What is shown where it is not the text that is searched. */
  readonly shown?: string;
  readonly run: () => void;
}

interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Search over views, measures, people and commands; Ctrl K opens it. */
export function Palette() {
  const open = useScreen((screen) => screen.palette);
  return open ? <Opened /> : null;
}

function Opened() {
  const words = useWords();
  const { t } = words;
  const [typed, setTyped] = useState('');
  const open = useWorkspace((store) => store.phase === 'open');
  const asked = useAskedInWords(typed, open, words);
  const { contains } = useFilter({ sensitivity: 'base' });
  const close = (): void => show({ palette: false });
  const plain: readonly Section[] = useSections();
  // Its text is what was typed, so that the search below never hides it.
  const answer: Entry = { id: 'asked', text: typed, shown: asked?.text ?? '', run: asked?.run ?? close };
  const understood = asked?.unknown.length === 0;
  const sections = understood ? [{ title: t('palette.answer'), entries: [answer] }, ...plain] : plain;
  const run = (key: string): void => {
    close();
    sections
      .flatMap((section) => section.entries)
      .find((entry) => entry.id === key)
      ?.run();
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      className="veil veil-top"
    >
      <Modal className="dialog palette">
        <Dialog aria-label={t('frame.search')} style={{ outline: 'none' }}>
          <Autocomplete filter={contains} inputValue={typed} onInputChange={setTyped}>
            <div onKeyDownCapture={(event) => closeAtOnce(event, close)}>
              <SearchField aria-label={t('frame.search')} autoFocus className="pick-search">
                <IconSearch size={16} aria-hidden />
                <Input placeholder={t('frame.searchHint')} />
              </SearchField>
            </div>
            <ListBox
              aria-label={t('frame.search')}
              className="pick-list"
              selectionMode="single"
              onSelectionChange={(keys) => (keys === 'all' ? undefined : [...keys].forEach((key) => run(String(key))))}
              renderEmptyState={() => <NotUnderstood typed={typed} asked={asked} />}
            >
              {sections.map((section) => (
                <ListBoxSection key={section.title} className="menu-group">
                  <Header className="menu-title">{section.title}</Header>
                  {section.entries.map((entry) => (
                    <ListBoxItem key={entry.id} id={entry.id} textValue={entry.text} className="menu-item">
                      <span>{entry.shown ?? entry.text}</span>
                      {entry.note !== undefined && <span className="menu-note">{entry.note}</span>}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

// Escape closes also where something is typed: the field alone would be emptied first.
function closeAtOnce(event: KeyboardEvent, close: () => void): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
  event.stopPropagation();
  close();
}

// Nothing is offered that would answer another question than the typed one; what is missing is said, and how a question is put.
function NotUnderstood({ typed, asked }: { typed: string; asked: AskedInWords | null }) {
  const { t } = useWords();
  return (
    <div className="pick-empty palette-empty">
      <p>
        {asked
          ? t('palette.half', { asked: asked.text, unknown: asked.unknown.join(' ') })
          : t(/\s/.test(typed.trim()) ? 'palette.noMeasure' : 'common.nothingFound')}
      </p>
      <p>{t('palette.how')}</p>
    </div>
  );
}

function useSections(): readonly Section[] {
  const open = useWorkspace((store) => store.phase === 'open');
  const { t } = useWords();
  const views = useViews();
  const measures = useMeasures(open);
  const people = usePeople(open);
  const commands = useCommands(open);
  const saved = useSavedViews();
  const sections = [
    { title: t('palette.views'), entries: open ? views : [] },
    {
      title: t('saved.title'),
      entries: saved.map((view) => ({ id: `saved:${view.id}`, text: view.name, run: () => openView(view) })),
    },
    { title: t('palette.measures'), entries: measures },
    { title: t('palette.people'), entries: people },
    { title: t('palette.commands'), entries: commands },
  ];
  return sections.filter((section) => section.entries.length > 0);
}

function useViews(): readonly Entry[] {
  const { t } = useWords();
  return viewIds.map((id) => ({ id: `view:${id}`, text: t(`view.${id}`), run: () => showView(id) }));
}

function useMeasures(open: boolean): readonly Entry[] {
  const { find, t } = useWords();
  const question = useQuestionAbout(usePeriod());
  const { answer = [] } = useMetricList(open);
  return answer.map(({ id, title }) => ({
    id: `metric:${id}`,
    text: find(`metric.${id}.title`) ?? title,
    note: t('palette.explain'),
    run: () => {
      const view = whereDrawn[id];
      if (view !== undefined) showView(view);
      explain({ metric: id, question });
    },
  }));
}

function usePeople(open: boolean): readonly Entry[] {
  const words = useWords();
  const { answer = [] } = useValues(open ? 'rep' : null);
  return answer.map(({ value }) => ({
    id: `rep:${value}`,
    text: value,
    note: words.t('palette.filterTo', { dimension: dimensionName('rep', words) }),
    run: () => filterTo('rep', [value]),
  }));
}

// Its first step speaks of the figures there.
function toTour(): void {
  showView('overview');
  startTour();
}

function useCommands(open: boolean): readonly Entry[] {
  const { t, locale } = useWords();
  const dark = usePreferences((preferences) => preferences.dark);
  const everywhere: readonly Entry[] = [
    { id: 'import', text: t('command.importFiles'), run: () => void chooseFiles() },
    { id: 'open', text: t('command.open'), run: () => void openByDialog() },
    { id: 'new', text: t('command.new'), run: () => void newByDialog() },
    { id: 'sample', text: t('command.sample'), run: () => void openSample() },
    { id: 'theme', text: dark ? t('frame.light') : t('frame.dark'), run: () => void setDark(!dark) },
    { id: 'language', text: t('command.otherLanguage'), run: () => setLanguage(locale === 'en' ? 'ms' : 'en') },
    { id: 'terms', text: t('glossary.title'), run: () => show({ glossary: true }) },
    { id: 'keys', text: t('command.keys'), note: '?', run: () => show({ keys: true }) },
  ];
  if (!open) return everywhere;
  return [
    { id: 'save-view', text: t('saved.saveThis'), run: () => show({ savedViews: true }) },
    { id: 'add', text: t('mark.add'), note: 'R', run: addShown },
    { id: 'filter', text: t('frame.filter'), note: '/', run: callFilter },
    { id: 'tour', text: t('tour.again'), run: toTour },
    { id: 'undo', text: t('frame.undo'), run: undoStep },
    { id: 'redo', text: t('frame.redo'), run: redoStep },
    { id: 'twin', text: t('command.twin'), note: 'T', run: () => show({ twin: !useScreen.getState().twin }) },
    ...everywhere,
  ];
}
