import type { Settings } from '../model/settings';
import type { SkillCell } from './skill-board';

/** Won deals from which a typical value may be judged, and working days from which a pace may. */
const fewestDeals = 10;
const fewestDays = 30;

/** True when a person's figure in a skill rests on enough to be used. Source: domain specification 1.11. */
export function evidenced({ measure, trials, effectiveTrials }: SkillCell, settings: Settings): boolean {
  if (measure === 'money') return trials >= fewestDeals;
  return measure === 'pace' ? trials >= fewestDays : effectiveTrials >= settings.evidence_n;
}
