/** Buckets of the pipeline between two instants. */
export const bucket = {
  open_start: 'Open at the start',
  new: 'New',
  reopened: 'Reopened',
  pulled_in: 'Pulled in',
  grown: 'Grown',
  shrunk: 'Shrunk',
  pushed_out: 'Pushed out',
  won: 'Won',
  lost: 'Lost',
  no_decision: 'No decision',
  disqualified: 'Disqualified',
  open_end: 'Open at the end',
};
