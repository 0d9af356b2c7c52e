import { describe, expect, it } from 'vitest';
import { namedPaths } from '../../electron/shell/start-arguments';

describe('the paths a command line names', () => {
  it('are those that are no switches, from the folder it was typed in', () => {
    const line = ['/opt/quarterdeck', '--no-sandbox', 'deals.csv', '-x', '/data/Sales.quarterdeck', ''];
    expect(namedPaths(line, '/home/ann', null)).toEqual(['/home/ann/deals.csv', '/data/Sales.quarterdeck']);
  });

  it('come after the program itself when that is named too', () => {
    const line = ['/opt/electron', '--inspect=0', '.', '--no-sandbox', '../deals.csv'];
    expect(namedPaths(line, '/code/quarterdeck', '/code/quarterdeck')).toEqual(['/code/deals.csv']);
    expect(namedPaths(['/opt/electron', 'dist/main/main.cjs', 'deals.csv'], '/code', '/code/dist/main')).toEqual([
      '/code/deals.csv',
    ]);
  });

  it('are none on a bare start', () => {
    expect(namedPaths(['/opt/quarterdeck'], '/home/ann', null)).toEqual([]);
    expect(namedPaths(['/opt/electron', '.'], '/code', '/code')).toEqual([]);
  });
});
