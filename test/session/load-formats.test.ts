import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OpenDeck, countsOf } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

const quoted = (rows: readonly (readonly string[])[], end = '\n') =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join(end) + end;
const opportunities = () =>
  deck.rows(
    'select opportunity_id as id, stage, amount::double as amount, created_at::date as created, expected_close as expected, closed_at::date as closed, is_won as won, is_closed as over, owner_id as owner, account_id as account from opportunities order by 1',
  );

describe('Salesforce', () => {
  it('data export: quoted, Latin-1, deleted rows left out, dummy ids empty, midnights are days', async () => {
    const header = [
      'Id',
      'IsDeleted',
      'AccountId',
      'Name',
      'StageName',
      'Amount',
      'Probability',
      'CloseDate',
      'Type',
      'LeadSource',
      'IsClosed',
      'IsWon',
      'OwnerId',
      'CreatedDate',
      'LastModifiedDate',
      'Rating__c',
    ];
    const text = quoted([
      header,
      [
        '0061',
        '0',
        '0011',
        'Negociación',
        'Negociación',
        '9225.225',
        '90',
        '2026-08-22 00:00:00',
        'New Business',
        'Web',
        '0',
        '0',
        '0051',
        '2026-01-13 17:16:45',
        '2026-02-13 17:16:45',
        'A',
      ],
      [
        '0062',
        '0',
        '000000000000000AAA',
        'Ünal',
        'Ganada',
        '100',
        '100',
        '2026-03-01 00:00:00',
        'Existing Customer - Upgrade',
        '',
        '1',
        '1',
        '0051',
        '2026-01-14 09:00:00',
        '2026-03-01 10:00:00',
        '',
      ],
      [
        '0063',
        '1',
        '0011',
        'gone',
        'Negociación',
        '5',
        '90',
        '2026-08-22 00:00:00',
        '',
        '',
        '0',
        '0',
        '0051',
        '2026-01-13 17:16:45',
        '2026-02-13 17:16:45',
        '',
      ],
    ]);
    const report = await deck
      .load([deck.file('Opportunity.csv', Buffer.from(text, 'latin1'))])
      .then(({ files }) => files[0]);
    expect(report).toMatchObject({
      system: 'Salesforce',
      object: 'Opportunity',
      table: 'opportunities',
      confidence: 'sure',
    });
    expect(countsOf(report)).toEqual({
      read: 3,
      new: 2,
      updated: 0,
      unchanged: 0,
      skipped: 1,
      rejected: 0,
      adds: true,
    });
    expect(await opportunities()).toEqual([
      {
        id: '0061',
        stage: 'Negociación',
        amount: 9225.225,
        created: '2026-01-13',
        expected: '2026-08-22',
        closed: null,
        won: false,
        over: false,
        owner: '0051',
        account: '0011',
      },
      {
        id: '0062',
        stage: 'Ganada',
        amount: 100,
        created: '2026-01-14',
        expected: null,
        closed: '2026-03-01',
        won: true,
        over: true,
        owner: '0051',
        account: null,
      },
    ]);
    expect(
      await deck.rows(
        'select kind, probability::double as p, x_name as name, x_rating_c as rating from opportunities order by opportunity_id',
      ),
    ).toEqual([
      { kind: 'new', p: 0.9, name: 'Negociación', rating: 'A' },
      { kind: 'expansion', p: 1, name: 'Ünal', rating: null },
    ]);
  });

  it('opportunity history: changes of other fields are no stage events', async () => {
    const report = await deck.loadText(
      'OpportunityHistory.csv',
      quoted([
        [
          'Id',
          'OpportunityId',
          'CreatedById',
          'CreatedDate',
          'StageName',
          'Amount',
          'CloseDate',
          'FromOpportunityStageName',
          'IsDeleted',
        ],
        ['h1', '0061', '0051', '2026-01-01 10:00:00', 'Prospecting', '10', '2026-05-01 00:00:00', '', '0'],
        ['h2', '0061', '0051', '2026-01-02 10:00:00', 'Prospecting', '20', '2026-05-01 00:00:00', '', '0'],
        ['h3', '0061', '0052', '2026-01-03 10:00:00', 'Closed Won', '20', '2026-05-01 00:00:00', '', '0'],
      ]),
    );
    expect(countsOf(report)).toMatchObject({ read: 3, new: 2, skipped: 1 });
    expect(
      await deck.rows(
        'select event_id as id, to_stage as stage, rep_id as rep, src_row as line from stage_events order by entered_at',
      ),
    ).toEqual([
      { id: 'h1', stage: 'Prospecting', rep: '0051', line: 2 },
      { id: 'h3', stage: 'Closed Won', rep: '0052', line: 4 },
    ]);
  });

  it('field history: only the stage rows', async () => {
    const report = await deck.loadText(
      'OpportunityFieldHistory.csv',
      quoted([
        ['Id', 'OpportunityId', 'CreatedById', 'CreatedDate', 'Field', 'OldValue', 'NewValue'],
        ['f1', '0061', '0051', '2026-01-01T10:00:00.000Z', 'StageName', 'A', 'B'],
        ['f2', '0061', '0051', '2026-01-02T10:00:00.000Z', 'Amount', '1', '2'],
      ]),
    );
    expect(countsOf(report)).toMatchObject({ read: 2, new: 1, skipped: 1 });
  });

  it('report: footer, American dates, names for ids, no key but the name', async () => {
    const text =
      quoted([
        ['Opportunity Name', 'Account Name', 'Opportunity Owner', 'Stage', 'Amount', 'Close Date', 'Created Date'],
        ['Paper, 2 pallets', 'Acme', 'Anna Lee', 'Closed Won', '1,200.50', '9/8/2026', '8/22/2026'],
        ['Ink', 'Acme', 'Bo Tan', 'Proposal/Price Quote', '', '10/30/2026', '9/1/2026'],
      ]) +
      '\n\n"Opportunity report"\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n"Confidential Information - Do Not Distribute"\n"Generated By:  A B  9/8/2026 11:22 AM"\n"Company"\n';
    const report = await deck.loadText('report1757300000000.csv', text);
    expect(report).toMatchObject({ system: 'Salesforce', object: 'Opportunity report' });
    expect(
      (await opportunities()).map(({ id, created, expected, closed, owner, amount }) => ({
        id,
        created,
        expected,
        closed,
        owner,
        amount,
      })),
    ).toEqual([
      { id: 'Ink', created: '2026-09-01', expected: '2026-10-30', closed: null, owner: 'Bo Tan', amount: null },
      {
        id: 'Paper, 2 pallets',
        created: '2026-08-22',
        expected: null,
        closed: '2026-09-08',
        owner: 'Anna Lee',
        amount: 1200.5,
      },
    ]);
  });

  it('tasks and users: look-ups by prefix, names joined, seconds to minutes', async () => {
    await deck.load([
      deck.file(
        'Task.csv',
        quoted([
          [
            'Id',
            'WhoId',
            'WhatId',
            'Subject',
            'ActivityDate',
            'Status',
            'OwnerId',
            'Type',
            'TaskSubtype',
            'IsDeleted',
            'AccountId',
            'CreatedDate',
            'CallDurationInSeconds',
            'CallType',
            'CallDisposition',
            'CompletedDateTime',
          ],
          [
            '00T1',
            '00Q1',
            '',
            'Call',
            '2026-01-02 00:00:00',
            'Completed',
            '0051',
            '',
            'Call',
            '0',
            '',
            '2026-01-01 08:00:00',
            '90',
            'Outbound',
            'Connected',
            '2026-01-02 09:30:00',
          ],
          [
            '00T2',
            '0031',
            '0061',
            'Mail',
            '2026-01-03 00:00:00',
            'Completed',
            '0051',
            'Email',
            'Email',
            '0',
            '0011',
            '2026-01-03 08:00:00',
            '',
            '',
            '',
            '',
          ],
        ]),
      ),
      deck.file(
        'User.csv',
        quoted([
          ['Id', 'Username', 'FirstName', 'LastName', 'Department', 'ProfileId', 'ManagerId'],
          ['0051', 'a@b', 'Anna', 'Lee', 'North', 'p', ''],
        ]),
      ),
    ]);
    expect(
      await deck.rows(
        'select activity_id as id, "at", kind, lead_id as lead, contact_id as contact, opportunity_id as deal, minutes::double as minutes, direction, is_conversation as talk from activities order by 1',
      ),
    ).toEqual([
      {
        id: '00T1',
        at: '2026-01-02T09:30:00.000Z',
        kind: 'call',
        lead: '00Q1',
        contact: null,
        deal: null,
        minutes: 1.5,
        direction: 'out',
        talk: true,
      },
      {
        id: '00T2',
        at: '2026-01-03T00:00:00.000Z',
        kind: 'email',
        lead: null,
        contact: '0031',
        deal: '0061',
        minutes: null,
        direction: null,
        talk: null,
      },
    ]);
    expect(await deck.rows('select rep_id, name, team_id, role from reps')).toEqual([
      { rep_id: '0051', name: 'Anna Lee', team_id: 'North', role: 'other' },
    ]);
  });
});

describe('HubSpot', () => {
  it('deals: mark, doubled quotes in headers, joined ids, stage dates of each pipeline', async () => {
    const text =
      '\ufeff' +
      quoted([
        [
          'Record ID',
          'Deal Name',
          'Deal Stage',
          'Pipeline',
          'Amount',
          'Close Date',
          'Create Date',
          'Deal owner',
          'Associated Company IDs',
          'Associated Company',
          'Date entered "Appointment Scheduled (Sales Pipeline)"',
          'Date entered "Closed Won (Sales Pipeline)"',
          'Date exited "Appointment Scheduled (Sales Pipeline)"',
        ],
        [
          '17850000000000001',
          'A',
          'Closed Won',
          'Sales Pipeline',
          '100',
          '2026-02-03 10:15',
          '2026-01-02 09:00',
          'Anna Lee',
          '9002;9999',
          'Acme',
          '2026-01-02 09:00',
          '2026-02-03 10:15',
          '2026-01-20 10:00',
        ],
        [
          '17850000000000002',
          'B',
          'Appointment Scheduled',
          'Sales Pipeline',
          '',
          '2026-04-30 00:00',
          '2026-01-05 12:00',
          '',
          '',
          '',
          '2026-01-05 12:00',
          '',
          '',
        ],
      ]);
    const report = await deck.loadText('hubspot-crm-exports-all-deals-2026-08-11.csv', text);
    expect(report).toMatchObject({ system: 'HubSpot', object: 'Deals', derived: { stage_events: 3 } });
    expect(await opportunities()).toEqual([
      {
        id: '17850000000000001',
        stage: 'Closed Won',
        amount: 100,
        created: '2026-01-02',
        expected: null,
        closed: '2026-02-03',
        won: null,
        over: null,
        owner: 'Anna Lee',
        account: '9002',
      },
      {
        id: '17850000000000002',
        stage: 'Appointment Scheduled',
        amount: null,
        created: '2026-01-05',
        expected: '2026-04-30',
        closed: null,
        won: null,
        over: null,
        owner: null,
        account: null,
      },
    ]);
    expect(
      await deck.rows('select opportunity_id as id, to_stage as stage, entered_at as t from stage_events order by t'),
    ).toEqual([
      { id: '17850000000000001', stage: 'Appointment Scheduled', t: '2026-01-02T09:00:00.000Z' },
      { id: '17850000000000002', stage: 'Appointment Scheduled', t: '2026-01-05T12:00:00.000Z' },
      { id: '17850000000000001', stage: 'Closed Won', t: '2026-02-03T10:15:00.000Z' },
    ]);
  });
});

describe('Pipedrive', () => {
  it('deals: the outcome is in the status, the stage stays where the deal was', async () => {
    const report = await deck.loadText(
      'deals.csv',
      quoted([
        [
          'Deal - ID',
          'Deal - Title',
          'Deal - Owner',
          'Deal - Value',
          'Deal - Currency of Value',
          'Deal - Organization',
          'Deal - Stage',
          'Deal - Status',
          'Deal - Deal created',
          'Deal - Won time',
          'Deal - Lost time',
          'Deal - Lost reason',
          'Deal - Expected close date',
        ],
        [
          '1',
          'a',
          'Anna',
          '10',
          'MYR',
          'Acme',
          'Negotiations Started',
          'Won',
          '2026-01-01 10:00:00',
          '2026-02-01 10:00:00',
          '',
          '',
          '2026-02-05',
        ],
        [
          '2',
          'b',
          'Anna',
          '20',
          'MYR',
          'Acme',
          'Contact Made',
          'Lost',
          '2026-01-02 10:00:00',
          '',
          '2026-02-02 10:00:00',
          'Price',
          '',
        ],
        ['3', 'c', 'Bo', '30', 'MYR', '', 'Demo Scheduled', 'Open', '2026-01-03 10:00:00', '', '', '', '2026-05-01'],
      ]),
    );
    expect(report).toMatchObject({ system: 'Pipedrive', object: 'Deals' });
    expect(
      (await opportunities()).map(({ id, won, over, closed, expected, stage }) => ({
        id,
        won,
        over,
        closed,
        expected,
        stage,
      })),
    ).toEqual([
      { id: '1', won: true, over: true, closed: '2026-02-01', expected: '2026-02-05', stage: 'Negotiations Started' },
      { id: '2', won: false, over: true, closed: '2026-02-02', expected: null, stage: 'Contact Made' },
      { id: '3', won: false, over: false, closed: null, expected: '2026-05-01', stage: 'Demo Scheduled' },
    ]);
    expect(await deck.rows('select distinct currency from opportunities')).toEqual([{ currency: 'MYR' }]);
  });
});

describe('Zoho', () => {
  it('deals: pairs of id and name, the prefix of ids, money in two dresses', async () => {
    const report = await deck.loadText(
      'Deals_2026_05_28.csv',
      quoted([
        [
          'Record Id',
          'Deal Owner.id',
          'Deal Owner',
          'Amount',
          'Deal Name',
          'Closing Date',
          'Account Name.id',
          'Account Name',
          'Stage',
          'Created Time',
          'Modified Time',
          'Probability (%)',
        ],
        [
          'zcrm_4876876000000311',
          'zcrm_1',
          'Anna',
          '42,000',
          'x',
          '2026-04-15',
          'zcrm_77',
          'Acme',
          'Closed Won',
          '2026-01-15 00:02:00',
          '2026-04-15 10:00:00',
          '100',
        ],
        [
          'zcrm_4876876000000312',
          'zcrm_1',
          'Anna',
          '$12,400.00',
          'y',
          '2026-09-15',
          'zcrm_78',
          'Beta',
          'Needs Analysis',
          '2026-02-15 00:02:00',
          '2026-04-15 10:00:00',
          '20',
        ],
      ]),
    );
    expect(report).toMatchObject({ system: 'Zoho CRM', object: 'Deals' });
    expect(
      (await opportunities()).map(({ id, amount, owner, account, closed, expected }) => ({
        id,
        amount,
        owner,
        account,
        closed,
        expected,
      })),
    ).toEqual([
      { id: '4876876000000311', amount: 42000, owner: '1', account: '77', closed: '2026-04-15', expected: null },
      { id: '4876876000000312', amount: 12400, owner: '1', account: '78', closed: null, expected: '2026-09-15' },
    ]);
  });
});

describe('Dynamics 365', () => {
  it('opportunities: the three hidden columns, serial dates, actual before estimated revenue', async () => {
    const report = await deck.loadText(
      'My Open Opportunities.csv',
      quoted([
        [
          '(Do Not Modify) Opportunity',
          '(Do Not Modify) Row Checksum',
          '(Do Not Modify) Modified On',
          'Topic',
          'Potential Customer',
          'Status',
          'Pipeline Phase',
          'Est. revenue',
          'Actual Revenue',
          'Est. close date',
          'Actual Close Date',
          'Created On',
          'Owner',
        ],
        ['{A-1}', 'x', '46060.5', 't', 'Acme', 'Won', 'Close', '100', '90', '46070', '46066', '46053.25', 'Anna'],
        ['{A-2}', 'y', '46061.5', 'u', 'Beta', 'Open', 'Propose', '50', '', '46080', '', '46054.25', 'Anna'],
      ]),
    );
    expect(report).toMatchObject({ system: 'Dynamics 365', object: 'Opportunities' });
    expect(await opportunities()).toEqual([
      {
        id: '{A-1}',
        stage: 'Close',
        amount: 90,
        created: '2026-01-31',
        expected: '2026-02-17',
        closed: '2026-02-13',
        won: true,
        over: true,
        owner: 'Anna',
        account: 'Acme',
      },
      {
        id: '{A-2}',
        stage: 'Propose',
        amount: 50,
        created: '2026-02-01',
        expected: '2026-02-27',
        closed: null,
        won: false,
        over: false,
        owner: 'Anna',
        account: 'Beta',
      },
    ]);
  });
});
