import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Offers } from '../../electron/shell/offers';

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'offers-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what the system hands over', () => {
  it('waits until it is taken: the last workspace named and all files', () => {
    for (const name of ['A.quarterdeck', 'B.quarterdeck']) mkdirSync(join(folder, name));
    const [a, b] = [join(folder, 'A.quarterdeck'), join(folder, 'B.quarterdeck')];
    const offers = new Offers();
    expect(offers.waiting()).toEqual({ folder: null, files: 0 });
    offers.add([a, '/x/deals.csv']);
    offers.add(['/x/leads.csv', b]);
    expect(offers.waiting()).toEqual({ folder: b, files: 2 });
    expect(offers.takeFiles()).toEqual(['/x/deals.csv', '/x/leads.csv']);
    offers.settleFolder();
    expect(offers.waiting()).toEqual({ folder: null, files: 0 });
  });

  it('is a workspace under any name when it holds one', () => {
    for (const name of ['Team', 'Exports']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'Team', 'workspace.json'), '{}');
    const offers = new Offers();
    offers.add([join(folder, 'Team'), join(folder, 'Exports')]);
    expect(offers.waiting()).toEqual({ folder: join(folder, 'Team'), files: 1 });
  });

  it('is no workspace when it only bears the name of one', () => {
    writeFileSync(join(folder, 'A.quarterdeck'), '');
    const offers = new Offers();
    offers.add([join(folder, 'A.quarterdeck'), join(folder, 'gone.quarterdeck')]);
    expect(offers.waiting()).toEqual({ folder: null, files: 2 });
  });
});
