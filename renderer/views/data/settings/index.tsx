import { useState } from 'react';
import type { ReactNode } from 'react';
import { showView } from '../../../state/question';
import { putSetting } from '../../../state/settings';
import { useWorkspace } from '../../../state/workspace';
import { Button } from '../../../ui/button';
import { Pick } from '../../../ui/pick';
import { ProblemBlock } from '../../../ui/problem';
import { useWords } from '../../../ui/words';
import type { Problem } from '../../../engine';
import './settings.css';
import { calendarSettings, evidenceSettings, moneySettings, skillSettings, usual, windowSettings } from './kinds';
import type { SettingKind } from './kinds';
import { Checklists } from './checklists';
import { Roles } from './roles';
import { settingsHeadline } from './headline';
import { Stages } from './stages';
import { Typed } from './typed';

/** What the workspace decides once: calendar, money, evidence, windows and the ladder. Each change counts at once and is one step to undo. */
export function Settings() {
  const words = useWords();
  const { t } = words;
  const [problem, setProblem] = useState<Problem | null>(null);
  const workspace = useWorkspace((store) => store.workspace);
  const settings = workspace?.settings ?? {};
  const change = (key: string, value: string): void => void putSetting(key, value).then(setProblem);
  const group = (title: string, kinds: readonly SettingKind[]): ReactNode => (
    <section className="settings-group" aria-label={title}>
      <h2>{title}</h2>
      {kinds
        .filter(({ needs: [key, never] = ['', null] }) => settings[key] !== never)
        .map((kind) => (
          <SettingRow key={kind.key} kind={kind} value={settings[kind.key] ?? ''} onChange={change} />
        ))}
    </section>
  );
  return (
    <div className="view settings">
      <div className="answer-head">
        <h1>{workspace && settingsHeadline(workspace, words)}</h1>
        <p>{t('settings.note')}</p>
      </div>
      {problem && <ProblemBlock {...problem} onDismiss={() => setProblem(null)} />}
      <div className="settings-columns">
        <div>
          {group(t('settings.calendar'), calendarSettings)}
          {group(t('settings.money'), moneySettings)}
          {group(t('settings.evidence'), evidenceSettings)}
          {group(t('settings.windows'), windowSettings(settings['shown_rungs'] ?? ''))}
        </div>
        <div>
          <Stages settings={settings} onChange={change} />
          <Checklists settings={settings} onChange={change} />
          <section className="settings-group" aria-label={t('settings.programme')}>
            <h2>{t('settings.programme')}</h2>
            <p className="caption">{t('settings.programmeNote')}</p>
            <Button kind="link" onPress={() => showView('people')}>
              {t('settings.programmeGo')}
            </Button>
          </section>
        </div>
        <div>
          {group(t('settings.skills'), skillSettings)}
          <Roles settings={settings} onChange={change} />
        </div>
      </div>
    </div>
  );
}

function SettingRow({
  kind,
  value,
  onChange,
}: {
  kind: SettingKind;
  value: string;
  onChange: (key: string, value: string) => void;
}) {
  const { t, find } = useWords();
  const [, from = '', to = ''] = kind.key.split('.');
  const rung = (name: string): string => find(`rung.${name}`) ?? name;
  const label = kind.window
    ? t('settings.window', { from: rung(from), to: rung(to) })
    : (find(`settings.${kind.key}`) ?? find(kind.key) ?? kind.key);
  const put = (next: string): void => (next === value ? undefined : onChange(kind.key, next));
  return (
    <div className="settings-row">
      <span className="settings-label">{label}</span>
      {kind.choices ? (
        <Pick
          label={label}
          items={kind.choices.map((id) => ({
            id,
            text: find(`settings.choice.${id}`) ?? find(`label.${id}`) ?? id,
          }))}
          selected={value === '' && kind.choices.includes(usual) ? usual : value}
          onChange={(id) => put(id === usual ? '' : id)}
        />
      ) : (
        <Typed key={value} label={label} value={value} kind={kind} onPut={put} />
      )}
    </div>
  );
}
