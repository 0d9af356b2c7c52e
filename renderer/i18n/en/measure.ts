/** What stands beside any figure. */
export const measure = {
  n: 'n {n}',
  dashed: 'dashed: all, {value}',
  derived: 'derived',
  inAll: 'in all {value}',
  all: 'The answer as a table',
  which: 'Measure',
  sentence: '{measure}, {period}:',
  groups: {
    few: 'by {dimension} too few to compare.',
    alike: 'by {dimension} {low} to {high}, no evidence that they differ.',
    apart: 'by {dimension} {low} to {high}, further apart than chance would put them.',
    overlap: 'by {dimension} {low} to {high}, their intervals overlap.',
    between: 'by {dimension} {low} to {high}.',
    ends: 'by {dimension} highest in {highest} ({high}), lowest in {lowest} ({low}).',
    time: 'by {dimension} from {low} in {lowest} to {high} in {highest}.',
  },
  running: 'not over yet',
  times: '{value} times',
  of: '{part} of {whole}',
  rows: '{n, plural, one {# row} other {# rows}}',
};

export const split = {
  order: 'highest first',
  hint: 'Press a group to split it further.',
  path: 'Split so far',
  back: 'Back to before {dimension}',
  thin: 'every group here is small: none can be told from chance',
  shape: 'Shown as',
  groups: 'Groups',
  multiples: 'Over time',
};
