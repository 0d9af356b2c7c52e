import { expect, test } from 'vitest';
import { marksIn } from '../../renderer/charts/mark';
import { referralTree, referralTreeHeight } from '../../renderer/charts/referral-tree';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile } from './golden';

type Row = readonly [account: string | null, by: string | null, state: 'won' | 'open', value?: number];

const accounts: readonly Row[] = [
  ['Lembaga Air Perlis', null, 'won', 61_900],
  ['Jabatan Kerja Raya Kuantan', 'Lembaga Air Perlis', 'won', 52_300],
  ['SMK Taman Desa', 'Lembaga Air Perlis', 'won', 28_400],
  ['Kolej Vokasional Sepang', 'SMK Taman Desa', 'open'],
  ['Sekolah Antarabangsa Maple', 'SMK Taman Desa', 'won', 36_800],
  ['Hotel Seri Bayu', 'Sekolah Antarabangsa Maple', 'open'],
  ['Klinik Kesihatan Ampang', null, 'won', 11_200],
  ['Perunding Alam Jaya', 'Klinik Kesihatan Ampang', 'won', 17_250],
];

function tableWith(rows: readonly Row[]): Table {
  return tableOf(
    textColumn(
      'account',
      rows.map(([account]) => account),
    ),
    textColumn(
      'referred_by',
      rows.map(([, by]) => by),
    ),
    textColumn(
      'state',
      rows.map(([, , state]) => state),
    ),
    numberColumn(
      'value',
      'money',
      rows.map((row) => row[3] ?? null),
    ),
  );
}

function draw(rows: readonly Row[], locale: Locale = 'en', theme: Theme = 'light', selected?: string) {
  const words = {
    nameOf: (account: string) => account,
    won: locale === 'ms' ? 'menjadi pelanggan' : 'became a customer',
    open: 'not yet',
  };
  return referralTree(tableWith(rows), { selected, currency: 'MYR' }, words, locale, marksOf(theme));
}

const sized = (rows: readonly Row[]) => ({ width: 776, height: referralTreeHeight(tableWith(rows)) });

test('eight accounts in two trees', () =>
  expectGolden('referral-tree/normal', draw(accounts, 'en', 'light', 'SMK Taman Desa'), sized(accounts)));
test('the same on the dark page', () =>
  expectGolden('referral-tree/dark', draw(accounts, 'en', 'dark'), sized(accounts), 'dark'));
test('the same in Malay', () => expectGolden('referral-tree/malay', draw(accounts, 'ms'), sized(accounts)));
test('nothing to show', () => expectGolden('referral-tree/empty', draw([]), sized([])));
test('one account', () => expectGolden('referral-tree/one', draw(accounts.slice(0, 1)), sized(accounts.slice(0, 1))));
test('200 accounts', () => {
  const many = Array.from({ length: 200 }, (_, i): Row => [
    `Customer ${i}`,
    i === 0 ? null : `Customer ${Math.floor((i - 1) / 6)}`,
    'won',
  ]);
  return expectGolden('referral-tree/200', draw(many), sized(many));
});
test('a hostile name, a ring, an unknown recommender, one who recommends itself', () => {
  const odd: readonly Row[] = [
    [hostile, null, 'won'],
    ['A', 'B', 'won'],
    ['B', 'A', 'open'],
    ['Stray', 'Nobody we know', 'won'],
    ['Self', 'Self', 'won'],
    [null, 'A', 'won'],
  ];
  return expectGolden('referral-tree/hostile', draw(odd), sized(odd));
});

test('every account stands in the picture once', () => {
  const marks = marksIn(draw(accounts));
  expect(marks.map(({ name }) => name).sort()).toEqual(accounts.map(([account]) => account).sort());
  expect(marks.find(({ name }) => name === 'SMK Taman Desa')?.lines).toEqual(['became a customer', 'RM 28.4K']);
});
