import { quantileSorted } from '../../stats/quantile';
import { seeded } from '../../stats/random';
import { shapleySplit } from '../../stats/shapley';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import type { Chain } from '../gap-worth';
import { chainsOf, moneyColumns } from '../gap-worth';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import { leftOutOf, leftOutUnits } from '../left-out';
import type { FinishContext, Fitted, Options } from '../metric';
import type { Person, SkillCell, SkillTable } from '../skill-board';
import { skillBoard } from '../skill-board';

export const difficultyColumns = {
  rep: 'label',
  team: 'label',
  role: 'label',
  reading: 'label',
  own: 'score',
  peers: 'score',
  programmes: 'label',
  quarters_below: 'count',
  quarters: 'count',
  basis: 'label',
} as const;

const fewestBelow = 3;
const draws = 2000;

interface Quarters {
  readonly rep: string;
  readonly role: string;
  readonly in_ramp: boolean;
  readonly basis: string;
  readonly missing: string | null;
  readonly below: number;
  readonly quarters: readonly { readonly from: string | null; readonly figure: number; readonly p25: number | null }[];
}

/** Each person's last four quarters, for the document and for the lines. */
export function quartersOf(gathered: Table): (options: Options) => Fitted {
  const [reps, roles, bases, missing, from] = ['rep', 'role', 'basis', 'missing', 'quarter_on'].map((name) =>
    textsOf(gathered, name),
  );
  const [ramp, figures, p25, below] = ['in_ramp', 'figure', 'p25', 'is_below'].map((name) => numbersOf(gathered, name));
  const people = new Map<string, Quarters>();
  for (let row = 0; row < gathered.length; row++) {
    const rep = reps?.[row] ?? '';
    const known = people.get(rep);
    const line = p25?.[row] ?? NaN;
    const quarter = { from: from?.[row] ?? null, figure: figures?.[row] ?? 0, p25: Number.isNaN(line) ? null : line };
    people.set(rep, {
      rep,
      role: roles?.[row] ?? 'other',
      in_ramp: ramp?.[row] === 1,
      basis: bases?.[row] ?? '',
      missing: missing?.[row] ?? null,
      below: (known?.below ?? 0) + (below?.[row] === 1 ? 1 : 0),
      quarters: [...(known?.quarters ?? []), quarter],
    });
  }
  return () => ({ parameters: {}, extra: { quarters: [...people.values()] } });
}

/** Lines of those raised: each part of the chain with its money, the mix of deals, and required training that is missing. Source: domain specification M56. */
export async function persistentDifficulty(raw: Table, { settings, extra, turn }: FinishContext): Promise<Table> {
  const all = Array.isArray(extra['quarters']) ? (extra['quarters'] as Quarters[]) : [];
  const raised = all.filter((one) => !one.in_ramp && one.below >= fewestBelow);
  const lines: { by: Group['by']; line: Line }[] = [];
  for (const { by, rows } of groupsOf(raw)) {
    const board = await skillBoard(raw, rows, { reference: 'median', settings }, turn);
    const chains = chainsOf(board, ...moneyColumns(raw));
    for (const one of raised) {
      await turn();
      const [own] = chains.filter(({ person }) => person.rep === one.rep);
      const left = (line: Line) => (own ? leftOutOfCause(raw, own, board, line['cause']) : {});
      lines.push(...linesOf(one, own, board, chains).map((line) => ({ by, line: { ...line, ...left(line) } })));
    }
  }
  return tableOf(lines, {
    ...envelopeUnits('money'),
    level: 'ratio',
    cause: 'label',
    ...difficultyColumns,
    ...leftOutUnits,
  });
}

// What began counts as an entry, ripe or not.
function leftOutOfCause(raw: Table, chain: Chain, board: readonly SkillTable[], cause: Line[string]): Line {
  const cells = (skills: readonly string[]) => skills.flatMap((skill) => cellOf(board, chain, skill) ?? []);
  const steps = chain.links.map(({ skill }) => skill);
  if (cause === 'mix') return leftOutOf(raw, ratesOf(chain, board));
  if (cause === 'entries') return leftOutOf(raw, cells(steps.slice(0, 1)), ['not_mature', 'open']);
  return leftOutOf(raw, cells(steps.filter((skill) => skill === cause)));
}

function ratesOf(chain: Chain, board: readonly SkillTable[]): readonly SkillCell[] {
  return chain.links.flatMap(({ skill }) => {
    const cell = cellOf(board, chain, skill);
    return cell?.measure === 'ratio' ? [cell] : [];
  });
}

function linesOf(
  raised: Quarters,
  own: Chain | undefined,
  board: readonly SkillTable[],
  chains: readonly Chain[],
): readonly Line[] {
  const person = own?.person ?? personIn(board, raised.rep);
  const shared: Line = {
    rep: raised.rep,
    team: person?.team,
    role: raised.role,
    quarters_below: raised.below,
    quarters: raised.quarters.length,
    basis: raised.basis,
    state: 'ok',
  };
  const parts = (own ? partsOf(own, board, chains) : []).map((line) => ({ ...shared, ...line }));
  const training: Line[] =
    raised.missing === null
      ? []
      : [
          {
            ...shared,
            cause: 'training',
            reading: 'missing_training',
            programmes: raised.missing,
            n: 0,
            reason: 'no_money',
          },
        ];
  const bare: Line[] =
    parts.length + training.length > 0
      ? []
      : [{ ...shared, cause: 'unknown', reading: 'unknown', n: 0, reason: 'no_chain' }];
  return [...parts, ...training, ...bare];
}

function personIn(board: readonly SkillTable[], rep: string): Person | undefined {
  return board.flatMap(({ cells }) => cells).find(({ person }) => person.rep === rep)?.person;
}

// From the peers' median chain to the person's own: each factor's share of the difference, negative where it costs.
function partsOf(chain: Chain, board: readonly SkillTable[], chains: readonly Chain[]): readonly Line[] {
  const others = chains.filter(
    ({ person, skills }) =>
      person.isPeer && person.rep !== chain.person.rep && person.role === chain.person.role && skills === chain.skills,
  );
  const peerEntries = median(others.map(({ entries }) => entries)) ?? chain.entries;
  const factors = chain.links.map(({ factor }) => factor);
  const from = [peerEntries, ...factors.map(({ current, reference }) => reference ?? current)];
  const split = (to: readonly number[]) => shapleySplit(from, to).effects;
  const effects = split([chain.entries, ...factors.map(({ current }) => current)]);
  const random = seeded();
  const runs = Array.from({ length: draws }, () =>
    split([
      random.gamma(chain.started + 0.5) / chain.years,
      ...factors.map((factor) => factor.draw?.(random) ?? factor.current),
    ]),
  );
  const limit = (i: number, p: number) => quantileSorted(Float64Array.from(runs, (run) => run[i] ?? 0).sort(), p);
  const names = ['entries', ...chain.links.map(({ skill }) => skill)];
  const lines = names.flatMap((cause, i): Line[] => {
    if (cause === '') return [];
    const upper = limit(i, 0.95);
    return [
      {
        cause,
        reading: readingOf(cause, effects[i] ?? 0, upper),
        value: effects[i],
        n: i === 0 ? chain.started : trialsOf(board, chain, cause),
        lower: limit(i, 0.05),
        upper,
        level: 0.9,
        method: 'shapley',
        own: i === 0 ? chain.entries : factors[i - 1]?.current,
        peers: from[i],
      },
    ];
  });
  return [...lines, mixLine(chain, board)];
}

function cellOf(board: readonly SkillTable[], { person }: Chain, skill: string): SkillCell | undefined {
  const table = board.find((one) => one.role === person.role && one.skill === skill);
  return table?.cells.find((cell) => cell.person.rep === person.rep);
}

function trialsOf(board: readonly SkillTable[], chain: Chain, skill: string): number {
  return cellOf(board, chain, skill)?.trials ?? 0;
}

// A part explains something where its cost is surely one.
function readingOf(cause: string, effect: number, upper: number | null): string {
  if (effect >= 0) return 'not_below';
  if ((upper ?? 0) >= 0) return 'unclear';
  return cause === 'entries' ? 'few_entries' : cause === 'value' ? 'deal_size' : 'skill';
}

/** What the mix of deals does: the chain at the person's crude rates less the chain at the adjusted ones. */
function mixLine(chain: Chain, board: readonly SkillTable[]): Line {
  const cells = ratesOf(chain, board);
  const product = (read: (cell: SkillCell) => number | null) =>
    cells.reduce((total, cell) => total * (read(cell) ?? 1), 1);
  const rest = chain.links.filter(({ skill }) => !cells.some((cell) => cell.skill === skill));
  const scale = rest.reduce((total, { factor }) => total * factor.current, chain.entries);
  const money = scale * (product(({ crude }) => crude) - product(({ adjusted }) => adjusted));
  return {
    cause: 'mix',
    reading: money >= 0 ? 'not_below' : cells.some(({ mix }) => mix) ? 'territory' : 'unclear',
    value: money,
    n: cells.reduce((trials, cell) => trials + cell.trials, 0),
    method: 'standardised',
    own: product(({ crude }) => crude),
    peers: product(({ adjusted }) => adjusted),
  };
}

function median(values: readonly number[]): number | null {
  return quantileSorted(Float64Array.from(values).sort(), 0.5);
}
