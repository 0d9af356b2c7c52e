/** What can be chosen within a view: each setting by name with its first value. What a person chose stands in the question, so that undo steps through it and a saved view has it. */
import { choose, useQuestion } from './question';

const first = {
  'measure.metric': 'win-rate',
  'measure.by': 'team',
  'measure.path': '',
  'measure.shape': 'groups',
  'retention.measure': 'logo',
  'retention.mode': 'bounded',
  'retention.grain': 'quarter',
  'retention.group': 'segment',
  'retention.band': 'watch',
  'retention.discount': '',
  'retention.kept': '',
  'retention.margin': '',
  'retention.cost': '',
  'overview.aside': '',
  'funnel.shows': 'count',
  'pipeline.bucket': 'new',
  'pipeline.matrix': 'count',
  'pipeline.by': 'team',
  'customers.account': '',
  'customers.order': 'year_value_money',
  'customers.search': '',
  'customers.by': 'segment',
  'growth.by': 'segment',
  'seats.person': '',
  'targets.plan': '',
  'targets.steps': '',
  'recognition.skill': '',
  'training.programme': '',
  'coverage.aside': '',
  'coverage.people': 'any',
  'coverage.customers': 'touch',
  'economics.rise': '',
  'economics.cost': '',
  'economics.margin': '',
  'economics.from': 'qualified',
  'economics.by': 'source',
  'economics.value': 'segment',
  'journey.steps': 'qualified,proposal,won',
  'journey.step': '',
  'journey.order': 'ordered',
  'journey.window': '90d',
  'journey.exclude': '',
  'journey.over': 'journey',
  'journey.losses': 'reason',
  'skills.role': 'ae',
  'skills.shown': '',
  'skills.cell': '',
  'card.rep': '',
  'card.mode': 'team',
  'sql.shown': 'table',
} as const;

export type ChoiceName = keyof typeof first;

/** The value in force, and how to choose another; `Values` are those the view offers. */
export function useChoice<Values extends string = string>(
  name: ChoiceName,
  ...offered: readonly Values[]
): readonly [Values, (value: Values) => void] {
  const chosen = useQuestion((history) => history.asked.choices[name]);
  const fitting = offered.find((value) => value === chosen);
  const start: string = first[name];
  const value = fitting ?? offered.find((each) => each === start) ?? chosen ?? start;
  return [value as Values, (next) => choose(name, next)];
}
