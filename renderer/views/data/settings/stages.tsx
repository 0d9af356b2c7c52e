import { useWorkspace } from '../../../state/workspace';
import { Empty } from '../../../ui/empty';
import { Pick } from '../../../ui/pick';
import { useWords } from '../../../ui/words';
import { isGuessed } from './headline';
import { ladderTargets } from './kinds';

/** Which rung or end each stage stands for, and which of these a person confirmed. */
export function Stages({
  settings,
  onChange,
}: {
  settings: Readonly<Record<string, string>>;
  onChange: (key: string, value: string) => void;
}) {
  const { t, find } = useWords();
  const stages = useWorkspace((store) => store.workspace?.stages) ?? [];
  const guessed = stages.filter((stage) => isGuessed(stage, settings));
  const allGuessed = guessed.length > 1 && guessed.length === stages.length;
  return (
    <section className="settings-group" aria-label={t('settings.ladder')}>
      <h2>{t('settings.ladder')}</h2>
      <p className="caption">
        {t('settings.ladderNote')}
        {allGuessed && ` ${t('settings.allGuessed')}`}
      </p>
      {stages.length === 0 && <Empty text={t('load.noStages')} />}
      {stages
        .map((known) => ({ ...known, guess: !allGuessed && guessed.includes(known) }))
        .map(({ stage, target, guess }) => (
          <div key={stage} className="settings-row">
            <span className="settings-label">
              {stage}
              {guess && <span className="caption">{t('settings.guessed')}</span>}
            </span>
            <Pick
              label={t('load.moveStage', { stage })}
              items={ladderTargets.map((id) => ({ id, text: find(`rung.${id}`) ?? find(`exit.${id}`) ?? id }))}
              selected={settings[`stage.${stage}`] ?? target ?? ''}
              empty={t('load.unmapped')}
              onChange={(next) => onChange(`stage.${stage}`, next)}
            />
          </div>
        ))}
    </section>
  );
}
