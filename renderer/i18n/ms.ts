import type { Messages } from '.';
import { column } from './ms/columns';
import { figures } from './ms/figures';
import { ask, choice, confidence, decimal, decision, load, notice, sign, sql } from './ms/data';
import { check, checks } from './ms/checks';
import { entered, field } from './ms/entered';
import { errors } from './ms/errors';
import { evidence } from './ms/evidence';
import { lineReason, warning } from './ms/remarks';
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
} from './ms/frame';
import { recorded } from './ms/fields';
import { list } from './ms/lists';
import { metric } from './ms/metrics';
import { settings } from './ms/settings';
import { skillGoal, skillLabel, skillMethod, skillNote, skillReason } from './ms/skill-label';
import { skills } from './ms/skills';
import { card } from './ms/card';
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
} from './ms/terms';
import { retention } from './ms/retention';
import { option, optionOf, optionSpan, optionValue } from './ms/options';
import { page } from './ms/page';
import { measure, split } from './ms/measure';
import { review } from './ms/review';
import { bucket } from './ms/bucket';
import { pipeline } from './ms/pipeline';
import { moneyLeft } from './ms/money-left';
import { customers } from './ms/customers';
import { event } from './ms/event';
import { growth } from './ms/growth';
import { glossary, needed, tour } from './ms/help';
import { skill } from './ms/skill';
import { seats } from './ms/seats';
import { targets } from './ms/targets';
import { recognition } from './ms/recognition';
import { coverage } from './ms/coverage';
import { training } from './ms/training';
import { economics } from './ms/economics';
import { journey } from './ms/journey';
import { peopleFigures } from './ms/people-figures';
import { funnel, overview, reps, verdict } from './ms/views';

/** Bahasa Melayu. */
export const ms: Messages = {
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
