import type { WorkspaceState } from '../../../../electron/contract';
import type { Words } from '../../../i18n';

type Settings = Readonly<Record<string, string>>;

/** True for a stage whose rung was taken from its name and that nobody confirmed. */
export function isGuessed({ stage, confirmed }: WorkspaceState['stages'][number], settings: Settings): boolean {
  return !confirmed && settings[`stage.${stage}`] === undefined;
}

/** What every figure rests on: the currency, the fiscal year, and how many stages nobody confirmed. */
export function settingsHeadline(
  { settings, stages }: Pick<WorkspaceState, 'settings' | 'stages'>,
  { t, find }: Words,
): string {
  const month = settings['fiscal_start_month'] ?? '1';
  const open = stages.filter((stage) => isGuessed(stage, settings)).length;
  return t('settings.title', {
    currency: settings['currency'] ?? '–',
    month: find(`settings.choice.${month}`) ?? month,
    stages: stages.length === 0 ? t('settings.noStages') : t('settings.stages', { n: open }),
  });
}
