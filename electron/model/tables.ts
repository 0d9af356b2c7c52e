/* oxlint-disable max-lines -- the model in one table of contents; cut in files it would no longer be seen whole */
/**
 * The data model: every table, its fields, types, keys and enumerations, under the names of the domain specification.
 * One declaration serves the DDL, the import's field list, `describe` and the SQL view's help; a DDL file a table would say the same thing four times.
 */

export type FieldType = 'id' | 'text' | 'bool' | 'int' | 'dec' | 'date' | 'ts' | 'enum' | 'list';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** A row without a required key is rejected; without another required field it is kept and counted. */
  readonly required: boolean;
  /** Table whose key this field holds. */
  readonly references: TableName | null;
  /** Allowed values of an enum; an unmapped value becomes `other`. */
  readonly values: readonly string[];
}

export interface TableModel {
  readonly name: TableName;
  /** Fields that identify a row; empty when the whole row is its own key. */
  readonly key: readonly string[];
  readonly fields: readonly Field[];
}

interface Declaration {
  readonly key: readonly string[];
  /** field → type, then `!` for required, then `>table` for a reference. */
  readonly fields: Readonly<Record<string, string>>;
  readonly enums?: Readonly<Record<string, readonly string[]>>;
}

// prettier-ignore
const declarations = {
  accounts: {
    key: ['account_id'],
    fields: {
      account_id: 'id!',
      name: 'text!',
      segment: 'text',
      industry: 'text',
      region: 'text',
      employees: 'int',
      revenue: 'dec',
      parent_id: 'id>accounts',
      owner_id: 'id>reps',
      created_at: 'ts',
      source: 'text',
      consumption_days: 'dec',
      merged_into: 'id>accounts',
    },
  },
  contacts: {
    key: ['contact_id'],
    fields: {
      contact_id: 'id!',
      account_id: 'id>accounts',
      name: 'text',
      role: 'text',
      created_at: 'ts',
      is_active: 'bool',
    },
  },
  leads: {
    key: ['lead_id'],
    fields: {
      lead_id: 'id!',
      created_at: 'ts!',
      owner_id: 'id>reps',
      source: 'text',
      segment: 'text',
      status: 'text',
      qualified_at: 'ts',
      converted_at: 'ts',
      disqualified_at: 'ts',
      account_id: 'id>accounts',
      contact_id: 'id>contacts',
      opportunity_id: 'id>opportunities',
      referral_id: 'id>referrals',
      merged_into: 'id>leads',
    },
  },
  opportunities: {
    key: ['opportunity_id'],
    fields: {
      opportunity_id: 'id!',
      created_at: 'ts!',
      stage: 'text!',
      account_id: 'id>accounts',
      lead_id: 'id>leads',
      owner_id: 'id>reps',
      amount: 'dec',
      currency: 'text',
      expected_close: 'date',
      closed_at: 'ts',
      is_won: 'bool',
      is_closed: 'bool',
      loss_reason: 'text',
      competitor: 'text',
      product_id: 'id>products',
      segment: 'text',
      source: 'text',
      region: 'text',
      kind: 'enum',
      complexity: 'int',
      list_amount: 'dec',
      discount: 'dec',
      has_reference: 'bool',
      probability: 'dec',
      updated_at: 'ts',
    },
    enums: { kind: ['new', 'renewal', 'expansion'] },
  },
  stage_events: {
    key: ['event_id'],
    fields: {
      event_id: 'id',
      opportunity_id: 'id>opportunities',
      lead_id: 'id>leads',
      entered_at: 'ts!',
      to_stage: 'text!',
      from_stage: 'text',
      rep_id: 'id>reps',
      amount: 'dec',
      expected_close: 'date',
      is_inferred: 'bool',
    },
  },
  opportunity_needs: {
    key: ['opportunity_id', 'need_key'],
    fields: {
      opportunity_id: 'id!>opportunities',
      need_key: 'text!',
      need_value: 'text',
      recorded_at: 'ts',
      met: 'bool',
    },
  },
  opportunity_roles: {
    key: [],
    fields: {
      opportunity_id: 'id!>opportunities',
      rep_id: 'id!>reps',
      role: 'enum!',
      from_at: 'ts',
      to_at: 'ts',
      credit_share: 'dec',
    },
    enums: { role: ['owner', 'sdr', 'specialist', 'cs', 'support'] },
  },
  activities: {
    key: ['activity_id'],
    fields: {
      activity_id: 'id!',
      at: 'ts!',
      kind: 'enum!',
      rep_id: 'id>reps',
      account_id: 'id>accounts',
      contact_id: 'id>contacts',
      lead_id: 'id>leads',
      opportunity_id: 'id>opportunities',
      direction: 'enum',
      is_conversation: 'bool',
      minutes: 'dec',
      outcome: 'text',
    },
    enums: { kind: ['call', 'email', 'meeting', 'demo', 'visit', 'message', 'task', 'note'], direction: ['in', 'out'] },
  },
  orders: {
    key: ['order_id'],
    fields: {
      order_id: 'id!',
      account_id: 'id>accounts',
      ordered_at: 'ts!',
      amount: 'dec!',
      currency: 'text',
      margin: 'dec',
      opportunity_id: 'id>opportunities',
      status: 'enum',
      rep_id: 'id>reps',
    },
    enums: { status: ['placed', 'cancelled'] },
  },
  order_lines: {
    key: ['order_id', 'line'],
    fields: {
      order_id: 'id!>orders',
      line: 'int!',
      product_id: 'id>products',
      quantity: 'dec',
      unit_price: 'dec',
      list_price: 'dec',
    },
  },
  refunds: {
    key: ['refund_id'],
    fields: { refund_id: 'id!', order_id: 'id>orders', account_id: 'id>accounts', at: 'ts!', amount: 'dec!' },
  },
  invoices: {
    key: ['invoice_id'],
    fields: {
      invoice_id: 'id!',
      order_id: 'id>orders',
      opportunity_id: 'id>opportunities',
      issued_at: 'ts!',
      due_on: 'date',
      amount: 'dec!',
      currency: 'text',
    },
  },
  payments: {
    key: ['payment_id'],
    fields: {
      payment_id: 'id!',
      invoice_id: 'id>invoices',
      account_id: 'id>accounts',
      at: 'ts!',
      amount: 'dec!',
      status: 'enum',
    },
    enums: { status: ['ok', 'failed', 'reversed'] },
  },
  subscriptions: {
    key: ['subscription_id'],
    fields: {
      subscription_id: 'id!',
      account_id: 'id!>accounts',
      started_on: 'date!',
      ended_on: 'date',
      mrr: 'dec!',
      currency: 'text',
      term_months: 'int',
      product_id: 'id>products',
      owner_id: 'id>reps',
      end_reason: 'text',
      end_notice_on: 'date',
    },
  },
  subscription_changes: {
    key: ['subscription_id', 'on'],
    fields: { subscription_id: 'id!>subscriptions', on: 'date!', mrr: 'dec!' },
  },
  renewals: {
    key: ['renewal_id'],
    fields: {
      renewal_id: 'id!',
      subscription_id: 'id!>subscriptions',
      due_on: 'date!',
      outcome: 'enum',
      decided_on: 'date',
      mrr_before: 'dec',
      mrr_after: 'dec',
      rep_id: 'id>reps',
    },
    enums: { outcome: ['renewed', 'lost', 'open'] },
  },
  costs: {
    key: ['cost_id'],
    fields: {
      cost_id: 'id',
      on: 'date',
      period_start: 'date',
      period_end: 'date',
      amount: 'dec!',
      currency: 'text',
      purpose: 'enum!',
      rep_id: 'id>reps',
      team_id: 'id',
      source: 'text',
      campaign: 'text',
    },
    enums: { purpose: ['acquire', 'retain', 'train', 'incentive', 'other'] },
  },
  fx_rates: {
    key: ['on', 'from_ccy', 'to_ccy'],
    fields: { on: 'date!', from_ccy: 'text!', to_ccy: 'text!', rate: 'dec!' },
  },
  products: {
    key: ['product_id'],
    fields: { product_id: 'id!', name: 'text!', family: 'text', list_price: 'dec', aliases: 'list' },
  },
  reps: {
    key: ['rep_id'],
    fields: {
      rep_id: 'id!',
      name: 'text!',
      role: 'enum!',
      team_id: 'id',
      manager_id: 'id>reps',
      started_on: 'date',
      ended_on: 'date',
      region: 'text',
      level: 'enum',
      aliases: 'list',
    },
    enums: { role: ['sdr', 'ae', 'specialist', 'cs', 'manager', 'other'], level: ['junior', 'mid', 'senior'] },
  },
  rep_periods: {
    key: [],
    fields: {
      rep_id: 'id!>reps',
      from_on: 'date!',
      to_on: 'date',
      role: 'enum',
      team_id: 'id',
      manager_id: 'id>reps',
      leave: 'bool',
    },
    enums: { role: ['sdr', 'ae', 'specialist', 'cs', 'manager', 'other'] },
  },
  handoffs: {
    key: ['handoff_id'],
    fields: {
      handoff_id: 'id',
      lead_id: 'id>leads',
      opportunity_id: 'id>opportunities',
      from_rep: 'id!>reps',
      to_rep: 'id!>reps',
      at: 'ts!',
      accepted_at: 'ts',
      rejected_at: 'ts',
      reason: 'text',
    },
  },
  targets: {
    key: ['target_id'],
    fields: {
      target_id: 'id',
      rep_id: 'id>reps',
      team_id: 'id',
      metric: 'enum!',
      period_start: 'date!',
      period_end: 'date!',
      value: 'dec!',
      currency: 'text',
    },
    enums: { metric: ['bookings', 'count', 'renewals', 'leads', 'activities'] },
  },
  trainings: {
    key: ['training_id'],
    fields: {
      training_id: 'id!',
      rep_id: 'id!>reps',
      programme: 'text!',
      completed_at: 'ts',
      enrolled_at: 'ts',
      mode: 'enum',
      score: 'dec',
      hours: 'dec',
    },
    enums: { mode: ['online', 'in_person'] },
  },
  programmes: {
    key: ['programme'],
    fields: { programme: 'text!', required_roles: 'list', skills: 'list', valid_months: 'int' },
  },
  coachings: {
    key: ['coaching_id'],
    fields: { coaching_id: 'id', rep_id: 'id!>reps', coach_id: 'id>reps', at: 'ts!', topic: 'text', kind: 'enum' },
    enums: { kind: ['coaching', 'mentoring'] },
  },
  incentive_plans: {
    key: ['plan_id'],
    fields: { plan_id: 'id!', name: 'text', period_start: 'date!', period_end: 'date!', role: 'enum' },
    enums: { role: ['sdr', 'ae', 'specialist', 'cs', 'manager', 'other'] },
  },
  incentive_tiers: {
    key: ['plan_id', 'measure', 'from_value'],
    fields: {
      plan_id: 'id!>incentive_plans',
      measure: 'enum!',
      from_value: 'dec!',
      to_value: 'dec',
      pay_rate: 'dec',
      pay_fixed: 'dec',
    },
    enums: { measure: ['attainment', 'bookings', 'count', 'margin', 'skill', 'team'] },
  },
  payouts: {
    key: [],
    fields: {
      rep_id: 'id!>reps',
      plan_id: 'id>incentive_plans',
      period_start: 'date!',
      period_end: 'date!',
      amount: 'dec!',
      base_salary: 'dec',
      currency: 'text',
    },
  },
  recognitions: {
    key: [],
    fields: { rep_id: 'id!>reps', at: 'ts!', kind: 'text', by_rep: 'id>reps', note: 'text' },
  },
  surveys: {
    key: ['survey_id'],
    fields: {
      survey_id: 'id!',
      kind: 'enum!',
      asked_at: 'ts',
      answered_at: 'ts',
      account_id: 'id>accounts',
      contact_id: 'id>contacts',
      rep_id: 'id>reps',
      score: 'dec',
      scale_min: 'dec',
      scale_max: 'dec',
      text: 'text',
      channel: 'text',
    },
    enums: { kind: ['nps', 'csat', 'review', 'incentive_pref'] },
  },
  referrals: {
    key: ['referral_id'],
    fields: {
      referral_id: 'id!',
      at: 'ts!',
      from_account: 'id!>accounts',
      to_lead: 'id>leads',
      to_account: 'id>accounts',
      to_opportunity: 'id>opportunities',
      invited: 'int',
    },
  },
  cases: {
    key: ['case_id'],
    fields: { case_id: 'id!', account_id: 'id!>accounts', opened_at: 'ts!', closed_at: 'ts', kind: 'enum' },
    enums: { kind: ['complaint', 'question', 'cancel_notice'] },
  },
} as const satisfies Record<string, Declaration>;

export type TableName = keyof typeof declarations;

/** Names of all tables of the model, in the specification's order. */
export const tableNames = Object.keys(declarations) as readonly TableName[];

const models = new Map<string, TableModel>(
  tableNames.map((name) => [name, modelOf(name, declarations[name])] as const),
);

function modelOf(name: TableName, declaration: Declaration): TableModel {
  const fields = Object.entries(declaration.fields).map(([field, text]): Field => {
    const [type = 'text', references = null] = text.split('>');
    return {
      name: field,
      type: type.replace('!', '') as FieldType,
      required: type.endsWith('!'),
      references: references as TableName | null,
      values: declaration.enums?.[field] ?? [],
    };
  });
  return { name, key: declaration.key, fields };
}

/** True for the name of a table of the model. */
export function isTableName(name: string): name is TableName {
  return models.has(name);
}

/** The declaration of one table. */
export function tableModel(name: TableName): TableModel {
  const model = models.get(name);
  if (!model) throw new Error(`no table ${name}`);
  return model;
}

const sqlTypes: Readonly<Record<FieldType, string>> = {
  id: 'VARCHAR',
  text: 'VARCHAR',
  bool: 'BOOLEAN',
  int: 'BIGINT',
  dec: 'DECIMAL(18,4)',
  date: 'DATE',
  ts: 'TIMESTAMP',
  enum: 'VARCHAR',
  list: 'VARCHAR[]',
};

/** SQL type a field is stored as; instants are UTC without zone, date-only instants stand at midnight of their own day. */
export function sqlTypeOfField(field: Field): string {
  return sqlTypes[field.type];
}

/**
 * Columns every stored table has beside its fields: which import, file and record a row came from, which fields could not be read (one bit a field
 * in model order), and the import that replaced it (null while it is the row that counts).
 */
export const traceColumns = {
  src_import: 'INTEGER',
  src_file: 'VARCHAR',
  src_row: 'BIGINT',
  src_unread: 'BIGINT',
  src_replaced_by: 'INTEGER',
} as const;

/** Name of the column that says an instant was given as a date only: `created_at` → `created_at_is_date`. */
export function dateOnlyColumn(field: string): string {
  return `${field}_is_date`;
}

/** All columns of a stored table with their SQL types, in order: fields, date-only marks, trace. */
export function storedColumns(name: TableName): readonly (readonly [string, string])[] {
  const { fields } = tableModel(name);
  return [
    ...fields.map((field) => [field.name, sqlTypeOfField(field)] as const),
    ...fields.filter((field) => field.type === 'ts').map((field) => [dateOnlyColumn(field.name), 'BOOLEAN'] as const),
    ...Object.entries(traceColumns),
  ];
}
