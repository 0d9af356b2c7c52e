/** English: the source of the keys. Every other language has exactly these. */
import { ask, check, choice, confidence, decimal, decision, load, notice, sign, sql } from './en/data';
import { entered, field } from './en/entered';
import { errors } from './en/errors';
import {
  command,
  common,
  comparison,
  explain,
  frame,
  keys,
  language,
  menu,
  palette,
  part,
  period,
  periodKind,
  rows,
  start,
  status,
  step,
  view,
} from './en/frame';
import { metric } from './en/metrics';
import {
  chart,
  column,
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
<<<<<<< HEAD
import { retention } from './en/retention';
import { page } from './en/page';
import { measure } from './en/measure';
=======
import { review } from './en/review';
>>>>>>> 7a4153f (feat(review): the deck as data, what its slides say, headlines held to their intervals; pptx, xlsx, csv, svg and html written headless)
import { funnel, overview, reps, verdict } from './en/views';

export const en = {
  ask,
  chart,
  check,
  choice,
  column,
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
  field,
  frame,
  funnel,
  keys,
  label,
  language,
  load,
  menu,
  method,
  methodLong,
  metric,
  money,
  notice,
  overview,
  palette,
  part,
  period,
  periodKind,
  reason,
  reps,
  review,
  rows,
  rung,
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
  verdict,
  view,
};
