import { describe, expect, test } from 'vitest';
import { tableModel, tableNames } from '../../electron/model/tables';
import { committedSample, rowsOf, type Row } from './read-sample';

const { files, truth } = committedSample();
const end = truth.mess.last_moment;

const keysOf = new Map(
  tableNames.map((name) => {
    const [key] = tableModel(name).key;
    return [name, new Set(key === undefined ? [] : rowsOf(files, `${name}.csv`).map((row) => row[key] ?? ''))] as const;
  }),
);

describe('references', () => {
  test('lead to a row of the other file, but for those the truth file counts', () => {
    const lost: Record<string, number> = {};
    for (const name of tableNames) {
      for (const field of tableModel(name).fields) {
        const target = field.references;
        if (target === null) continue;
        for (const row of rowsOf(files, `${name}.csv`)) {
          const value = row[field.name] ?? '';
          if (value !== '' && !keysOf.get(target)?.has(value))
            lost[`${name}.${field.name}`] = (lost[`${name}.${field.name}`] ?? 0) + 1;
        }
      }
    }
    const { misspelt_product: misspelt, unknown_account_activities } = truth.mess;
    const {
      'activities.account_id': activities,
      'opportunities.product_id': deals,
      'order_lines.product_id': lines,
      ...others
    } = lost;
    expect(others).toEqual({});
    expect(activities).toBe(unknown_account_activities);
    expect([0, 1]).toContain((deals ?? 0) - misspelt.opportunities);
    expect(lines).toBe(misspelt.order_lines);
  });

  test('of leads and opportunities to each other agree', () => {
    const deals = new Map(rowsOf(files, 'opportunities.csv').map((row) => [row['opportunity_id'], row] as const));
    const converted = rowsOf(files, 'leads.csv').filter((row) => row['opportunity_id'] !== '');
    expect(converted.length).toBeGreaterThan(1000);
    for (const lead of converted) {
      const deal = deals.get(lead['opportunity_id'] ?? '');
      expect(deal?.['lead_id']).toBe(lead['lead_id']);
      expect(deal?.['account_id']).toBe(lead['account_id']);
      expect(lead['qualified_at'] !== '' && (lead['qualified_at'] ?? '') <= (lead['converted_at'] ?? '')).toBe(true);
    }
  });

  test('of an activity name at least one of account, lead and opportunity', () => {
    const loose = rowsOf(files, 'activities.csv').filter(
      (row) => row['account_id'] === '' && row['lead_id'] === '' && row['opportunity_id'] === '',
    );
    expect(loose).toEqual([]);
  });
});

describe('keys', () => {
  test('are unique but for the copies the truth file counts', () => {
    for (const name of tableNames) {
      const { key } = tableModel(name);
      if (key.length === 0) continue;
      const rows = rowsOf(files, `${name}.csv`);
      const distinct = new Set(rows.map((row) => key.map((field) => row[field]).join('|'))).size;
      const copies =
        (truth.mess.files[`${name}.csv`]?.duplicate_rows ?? 0) +
        (name === 'opportunities' ? truth.mess.older_copies.length : 0);
      expect(rows.length - distinct, name).toBe(copies);
    }
  });

  test('of older copies carry an earlier update', () => {
    const rows = rowsOf(files, 'opportunities.csv');
    for (const id of truth.mess.older_copies) {
      const [newer, older] = rows.filter((row) => row['opportunity_id'] === id);
      expect((older?.['updated_at'] ?? '') < (newer?.['updated_at'] ?? '')).toBe(true);
      expect(newer?.['is_won']).toBe('true');
    }
  });
});

describe('time', () => {
  const happened: readonly (readonly [string, readonly string[]])[] = [
    ['stage_events', ['entered_at']],
    ['activities', ['at']],
    ['orders', ['ordered_at']],
    ['payments', ['at']],
    ['invoices', ['issued_at']],
    ['opportunities', ['created_at', 'closed_at', 'updated_at']],
    ['leads', ['created_at', 'qualified_at', 'converted_at', 'disqualified_at']],
    ['cases', ['opened_at', 'closed_at']],
    ['surveys', ['asked_at', 'answered_at']],
    ['handoffs', ['at', 'accepted_at', 'rejected_at']],
    ['trainings', ['enrolled_at', 'completed_at']],
  ];

  test('never runs past the last moment', () => {
    for (const [name, fields] of happened) {
      for (const field of fields) {
        const latest = rowsOf(files, `${name}.csv`).reduce(
          (max, row) => ((row[field] ?? '') > max ? (row[field] ?? '') : max),
          '',
        );
        expect(latest > '2026-08' && latest <= end, `${name}.${field} ${latest}`).toBe(true);
      }
    }
  });

  test('ends a day or two before the end of the data at the most', () => {
    const latest = rowsOf(files, 'stage_events.csv').at(-1)?.['entered_at'] ?? '';
    expect(latest >= '2026-09-30').toBe(true);
  });

  test('of the events of a deal runs forward, the first at its creation', () => {
    const late = new Set(truth.mess.created_after_event);
    const created = new Map(
      rowsOf(files, 'opportunities.csv').map((row) => [row['opportunity_id'] ?? '', row['created_at'] ?? ''] as const),
    );
    const events = new Map(
      rowsOf(files, 'stage_events.csv').map((row) => [Number(row['event_id']?.slice(1)), row] as const),
    );
    const last = new Map<string, Row>();
    for (const [, row] of [...events].sort((one, other) => one[0] - other[0])) {
      const id = row['opportunity_id'] ?? '';
      const before = last.get(id);
      if (id === '') continue;
      if (before) {
        expect((before['entered_at'] ?? '') < (row['entered_at'] ?? '')).toBe(true);
        expect(row['from_stage']).toBe(before['to_stage']);
      } else if (!late.has(id)) expect(row['entered_at']).toBe(created.get(id));
      last.set(id, row);
    }
    expect(last.size).toBe(created.size);
    for (const row of rowsOf(files, 'opportunities.csv')) {
      if (truth.mess.older_copies.includes(row['opportunity_id'] ?? '')) continue;
      expect(last.get(row['opportunity_id'] ?? '')?.['to_stage']).toBe(row['stage']);
    }
  });

  test('closes only what is closed, with a date and, when lost, nearly always a reason', () => {
    const deals = rowsOf(files, 'opportunities.csv');
    for (const row of deals) expect(row['closed_at'] !== '').toBe(row['is_closed'] === 'true');
    const lost = deals.filter((row) => row['stage'] === 'Closed lost');
    const reasonless = lost.filter((row) => row['loss_reason'] === '').length / lost.length;
    expect(reasonless).toBeGreaterThan(0.02);
    expect(reasonless).toBeLessThan(0.25);
  });
});

describe('money', () => {
  test('of the lines of an order adds up to the order', () => {
    const sums = new Map<string, number>();
    for (const row of rowsOf(files, 'order_lines.csv')) {
      const id = row['order_id'] ?? '';
      sums.set(id, (sums.get(id) ?? 0) + Number(row['quantity']) * Number(row['unit_price']));
    }
    for (const row of rowsOf(files, 'orders.csv')) {
      expect(Math.abs((sums.get(row['order_id'] ?? '') ?? 0) - Number(row['amount']))).toBeLessThan(
        0.02 + 0.00001 * Number(row['amount']),
      );
    }
  });

  test('paid on an invoice never exceeds it', () => {
    const bills = new Map(
      rowsOf(files, 'invoices.csv').map((row) => [row['invoice_id'] ?? '', Number(row['amount'])] as const),
    );
    const paid = new Map<string, number>();
    for (const row of rowsOf(files, 'payments.csv')) {
      if (row['status'] === 'ok' && row['invoice_id'] !== '')
        paid.set(row['invoice_id'] ?? '', (paid.get(row['invoice_id'] ?? '') ?? 0) + Number(row['amount']));
    }
    for (const [id, sum] of paid) expect(sum).toBeLessThan((bills.get(id) ?? 0) + 0.01);
  });
});
