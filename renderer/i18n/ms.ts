import type { Messages } from '.';
import { ask, check, choice, confidence, decimal, decision, load, notice, sign, sql } from './ms/data';
import { entered, field } from './ms/entered';
import { errors } from './ms/errors';
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
} from './ms/frame';
import { metric } from './ms/metrics';
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
} from './ms/terms';
<<<<<<< HEAD
import { retention } from './ms/retention';
import { page } from './ms/page';
import { measure } from './ms/measure';
=======
import { review } from './ms/review';
>>>>>>> 7a4153f (feat(review): the deck as data, what its slides say, headlines held to their intervals; pptx, xlsx, csv, svg and html written headless)
import { funnel, overview, reps, verdict } from './ms/views';

/** Bahasa Melayu. */
export const ms: Messages = {
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
