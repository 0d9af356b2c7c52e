// @vitest-environment page
import { render, renderHook, screen } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import { useChartWords } from '../../renderer/frame/picture';
import { Twin } from '../../renderer/frame/twin';
import { furnish } from './page';

beforeAll(furnish);

it('tells the buckets and states of a picture in words', () => {
  const table = tableOf(
    textColumn('bucket', ['open_start', 'pulled_in']),
    numberColumn('value', 'money', [3_000, 20]),
    textColumn('state', ['ok', 'thin']),
  );
  render(<Twin name="What changed" table={table} height={90} onPicture={() => undefined} />);
  const told = screen.getAllByRole('gridcell').map(({ textContent }) => textContent);
  expect(told).toEqual(['Open at the start', '3,000', 'enough evidence', 'Pulled in', '20', 'thin: too few to judge']);
});

it('says at a mark what its n counts where that is not its rows', () => {
  const wordsOf = (metric?: string) => renderHook(() => useChartWords(metric)).result.current.n;
  expect([wordsOf('prospecting-pace'), wordsOf('win-rate'), wordsOf()]).toEqual(['weeks', 'n', 'n']);
});
