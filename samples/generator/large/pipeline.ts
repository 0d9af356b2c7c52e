/* Opportunities with their stage events and activities, one after the other. */
import { stages } from '../market';
import type { ByteFile } from './byte-file';
import { FIRST, LAST, segmentNames, segmentOf, sourceNames, type Companies } from './companies';
import { repsOf, type Scale } from './scale';

const ladder = [
  stages.lead,
  stages.contacted,
  stages.qualified,
  stages.meeting,
  stages.presented,
  stages.proposal,
  stages.negotiation,
];
/** Chance of getting from each stage of the ladder to the next; the last one is moved by the owner's skill. */
const chances = [0.9, 0.67, 0.82, 0.86, 0.87, 0.8, 0.52];
const productNames = [
  'PAP-A4-70',
  'PAP-A4-80',
  'PAP-REC',
  'INK-GTX',
  'INK-ARC',
  'PRN-M40',
  'PRN-C65',
  'SVC-CARE',
  'SVC-INK',
];
const reasonNames = ['Price', 'Competitor', 'No budget', 'Timing', 'No response'];
const kindNames = ['call', 'call', 'email', 'email', 'meeting', 'demo', 'message', 'note'];
const outcomeNames = ['', '', 'No answer', 'Left message'];
const DAY = 86_400;

interface Files {
  readonly deals: ByteFile;
  readonly events: ByteFile;
  readonly activities: ByteFile;
}

/** One opportunity while it is written; the same object is used again and again. */
interface Path {
  readonly names: string[];
  readonly moments: Float64Array;
  length: number;
  closed: boolean;
}

/** opportunities.csv, stage_events.csv and activities.csv. */
export function writeDeals(files: Files, companies: Companies, scale: Scale, uniform: () => number): void {
  const owners = repsOf('ae', scale.reps);
  const skills = owners.map(() => 0.75 + 0.5 * uniform());
  const path: Path = { names: [], moments: new Float64Array(16), length: 0, closed: false };
  const perDeal = scale.activities / scale.opportunities;
  let events = 0;
  let activities = 0;
  for (let i = 0; i < scale.opportunities; i++) {
    const created = Math.floor(FIRST + ((i + uniform()) / scale.opportunities) * (LAST - FIRST));
    const account = Math.floor(uniform() ** 1.3 * scale.accounts * Math.min(1, 0.05 + i / scale.opportunities));
    const place = Math.floor(uniform() ** 1.2 * owners.length);
    const owner = owners[place] ?? 1;
    walk(path, created, skills[place] ?? 1, uniform);
    writeDeal(files.deals, companies, i + 1, account, owner, path, uniform);
    for (let k = 0; k < path.length; k++) writeEvent(files.events, ++events, i + 1, owner, path, k);
    const wanted = Math.floor((i + 1) * perDeal);
    while (activities < wanted) writeActivity(files.activities, ++activities, i + 1, account, owner, path, uniform);
  }
}

/** Plays one opportunity up to its end or the last second. */
function walk(path: Path, created: number, skill: number, uniform: () => number): void {
  path.length = 0;
  path.closed = false;
  let at = created;
  for (let rung = 0; rung < ladder.length; rung++) {
    path.names[path.length] = ladder[rung] ?? stages.lead;
    path.moments[path.length++] = at;
    at += Math.floor(1800 - Math.log(1 - uniform()) * 5.5 * DAY);
    if (at > LAST) return;
    const last = rung === ladder.length - 1;
    if (uniform() < (chances[rung] ?? 0) * (last ? skill : 1)) {
      if (!last && uniform() < 0.03 && rung > 2) repeat(path, at, rung);
      if (last) finish(path, stages.won, at);
      continue;
    }
    const u = uniform();
    if (u < 0.9) finish(path, rung < 3 ? stages.disqualified : u < 0.6 ? stages.lost : stages.noDecision, at);
    return;
  }
}

/** Back one stage, half an hour before moving on. */
function repeat(path: Path, at: number, rung: number): void {
  const back = ladder[rung - 1];
  if (back === undefined) return;
  path.names[path.length] = back;
  path.moments[path.length++] = at - 900;
}

function finish(path: Path, stage: string, at: number): void {
  path.names[path.length] = stage;
  path.moments[path.length++] = at;
  path.closed = true;
}

function writeDeal(
  file: ByteFile,
  companies: Companies,
  id: number,
  account: number,
  owner: number,
  path: Path,
  uniform: () => number,
): void {
  const created = path.moments[0] ?? FIRST;
  const stage = path.names[path.length - 1] ?? stages.lead;
  const won = stage === stages.won;
  const draw = Math.floor(uniform() * 0x4000_0000);
  file.text('O');
  file.whole(id);
  file.next();
  file.instant(created);
  file.next();
  file.text(stage);
  file.text(',A');
  file.whole(account + 1);
  file.text(',,R');
  file.whole(owner);
  file.next();
  file.money(Math.floor(20_000 + 300_000 * uniform() * uniform()));
  file.skip(2);
  file.date(Math.floor(created / DAY) + 30 + (draw % 60));
  file.next();
  if (path.closed) file.instant(path.moments[path.length - 1] ?? created);
  file.text(won ? ',true,true,' : path.closed ? ',false,true,' : ',false,false,');
  if (stage === stages.lost) file.text(reasonNames[draw % 5] ?? '');
  file.skip(2);
  file.text(productNames[(draw >>> 4) % 9] ?? '');
  file.next();
  file.text(segmentNames[segmentOf(companies, account)] ?? '');
  file.next();
  file.text(sourceNames[(draw >>> 8) % 6] ?? '');
  file.text(id % 5 === 0 ? ',,expansion,,,,,,' : ',,new,,,,,,');
  file.end();
}

function writeEvent(file: ByteFile, id: number, deal: number, owner: number, path: Path, k: number): void {
  file.text('E');
  file.whole(id);
  file.text(',O');
  file.whole(deal);
  file.skip(2);
  file.instant(path.moments[k] ?? FIRST);
  file.next();
  file.text(path.names[k] ?? '');
  file.text(',,R');
  file.whole(owner);
  file.skip(2);
  file.end();
}

function writeActivity(
  file: ByteFile,
  id: number,
  deal: number,
  account: number,
  owner: number,
  path: Path,
  uniform: () => number,
): void {
  const from = path.moments[0] ?? FIRST;
  const to = Math.max(from + 3600, path.moments[path.length - 1] ?? from);
  const u = uniform();
  const kind = kindNames[Math.floor(u * 8)] ?? 'call';
  const talk = (u * 8000) % 1 < 0.4 && kind !== 'note';
  file.text('V');
  file.whole(id);
  file.next();
  file.instant(Math.min(LAST, Math.floor(from + uniform() * (to - from))));
  file.next();
  file.text(kind);
  file.text(',R');
  file.whole(owner);
  file.text(',A');
  file.whole(account + 1);
  file.text(',,,O');
  file.whole(deal);
  file.text(talk ? ',out,true,' : ',out,false,');
  if (talk) file.whole(2 + Math.floor(((u * 80_000) % 1) * 40));
  file.next();
  if (!talk && kind === 'call') file.text(outcomeNames[id & 3] ?? '');
  file.end();
}
