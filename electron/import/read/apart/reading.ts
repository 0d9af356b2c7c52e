import { basename } from 'node:path';
import { choosePart } from '../choose-part';
import type { PartInfo } from '../choose-part';
import type { Answer, Reading } from './messages';
import { otherReader } from './other-kinds';
import { jsonLists } from './read-json';
import { writeRecords } from './write-records';
import { writeSheet } from './write-sheet';
import type { Written } from './write-sheet';
import { xlsxReader } from './xlsx';

interface Tables {
  readonly parts: readonly PartInfo[];
  readonly write: (part: string, target: string) => Promise<Written>;
}

/** Does what was asked. Throws UserError. */
export async function doReading(reading: Reading): Promise<Answer> {
  const { parts, write } = reading.kind === 'json' ? await recordsOf(reading) : await sheetsOf(reading);
  if (reading.task === 'list') return { parts, written: null };
  const { name } = choosePart(parts, reading.part, basename(reading.path));
  return { parts, written: { part: name, ...(await write(name, reading.target)) } };
}

async function sheetsOf({ kind, path }: Reading): Promise<Tables> {
  const reader = await (kind === 'xlsx' ? xlsxReader(path) : otherReader(path, kind === 'html'));
  const parts = await reader.list();
  return { parts, write: (part, target) => writeSheet(reader, part, basename(path), target) };
}

/** Lists of records; that which is the file itself carries the file's name. */
async function recordsOf({ path }: Reading): Promise<Tables> {
  const lists = (await jsonLists(path)).map((list) => ({ list, name: list.name === '' ? basename(path) : list.name }));
  return {
    parts: lists.map(({ name }) => ({ name, hidden: false, empty: false })),
    write: (part, target) => {
      const found = lists.find(({ name }) => name === part);
      if (!found) throw new Error('a chosen part is one of the parts');
      return writeRecords(found.list, target);
    },
  };
}
