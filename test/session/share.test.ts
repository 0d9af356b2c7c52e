import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../renderer/i18n';
import { query } from '../../electron/db/run';
import { ident, sql } from '../../electron/db/sql';
import { textsOf } from '../../electron/model/table';
import { openFolder } from '../../electron/session/open-workspace';
import { maskFor } from '../../electron/session/masks';
import { shareCopy } from '../../electron/session/share';
import type { Workspace } from '../../electron/workspace/workspace';
import { storedTables } from '../../electron/workspace/tables';
import { OpenDeck } from './open-deck';

const customers = ['Kopi Kita Sdn Bhd', 'Lembah Damai', 'Zainal Brothers'];
const people = ['Aina Rahim', 'Bala Krishnan'];
const contacts = ['Puan Salmah'];
const names = [...customers, ...people, ...contacts, 'Aina R.'];

let deck: OpenDeck;
let copy: Workspace;
let folder: string;

const files: Readonly<Record<string, string>> = {
  'reps.csv':
    'rep_id,name,role,team_id,aliases\nAina Rahim,Aina Rahim,ae,Team Aina Rahim,Aina R.\nR2,Bala Krishnan,ae,North,\n',
  'accounts.csv': `account_id,name,segment,owner_id,created_at,tier\n${customers.map((name, i) => `${i === 0 ? name : `A${i}`},${name},SMB,Aina Rahim,2026-01-0${i + 1},${i === 0 ? 'as Zainal Brothers' : 'gold'}`).join('\n')}\n`,
  'contacts.csv':
    'contact_id,account_id,name,role\nsalmah@kopikita.example,Kopi Kita Sdn Bhd,Puan Salmah,buyer\nk2,A1,Bala Krishnan,buyer\n',
  'opportunities.csv': `opportunity_id,account_id,owner_id,created_at,stage,closed_at,is_won,amount,loss_reason\n${Array.from({ length: 40 }, (_, i) => `Kopi Kita Sdn Bhd deal ${i},${i % 2 === 0 ? 'Kopi Kita Sdn Bhd' : 'A1'},${i % 3 === 0 ? 'R2' : 'Aina Rahim'},2026-02-01,${i % 4 === 0 ? 'Won' : 'Lost'},2026-03-${String(1 + (i % 28)).padStart(2, '0')},${i % 4 === 0},${100 + i}.25,${i % 4 === 0 ? '' : 'lost to Lembah Damai'}`).join('\n')}\n`,
  'surveys.csv':
    'survey_id,kind,asked_at,answered_at,account_id,rep_id,score,text\ns1,nps,2026-03-01,2026-03-02,A1,R2,9,"Salmah says: thank you, Bala"\n',
};

beforeAll(async () => {
  deck = await OpenDeck.fresh();
  await deck.load(Object.entries(files).map(([name, text]) => deck.file(name, text)));
  const { workspace } = deck;
  await workspace.keep({ ...workspace.definitions, notes: { R2: 'Bala Krishnan does well' } });
  folder = join(deck.home, 'given.quarterdeck');
  const shared = await shareCopy(workspace, folder, { customers: true, reps: true }, words('en'));
  expect(shared).toEqual({ folder, rows: 2 + 3 + 2 + 40 + 1 });
  copy = await openFolder(folder, false);
});

afterAll(async () => {
  await copy.close();
  await deck.close();
});

function filesIn(place: string): readonly string[] {
  return readdirSync(place, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}

// Every text of every stored table, whatever way the database packs it on the disk.
async function textsStored(workspace: Workspace): Promise<readonly string[]> {
  return workspace.database.read(async (connection) => {
    const found: string[] = [];
    for (const [table, columns] of await storedTables(connection))
      for (const column of columns.keys()) {
        const text = sql`select distinct cast(${ident(column)} as varchar) as text from store.${ident(table)}`.text;
        found.push(...textsOf(await query(connection, text), 'text').filter((each) => each !== null));
      }
    return found;
  });
}

async function money(workspace: Workspace): Promise<readonly (string | null)[]> {
  const text =
    'select cast(sum(amount) as varchar) || is_won::varchar || count(*)::varchar as text from opportunities join reps on rep_id = owner_id group by owner_id, is_won order by 1';
  return textsOf(await workspace.database.read((connection) => query(connection, text)), 'text');
}

describe('a copy to give away', () => {
  it('holds no name in any byte of any file, nor in any cell', async () => {
    const bytes = filesIn(folder).map((file) => readFileSync(file).toString('utf8').toLowerCase());
    expect(bytes.length).toBeGreaterThan(6);
    const cells = (await textsStored(copy)).map((text) => text.toLowerCase());
    expect(cells).toContain('customer 001');
    for (const name of [...names, 'salmah', 'kopikita', 'bala'])
      for (const text of [...bytes, ...cells]) expect(text.includes(name.toLowerCase())).toBe(false);
  });

  it('says the same as the workspace it was made from', async () => {
    expect(await money(copy)).toEqual(await money(deck.workspace));
    expect(copy.definitions).toMatchObject({
      name: 'given',
      settings: deck.workspace.definitions.settings,
      notes: {},
      decks: [],
    });
  });

  it('lists nobody in the order of the real names', async () => {
    const order = async (table: string, column: string): Promise<readonly (string | null)[]> =>
      textsOf(
        await copy.database.read((connection) =>
          query(connection, `select ${column} as text from store.${table} order by src_row`),
        ),
        'text',
      );
    for (const [table, column] of [
      ['accounts', 'name'],
      ['reps', 'name'],
      ['opportunities', 'opportunity_id'],
    ] as const) {
      const told = await order(table, column);
      expect(told.length).toBeGreaterThan(1);
      expect(told).toEqual([...told].sort());
    }
  });

  it('is not made where something is, and what is there stays', async () => {
    const place = join(deck.home, 'there.quarterdeck');
    deck.file('there.quarterdeck', 'mine');
    await expect(shareCopy(deck.workspace, place, { customers: true, reps: true }, words('en'))).rejects.toMatchObject({
      code: 'share_taken',
    });
    expect(readFileSync(place, 'utf8')).toBe('mine');
  });

  it('leaves nothing when it is stopped', async () => {
    const place = join(deck.home, 'stopped.quarterdeck');
    await expect(
      shareCopy(deck.workspace, place, { customers: true, reps: true }, words('en'), AbortSignal.abort()),
    ).rejects.toMatchObject({ code: 'query_cancelled' });
    expect([existsSync(place), existsSync(`${place}.part`)]).toEqual([false, false]);
    expect(readdirSync(join(deck.folder, 'tmp'))).toEqual([]);
  });

  it('calls a person and a contact of the same name by the person’s pseudonym in a text', async () => {
    const told = async (customers: boolean, reps: boolean): Promise<string> =>
      deck.workspace.database.read(async (connection) =>
        (await maskFor(connection, { customers, reps }, words('en'))).text('Bala Krishnan of Lembah Damai'),
      );
    expect(await told(true, true)).toMatch(/^Rep [AB] of Customer 00\d$/);
    expect(await told(true, false)).toMatch(/^Bala Krishnan of Customer 00\d$/);
    expect(await told(false, true)).toMatch(/^Rep [AB] of Lembah Damai$/);
  });

  it('keeps the names of those who are not to be replaced', async () => {
    const place = join(deck.home, 'people.quarterdeck');
    await shareCopy(deck.workspace, place, { customers: false, reps: true }, words('ms'));
    const other = await openFolder(place, false);
    try {
      const texts = await textsStored(other);
      expect(texts).toContain('Lembah Damai');
      expect(texts).toContain('Wakil A');
      expect(texts.filter((text) => text.includes('Aina Rahim'))).toEqual([]);
    } finally {
      await other.close();
    }
  });
});
