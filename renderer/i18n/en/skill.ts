/** Skills of the roles: measured steps of their work, under the engine's names. */
export const skill = {
  reach: 'Reaching leads',
  qualify: 'Qualifying',
  handoff: 'Handing over',
  discover: 'Getting the meeting',
  present: 'Presenting',
  propose: 'Proposing',
  close: 'Closing',
  value: 'Deal value',
  complex_close: 'Complex deals',
  follow_up: 'Following up',
  renew: 'Renewing',
  expand: 'Expanding',
  pace: 'Pace',
};
