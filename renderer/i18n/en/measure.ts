/** What stands beside any figure. */
export const measure = {
  n: 'n {n}',
  dashed: 'dashed: all, {value}',
  derived: 'derived',
  inAll: 'in all {value}',
  all: 'The answer as a table',
  which: 'Measure',
  sentence: '{measure}, {period}:',
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
