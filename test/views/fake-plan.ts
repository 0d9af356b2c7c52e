import type { Decision, LoadPlan, PlannedColumn, PlannedFile } from '../../electron/contract';
import type { Evidence } from '../../electron/model/evidence';
import { because, inEnglish } from '../../electron/model/evidence';

function column(
  source: string,
  field: string | null,
  filled: number,
  sample: string,
  confidence: PlannedColumn['confidence'] = 'sure',
): PlannedColumn {
  return { source, field, extra: null, type: 'text', filled, confidence, samples: [sample] };
}

/** A decision as the engine tells it. */
export function decision(what: string, chosen: string, why: Evidence): Decision {
  return { what, chosen, evidence: inEnglish(why), because: why };
}

const file: PlannedFile = {
  reused: null,
  file: 'opportunities.csv',
  part: null,
  system: 'hubspot',
  object: 'deals',
  table: 'opportunities',
  confidence: 'sure',
  encoding: 'utf-8',
  delimiter: ';',
  header_line: 1,
  read: 8_800,
  new: 8_790,
  updated: 0,
  unchanged: 0,
  skipped: 7,
  rejected: 3,
  derived: {},
  columns: [
    column('Record ID', 'opportunity_id', 1, '20418'),
    column('Deal Name', 'name', 1, 'Kertas A4 80gsm, 2 palet'),
    column('Deal Stage', 'stage', 1, 'Sebut harga dihantar'),
    column('Amount', 'amount', 0.94, '28,400.00'),
    column('Close Date', 'expected_close', 0.97, '04/05/2026', 'likely'),
    column('Deal owner', 'owner_id', 0.98, 'Farid Hakim'),
    column('Sumber', 'source', 0.81, 'Rujukan', 'likely'),
    column('Sebab kalah', 'loss_reason', 0.38, 'Harga', 'likely'),
    column('Jenis mesin', 'product_id', 0.44, 'Pencetak laser', 'confirm'),
    column('Create Date', 'created_at', 1, '27/03/2026'),
    column('Negeri', 'region', 0.88, 'Selangor', 'likely'),
    column('Segmen', 'segment', 0.71, 'PKS', 'likely'),
    column('Pesaing', 'competitor', 0.19, 'Mesra Office', 'likely'),
    column('Kumpulan harga', 'x_kumpulan_harga', 0.62, 'B2', 'extra'),
  ],
  decisions: [
    decision('encoding', 'utf-8', because('valid_utf8')),
    decision('delimiter', ';', because('fields_in_share', { fields: 26, share: 100 })),
    decision('dates', 'day first', because('day_over_12', { n: 412 })),
    decision('numbers', 'decimal point', because('no_other_way', { n: 614 })),
    decision('time zone', 'Asia/Kuala_Lumpur', because('workspace_setting')),
    decision('key', 'Record ID', because('name_is_id')),
  ],
  rejects_file: null,
  set_aside: null,
  firstLines: [
    'Record ID;Deal Name;Deal Stage;Amount;Close',
    '20418;Kertas A4 80gsm, 2 palet;Sebut harg',
    '20419;"Toner 26A; 40 unit";Rundingan;9,6',
  ],
  bytes: 18_500_000,
};

/** A dry run as the engine would give it, with two things to confirm. */
export const fakePlan: LoadPlan = {
  files: [
    file,
    {
      ...file,
      file: 'Pelanggan 2026.xlsx',
      system: 'plain',
      object: 'accounts',
      table: 'accounts',
      confidence: 'likely',
      read: 1_812,
      new: 1_812,
      skipped: 0,
      rejected: 0,
      bytes: 240_000,
    },
  ],
  stages: [
    { stage: 'Prospek baharu', rows: 1_204, target: 'lead', confirmed: true },
    { stage: 'Dihubungi', rows: 987, target: 'contacted', confirmed: true },
    { stage: 'Layak', rows: 1_000, target: 'qualified', confirmed: true },
    { stage: 'MQL', rows: 411, target: 'qualified', confirmed: true },
    { stage: 'Temu janji', rows: 822, target: 'meeting', confirmed: true },
    { stage: 'Sebut harga dihantar', rows: 1_000, target: 'proposal', confirmed: true },
    { stage: 'Semakan harga', rows: 236, target: 'proposal', confirmed: true },
    { stage: 'Rundingan', rows: 418, target: 'negotiation', confirmed: true },
    { stage: 'Closed won', rows: 1_322, target: 'won', confirmed: false },
    { stage: 'Closed lost', rows: 904, target: 'lost', confirmed: false },
    { stage: 'Tiada keputusan', rows: 311, target: 'no_decision', confirmed: false },
    { stage: 'Tidak layak', rows: 175, target: 'disqualified', confirmed: false },
  ],
  questions: [
    {
      file: 'opportunities.csv',
      kind: 'column',
      subject: 'Jenis mesin',
      choices: ['product_id'],
      suggested: 'product_id',
    },
    { file: 'opportunities.csv', kind: 'stages', subject: '', choices: [], suggested: null },
  ],
  warnings: [],
  map: {},
};
