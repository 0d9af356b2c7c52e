import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, metricOf } from '../../electron/analytics';
import { neededBy } from '../../electron/analytics/needed';
import type { TableName } from '../../electron/model/tables';
import { tableModel } from '../../electron/model/tables';
import type { Ground } from '../../electron/session/answer';
import type { Row, Rows } from './ground';
import { ask, closeGrounds, groundOf } from './ground';
import { onesMore, wholeCompany } from './whole-company';

afterAll(closeGrounds);

// Dates and amounts that some figure needs though the model can do without.
const alsoNeeded: Partial<Record<TableName, readonly string[]>> = { opportunities: ['closed_at'], costs: ['on'] };

/** A row for each field that may be empty, with that one empty. */
function holed(): Rows {
  const out: Partial<Record<TableName, readonly Row[]>> = {};
  for (const table of Object.keys(onesMore) as TableName[]) {
    const { fields, key } = tableModel(table);
    const needed = fields.filter(({ name, required }) => required && !key.includes(name)).map(({ name }) => name);
    out[table] = (onesMore[table] ?? []).flatMap((row, variant) =>
      [...needed, ...(alsoNeeded[table] ?? [])]
        .filter((field) => field in row)
        .map((field, i) => ({
          ...row,
          src_row: 1000 + 100 * variant + i,
          ...(key[0] && key[0] !== field && row[key[0]] === 'x' ? { [key[0]]: `x${variant}${field}` } : {}),
          [field]: null,
        })),
    );
  }
  return out;
}

function reasonOf(lack: string): string {
  const field = lack.split('.')[1] ?? '';
  return { closed_at: 'bad_dates', amount: 'no_amount' }[field] ?? `${field}_missing`;
}

// Of a workspace with orders no purchase is a won deal; and nobody here is measured by what they do.
const elsewhere = new Set(['bought.closed_at', 'credited.at']);

describe('what a metric cannot use for an empty field', () => {
  let ground: Ground;
  beforeAll(async () => {
    const more = holed();
    const names = new Set([...Object.keys(wholeCompany), ...Object.keys(more)] as TableName[]);
    ground = await groundOf(
      Object.fromEntries([...names].map((name) => [name, [...(wholeCompany[name] ?? []), ...(more[name] ?? [])]])),
    );
  });

  const needs = new Map<string, Set<string>>();
  for (const [lack, metrics] of Object.entries(neededBy))
    for (const id of elsewhere.has(lack) ? [] : metrics)
      needs.set(id, (needs.get(id) ?? new Set()).add(reasonOf(lack)));

  it.each([...needs])('is named by %s', async (id, reasons) => {
    const { rows } = await ask(ground, id);
    const named = new Set(rows.flatMap((row) => Object.keys(JSON.parse(String(row['excluded'])) as object)));
    expect([...reasons].filter((reason) => !named.has(reason))).toEqual([]);
  });
});

describe('every metric of the catalogue', () => {
  // Their own statements count what they leave out; a change and an adjustment are told of answers that say it.
  const byThemselves = [
    'win-rate',
    'win-rate-by-value',
    'renewal-rate',
    'hand-off',
    'measured-change',
    'mix-adjustment',
  ];
  // What is read, and one of the fields that are needed of it.
  const sources: readonly (readonly [RegExp, readonly string[]])[] = [
    [/derived\.(purchases|customers)\b/, ['orders.ordered_at', 'outgoing.at']],
    [/derived\.contracts\b/, ['subscriptions.started_on', 'outgoing.at']],
    [/derived\.spending\b/, ['costs.purpose']],
    [/derived\.conversations\b/, ['conversations.at']],
    [/derived\.approaches\b/, ['outgoing.at']],
    [/derived\.touches\b/, ['conversations.at', 'outgoing.at', 'incoming.at', 'activities.at']],
    [/derived\.rep_work\b/, ['activities.at', 'conversations.at']],
    [/derived\.skill_trials\b/, ['handoffs.at', 'conversations.at', 'trainings.programme']],
    [/derived\.(visits|states)\b/, ['stage_events.entered_at']],
    [/derived\.(credits|month_results)\b/, ['wins.closed_at', 'activities.at']],
    [/derived\.referred\b/, ['referrals.at']],
    [/\b(from|join) payments\b/, ['payments.at']],
    [/\b(from|join) surveys\b/, ['surveys.kind', 'activities.at', 'orders.ordered_at']],
    [/\b(from|join) trainings\b/, ['trainings.programme', 'coachings.at']],
    [/\b(from|join) payouts\b/, ['payouts.amount']],
  ];

  it.each(catalogue().map(({ id }) => id))('%s names what it needs of what it reads', (id) => {
    const named = Object.entries(neededBy).flatMap(([lack, metrics]) => (metrics.includes(id) ? [lack] : []));
    if (!byThemselves.includes(id)) expect(named).not.toEqual([]);
    const read = [metricOf(id).sql, ...metricOf(id).uses.map((name) => `derived.${name}`)]
      .join('\n')
      .replace(/--.*$/gm, '');
    for (const [pattern, any] of byThemselves.includes(id) ? [] : sources)
      if (pattern.test(read))
        expect(
          any.some((lack) => named.includes(lack)),
          `${id}: ${String(pattern)}`,
        ).toBe(true);
  });

  it('is the only kind of name a need is said of', () => {
    const known = new Set(catalogue().map(({ id }) => id));
    expect(
      Object.values(neededBy)
        .flat()
        .filter((id) => !known.has(id)),
    ).toEqual([]);
  });
});
