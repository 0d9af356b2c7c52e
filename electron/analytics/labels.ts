/** Bucket of what nobody owns: part of every total, never a peer. */
export const unassigned = 'Unassigned';

/** Bucket of a dimension that a record does not fill. */
export const unknown = 'Unknown';
