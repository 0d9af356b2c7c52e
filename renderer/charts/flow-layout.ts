/** An amount that goes from one node to another. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

export interface FlowNode {
  readonly name: string;
  readonly column: number;
  /** What comes in, or goes out where that is more. */
  readonly total: number;
  /** Upper and lower edge, in amounts from the top of its column; gaps count `gap` each. */
  readonly from: number;
  readonly to: number;
}

export interface FlowBand extends Flow {
  /** Upper edges at both ends, in the same measure. */
  readonly start: number;
  readonly end: number;
}

export interface FlowLayout {
  readonly nodes: readonly FlowNode[];
  readonly bands: readonly FlowBand[];
  readonly columns: number;
  /** Height of the fullest column with its gaps. */
  readonly height: number;
}

/** Nodes in columns by the longest way to them, in the order they first appear; bands leave and enter in the order of the nodes they join. A flow that goes back in a circle is left out. */
export function layOutFlows(all: readonly Flow[], gap: number): FlowLayout {
  const flows = forwardOnly(all.filter(({ value, from, to }) => value > 0 && from !== to));
  const names = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  const columnOf = columnsOf(names, flows);
  const columns = Math.max(0, ...columnOf.values()) + 1;
  const fill = new Array<number>(columns).fill(0);
  const nodes = names.map((name): FlowNode => {
    const sum = (some: readonly Flow[]): number => some.reduce((total, { value }) => total + value, 0);
    const total = Math.max(sum(flows.filter(({ from }) => from === name)), sum(flows.filter(({ to }) => to === name)));
    const column = columnOf.get(name) ?? 0;
    const from = fill[column] ?? 0;
    fill[column] = from + total + gap;
    return { name, column, total, from, to: from + total };
  });
  return {
    nodes,
    bands: bandsOf(flows, nodes),
    columns,
    height: Math.max(0, ...nodes.map(({ to }) => to)),
  };
}

function forwardOnly(flows: readonly Flow[]): Flow[] {
  const kept: Flow[] = [];
  for (const flow of flows) if (!leadsTo(flow.to, flow.from, kept)) kept.push(flow);
  return kept;
}

function leadsTo(from: string, to: string, flows: readonly Flow[]): boolean {
  const open = [from];
  const seen = new Set(open);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    for (const flow of flows) {
      if (flow.from !== at || seen.has(flow.to)) continue;
      seen.add(flow.to);
      open.push(flow.to);
    }
  }
  return false;
}

function columnsOf(names: readonly string[], flows: readonly Flow[]): Map<string, number> {
  const columnOf = new Map(
    names.map((name) => [name, 0] as const).map(([name, column]): [string, number] => [name, column]),
  );
  for (let round = 0; round < names.length; round++) {
    let moved = false;
    for (const { from, to } of flows) {
      const least = (columnOf.get(from) ?? 0) + 1;
      if ((columnOf.get(to) ?? 0) >= least) continue;
      columnOf.set(to, least);
      moved = true;
    }
    if (!moved) break;
  }
  return columnOf;
}

function bandsOf(flows: readonly Flow[], nodes: readonly FlowNode[]): FlowBand[] {
  const placeOf = new Map(nodes.map((node, place) => [node.name, { node, place }] as const));
  const place = (name: string): number => placeOf.get(name)?.place ?? 0;
  const leaving = new Map(nodes.map(({ name, from }) => [name, from]));
  const entering = new Map(leaving);
  const starts = new Map<Flow, number>();
  for (const flow of [...flows].sort((a, b) => place(a.to) - place(b.to))) {
    starts.set(flow, leaving.get(flow.from) ?? 0);
    leaving.set(flow.from, (leaving.get(flow.from) ?? 0) + flow.value);
  }
  return [...flows]
    .sort((a, b) => place(a.from) - place(b.from))
    .map((flow) => {
      const end = entering.get(flow.to) ?? 0;
      entering.set(flow.to, end + flow.value);
      return { ...flow, start: starts.get(flow) ?? 0, end };
    });
}
