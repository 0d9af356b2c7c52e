/** What stands beside any figure. */
export const measure = {
  n: 'n {n}',
  dashed: 'dashed: all, {value}',
  all: 'The answer as a table',
  which: 'Measure',
  sentence: '{measure}, {period}:',
  running: 'not over yet',
  times: '{value} times',
  of: '{part} of {whole}',
  rows: '{n, plural, one {# row} other {# rows}}',
};
