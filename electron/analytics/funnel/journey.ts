import { exits, isRung, rungs } from '../../model/ladder';
import { tableModel } from '../../model/tables';
import type { OptionModel, Options, ParameterValues } from '../metric';

/** Order in which the steps may come; source: domain specification M73. */
export const orders = ['ordered', 'strict', 'unordered'] as const;

const activityKinds = [...enumOf('activities', 'kind'), 'other'];

/** Kinds of recorded events as the statement names them, each with the names a step may call it by. */
const kinds: readonly { readonly kind: string; readonly names: readonly string[] }[] = [
  ...[...rungs, ...exits].map((stage) => ({ kind: `stage:${stage}`, names: [stage] })),
  ...activityKinds.flatMap((kind) => {
    const names = ['activity', `activity:${kind}`, ...(isRung(kind) ? [] : [kind])];
    return [
      { kind: `activity:${kind}`, names },
      { kind: `conversation:${kind}`, names: [...names, 'conversation'] },
    ];
  }),
  { kind: 'order', names: ['order'] },
  ...enumOf('surveys', 'kind').map((kind) => ({ kind: `survey:${kind}`, names: ['survey', `survey:${kind}`] })),
  ...enumOf('cases', 'kind').map((kind) => ({ kind: `case:${kind}`, names: ['case', kind] })),
  { kind: 'referral', names: ['referral'] },
];

const known = new Set(['*', ...kinds.flatMap(({ names }) => names)]);

function enumOf(table: 'activities' | 'surveys' | 'cases', field: string): readonly string[] {
  return tableModel(table).fields.find(({ name }) => name === field)?.values ?? [];
}

/** Two to eight events in their order, `*` for any. */
export const stepsOption: OptionModel = {
  default: 'qualified,proposal,won',
  values: `two to eight of: ${[...known].join(' ')}`,
  accepts: (text) => {
    const steps = text.split(',');
    return steps.length >= 2 && steps.length <= 8 && steps.every((step) => known.has(step));
  },
};

/** Events that may not happen between two steps, as `EVENT:i:j` with steps counted from 0; several by commas, none when empty. */
export const excludeOption: OptionModel = {
  default: '',
  values: 'EVENT:i:j, steps from 0',
  accepts: (text) => text === '' || text.split(',').every((part) => exclusionOf(part) !== null),
};

/** How long an attempt may take from its first event: days, or with a letter seconds, minutes, hours; `inf` for no end. */
export const windowOption: OptionModel = {
  default: '90d',
  values: 'days|inf, or 30m, 12h, 10s',
  accepts: (text) => text === 'inf' || /^\d{1,9}[smhd]?$/.test(text),
};

/** Whose a journey is: the rep of its first, last or k-th step, or of all when it is the same one. */
export const creditOption: OptionModel = {
  default: 'first',
  values: 'first|last|all|step:K',
  accepts: (text) => /^(first|last|all|step:[1-8])$/.test(text),
};

interface Exclusion {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function exclusionOf(text: string): Exclusion | null {
  const [, name = '', from, to] = /^(.+):(\d):(\d)$/.exec(text) ?? [];
  return known.has(name) && Number(from) < Number(to) ? { name, from: Number(from), to: Number(to) } : null;
}

/** The statement's parameters: for each kind of event which steps it may serve by name, by being any, and after how many steps it may not happen, as bits. */
export function journeyParameters(options: Options): ParameterValues {
  const steps = (options['steps'] ?? '').split(',');
  const exclusions = (options['exclude'] ?? '').split(',').flatMap((text) => exclusionOf(text) ?? []);
  const plan = kinds.map(({ kind, names }) => {
    const serves = (step: string) => names.includes(step);
    const place = steps.findIndex((step) => step === '*' || serves(step));
    return {
      kind,
      named: bits(steps.map(serves)),
      open: bits(steps.map((step) => step === '*')),
      bars: exclusions
        .filter(({ name }) => name === '*' || serves(name))
        .reduce((mask, found) => mask | barred(found), 0),
      place: place < 0 ? steps.length : place,
    };
  });
  const bears = plan.filter(({ named, open, bars }) => options['order'] === 'strict' || named + open + bars > 0);
  const credit = options['credit'] ?? 'first';
  return {
    plan: bears.map((item) => JSON.stringify(item)),
    steps,
    length: steps.length,
    order: options['order'] ?? 'ordered',
    over: options['over'] ?? 'journey',
    window_us: microsecondsOf(options['window'] ?? 'inf'),
    credit: credit.startsWith('step:') ? 'step' : credit,
    credit_step: credit.startsWith('step:') ? Number(credit.slice('step:'.length)) : null,
  };
}

function bits(flags: readonly boolean[]): number {
  return flags.reduce((mask, flag, i) => (flag ? mask | (1 << i) : mask), 0);
}

// Bit r says: not with r steps behind. Between steps i and j, counted from 0, that is i + 1 to j.
function barred({ from, to }: Exclusion): number {
  return bits(Array.from({ length: to + 1 }, (_, taken) => taken > from && taken <= to));
}

const microseconds: Readonly<Record<string, number>> = { s: 1e6, m: 60e6, h: 3600e6, d: 86400e6 };

function microsecondsOf(text: string): number | null {
  if (text === 'inf') return null;
  const unit = /[smhd]$/.exec(text)?.[0] ?? 'd';
  return Number.parseInt(text, 10) * (microseconds[unit] ?? 86400e6);
}
