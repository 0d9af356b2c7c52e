import { readFileSync } from 'node:fs';
import { sharedData } from './shared-data';

/** Records of a file of the published CRM export, by its own column names, read without the program; no cell of it is quoted. */
export function mavenRecords(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(sharedData('maven-crm-sales-opportunities', file), 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])));
}

/** A deal of the export; days `YYYY-MM-DD`, empty where there is none. */
export interface MavenDeal {
  readonly agent: string;
  readonly manager: string;
  readonly account: string;
  readonly stage: string;
  readonly began: string;
  readonly closed: string;
  readonly value: number;
  /** Days from its beginning to its closing; NaN where either is not known. */
  readonly days: number;
}

const dayMs = 86_400_000;

/** All deals of the export with whom their agent reports to. */
export function mavenDeals(): readonly MavenDeal[] {
  const managers = new Map(mavenRecords('sales_teams.csv').map((row) => [row['sales_agent'], row['manager'] ?? '']));
  return mavenRecords('sales_pipeline.csv').map((row) => {
    const [began = '', closed = ''] = [row['engage_date'], row['close_date']];
    return {
      agent: row['sales_agent'] ?? '',
      manager: managers.get(row['sales_agent']) ?? '',
      account: row['account'] ?? '',
      stage: row['deal_stage'] ?? '',
      began,
      closed,
      value: Number(row['close_value']),
      days: (Date.parse(closed) - Date.parse(began)) / dayMs,
    };
  });
}
