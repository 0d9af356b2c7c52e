import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, metricOf, optionsOf } from '../electron/analytics';
import { everything } from '../electron/model/question';
import { derivedSql, laterNames, laterSql } from '../electron/model/derived';
import type { Ground } from '../electron/session/answer';
import { derivedParameters, makeLater } from '../electron/session/derive';
import { composeAnswer, composeRows, halves } from '../electron/session/scope';
import { words } from '../renderer/i18n';
import { ask, closeGrounds, groundOf } from './analytics/ground';

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf({});
  await makeLater(ground, laterNames);
});
afterAll(closeGrounds);

const withSql = catalogue().filter(({ id }) => metricOf(id).sql !== '');

describe.each(withSql)('$id', ({ id }) => {
  const metric = metricOf(id);
  const options = metric.runs(optionsOf(id, {}), { ...ground?.settings })[0]?.options ?? {};

  it('says what, unit, scope and source in its first four lines', () => {
    const heads = metric.sql.split('\n').slice(0, 4);
    expect(heads.map((line) => /^-- (What|Unit|Scope|Source):\s+\S/.exec(line)?.[1])).toEqual([
      'What',
      'Unit',
      'Scope',
      'Source',
    ]);
  });

  it('names only parameters that are bound, and results of the declared names and types', async () => {
    const composed = composeAnswer(metric, everything, options, new Map());
    const known = new Set([
      ...Object.keys(derivedParameters(ground.settings, null)),
      'period_from',
      'period_to',
      ...Object.keys(metric.parameters(options)),
      ...Object.keys(composed.parameters),
    ]);
    await ground.database.read(async (connection) => {
      const prepared = await connection.prepare(composed.sql);
      for (let i = 1; i <= prepared.parameterCount; i++) expect(known).toContain(prepared.parameterName(i));
      const names = Array.from({ length: prepared.columnCount }, (_, i) => prepared.columnName(i));
      expect(names.slice(0, 3)).toEqual(['by_1', 'by_2', 'by_3']);
      const context = {
        options,
        settings: ground.settings,
        by: [],
        empty: ground.empty,
        extra: {},
        turn: () => Promise.resolve(),
      };
      const finished =
        (await metric.finish?.({ length: 0, columns: [] }, context))?.columns.map(({ name }) => name) ?? [];
      const empty = { length: 0, columns: [] };
      const joined = metric.more?.join(empty, empty, options).columns.map(({ name }) => name) ?? [];
      const labels = Object.keys(metric.runs(options, ground.settings)[0]?.labels ?? {});
      const given = new Set([...names, ...finished, ...joined, ...labels]);
      for (const column of Object.keys(metric.columns)) expect(given, column).toContain(column);
      prepared.destroySync();
    });
  });

  it('is gathered by month and rep where it knows them', async () => {
    const by = (['month', 'rep'] as const).filter((name) => metric.dimensions.includes(name));
    const question = { ...everything, by };
    await ground.database.read(async (connection) => {
      for (const half of metric.more ? (['answer', 'more'] as const) : (['answer'] as const)) {
        const { sql } = composeAnswer(metric, question, options, new Map(), half);
        (await connection.prepare(sql)).destroySync();
      }
    });
  });

  it('answers an empty workspace without a number and says why', async () => {
    const { rows } = await ask(ground, id);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect([row['value'], row['state']]).toEqual([null, 'unavailable']);
    expect(rows[0]?.['reason']).toMatch(/^missing:/);
    const [dimension] = metric.dimensions;
    if (dimension === undefined) return;
    const byGroup = (await ask(ground, id, { by: [dimension] })).rows;
    expect(byGroup).toMatchObject([{ value: null, state: 'unavailable', reason: rows[0]?.['reason'] }]);
  });

  it('has stand-ins that say what they are and answer the same columns', async () => {
    for (const text of Object.values(metric.without)) {
      const usual = composeAnswer(metric, everything, options, new Map()).sql;
      const other = composeAnswer({ ...metric, sql: text }, everything, options, new Map()).sql;
      expect(text).toMatch(/^-- What:.*\n-- Unit:.*\n-- Scope:.*\n-- Source:/);
      await ground.database.read(async (connection) => {
        const names = async (sql: string) => {
          const prepared = await connection.prepare(sql);
          const found = Array.from({ length: prepared.columnCount }, (_, i) => prepared.columnName(i));
          prepared.destroySync();
          return found.filter((name) => !/^(excluded_|from_flags)/.test(name));
        };
        expect(await names(other)).toEqual(await names(usual));
      });
    }
  });

  it('gives the rows of every part', async () => {
    await ground.database.read(async (connection) => {
      for (const part of ['numerator', 'denominator', 'excluded'] as const) {
        (await connection.prepare(composeRows(metric, everything, options, new Map(), part).sql)).destroySync();
      }
    });
  });

  it('orders its answer, so that it reads the same every time', () => {
    expect(halves(metric.sql).answer).toMatch(/\border by by_1, by_2, by_3/);
  });

  it('has its title and its meaning in both languages', () => {
    for (const locale of ['en', 'ms'] as const) {
      expect(words(locale).find(`metric.${id}.title`)).toBeTruthy();
      expect(words(locale).find(`metric.${id}.definition`)).toBeTruthy();
    }
  });
});

it('every derived table says what it is in its first four lines', () => {
  for (const { sql } of [...derivedSql, ...laterSql(laterNames)]) {
    expect(
      sql
        .split('\n')
        .slice(0, 4)
        .map((line) => /^-- (What|Unit|Scope|Source):/.exec(line)?.[1]),
    ).toEqual(['What', 'Unit', 'Scope', 'Source']);
  }
});

it('no file of SQL cuts an instant to a day outside the shared macros', () => {
  const derived = [...derivedSql, ...laterSql(laterNames)].map(({ sql }) => sql);
  for (const text of [...derived, ...withSql.map(({ id }) => metricOf(id).sql)]) {
    expect(text).not.toMatch(/date_trunc|::date/);
  }
});
