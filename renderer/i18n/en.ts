/** English: the source of the keys. Every other language has exactly these. */
import { column } from './en/columns';
import { figures } from './en/figures';
import { ask, choice, confidence, decimal, decision, load, notice, sign, sql } from './en/data';
import { check, checks } from './en/checks';
import { entered, field } from './en/entered';
import { errors } from './en/errors';
import { evidence } from './en/evidence';
import { lineReason, warning } from './en/remarks';
import {
  command,
  common,
  comparison,
  explain,
  frame,
  keys,
  language,
  menu,
  mark,
  palette,
  saved,
  part,
  period,
  periodKind,
  rows,
  rowsAre,
  counted,
  start,
  status,
  step,
  view,
} from './en/frame';
import { recorded } from './en/fields';
import { list } from './en/lists';
import { metric } from './en/metrics';
import { settings } from './en/settings';
import { skillGoal, skillLabel, skillMethod, skillNote, skillReason } from './en/skill-label';
import { skills } from './en/skills';
import { card } from './en/card';
import {
  chart,
  dimension,
  excluded,
  exit,
  label,
  method,
  methodLong,
  money,
  reason,
  rung,
  state,
  table,
  unit,
} from './en/terms';
import { retention } from './en/retention';
import { option, optionOf, optionSpan, optionValue } from './en/options';
import { page } from './en/page';
import { measure, split } from './en/measure';
import { review } from './en/review';
import { bucket } from './en/bucket';
import { pipeline } from './en/pipeline';
import { moneyLeft } from './en/money-left';
import { customers } from './en/customers';
import { event } from './en/event';
import { growth } from './en/growth';
import { glossary, needed, tour } from './en/help';
import { skill } from './en/skill';
import { seats } from './en/seats';
import { targets } from './en/targets';
import { recognition } from './en/recognition';
import { coverage } from './en/coverage';
import { training } from './en/training';
import { economics } from './en/economics';
import { journey } from './en/journey';
import { peopleFigures } from './en/people-figures';
import { funnel, overview, reps, verdict } from './en/views';

export const en = {
  ask,
  chart,
  check,
  checks,
  choice,
  column: { ...figures, ...peopleFigures, ...column },
  command,
  common,
  comparison,
  confidence,
  decimal,
  decision,
  dimension,
  entered,
  error: errors,
  excluded,
  exit,
  explain,
  field: { ...recorded, ...field },
  frame,
  funnel,
  keys,
  label: { ...label, ...skillLabel },
  language,
  list,
  load,
  menu,
  method: { ...method, ...skillMethod },
  methodLong,
  metric,
  money,
  notice,
  option,
  optionOf,
  optionSpan,
  optionValue,
  overview,
  mark,
  palette,
  saved,
  part,
  period,
  periodKind,
  reason: { ...reason, ...skillReason },
  reps,
  review,
  rows,
  rowsAre,
  counted,
  rung,
  settings,
  card,
  skillGoal,
  skillNote,
  skills,
  sign,
  sql,
  start,
  state,
  status,
  step,
  table,
  unit,
  retention,
  page,
  measure,
  split,
  bucket,
  pipeline,
  moneyLeft,
  customers,
  event,
  evidence,
  warning,
  lineReason,
  growth,
  glossary,
  needed,
  tour,
  skill,
  seats,
  targets,
  recognition,
  coverage,
  training,
  economics,
  journey,
  verdict,
  view,
};
