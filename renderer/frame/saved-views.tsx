import { useState } from 'react';
import { Form, Input, TextField } from 'react-aria-components';
import type { SavedView } from '../../electron/contract';
import type { Problem } from '../engine';
import { useQuestion } from '../state/question';
import { openView, removeView, renameView, saveView, useSavedViews } from '../state/saved-views';
import { show, useScreen } from '../state/screen';
import { useAskedPeriod } from '../state/use-period';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { IconClose, IconSaved } from '../ui/icons';
import { MenuButton } from '../ui/menu';
import { ProblemBlock } from '../ui/problem';
import { useWords } from '../ui/words';
import { shortPeriodName } from './period-name';
import './saved-views.css';

/** The saved views in the top bar: open one, save what is on screen. */
export function SavedViewsButton() {
  const { t } = useWords();
  const views = useSavedViews();
  const choose = (id: string): void => {
    const view = views.find((each) => each.id === id);
    if (view) openView(view);
    else show({ savedViews: true });
  };
  return (
    <MenuButton
      label={t('saved.title')}
      button={
        <Button kind="icon" label={t('saved.title')} tip={t('saved.title')}>
          <IconSaved size={16} aria-hidden />
        </Button>
      }
      groups={[
        ...(views.length > 0 ? [{ title: t('saved.title'), items: byName(views).map(entryOf) }] : []),
        { items: [{ id: 'save', text: t('saved.saveThis') }] },
      ]}
      onChoose={choose}
    />
  );
}

function entryOf({ id, name }: SavedView) {
  return { id, text: name };
}

function byName(views: readonly SavedView[]): readonly SavedView[] {
  return [...views].sort((a, b) => a.name.localeCompare(b.name));
}

/** Saves what is on screen under a name; the saved ones can be opened, renamed and removed. */
export function SavedViewsDialog() {
  const open = useScreen((screen) => screen.savedViews);
  return open ? <Opened /> : null;
}

function Opened() {
  const { t } = useWords();
  const views = useSavedViews();
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = (): void => show({ savedViews: false });
  const open = (view: SavedView): void => {
    close();
    openView(view);
  };
  return (
    <Dialog title={t('saved.title')} onClose={close}>
      {problem && <ProblemBlock {...problem} />}
      <SaveForm names={views.map(({ name }) => name)} onProblem={setProblem} />
      {views.length > 0 && (
        <ul className="saved-list" aria-label={t('saved.title')}>
          {byName(views).map((view) => (
            <Saved key={view.id} view={view} onOpen={() => open(view)} onProblem={setProblem} />
          ))}
        </ul>
      )}
      <p className="caption">{t('saved.note')}</p>
    </Dialog>
  );
}

function SaveForm({ names, onProblem }: { names: readonly string[]; onProblem: (problem: Problem | null) => void }) {
  const words = useWords();
  const { t } = words;
  const view = useQuestion((history) => history.asked.view);
  const filters = useQuestion((history) => history.asked.filters);
  const period = useAskedPeriod();
  const suggested = [t(`view.${view}`), shortPeriodName(period, words), ...Object.values(filters).flat().slice(0, 2)];
  const [name, setName] = useState(suggested.join(' · ').slice(0, 120));
  const known = names.includes(name.trim());
  const save = (): void => void saveView(name).then(onProblem);
  return (
    <Form
      className="saved-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save();
      }}
    >
      <TextField aria-label={t('saved.name')} value={name} onChange={setName} maxLength={120} autoFocus>
        <Input className="saved-input" />
      </TextField>
      <Button kind="primary" onPress={save} refused={name.trim() === '' ? t('saved.nameMissing') : undefined}>
        {known ? t('saved.replace') : t('saved.save')}
      </Button>
    </Form>
  );
}

function Saved({
  view,
  onOpen,
  onProblem,
}: {
  view: SavedView;
  onOpen: () => void;
  onProblem: (problem: Problem | null) => void;
}) {
  const { t } = useWords();
  const [name, setName] = useState(view.name);
  const [seen, setSeen] = useState(view.name);
  if (seen !== view.name) {
    setSeen(view.name);
    setName(view.name);
  }
  const take = (): void => void renameView(view, name).then(onProblem);
  return (
    <li className="saved-line">
      <TextField aria-label={t('saved.rename', { name: view.name })} value={name} onChange={setName} maxLength={120}>
        <Input
          className="saved-input"
          onBlur={take}
          onKeyDown={(event) => (event.key === 'Enter' ? take() : undefined)}
        />
      </TextField>
      <Button kind="quiet" label={t('saved.openNamed', { name: view.name })} onPress={onOpen}>
        {t('saved.open')}
      </Button>
      <Button
        kind="icon"
        label={t('saved.remove', { name: view.name })}
        tip={t('saved.remove', { name: view.name })}
        onPress={() => void removeView(view).then(onProblem)}
      >
        <IconClose size={14} aria-hidden />
      </Button>
    </li>
  );
}
