/** Pages of a place: what its tabs are called. */
export const page = {
  overview: 'Overview',
  funnel: 'Conversion',
  economics: 'Economics',
  journey: 'Journey',
  pipeline: 'Pipeline',
  retention: 'Retention',
  customers: 'Customers',
  reps: 'Compare',
  growth: 'Growth',
  import: 'Import',
  people: 'People & programme',
  checks: 'Checks',
  settings: 'Settings',
  measure: 'One measure',
  sql: 'SQL',
  review: 'Review',
};
