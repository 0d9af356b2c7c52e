import { leavingAndValue } from './leaving-and-value';
import { relationship } from './relationship';
import { staying } from './staying';

/** Section R of the domain specification: keeping customers, from the payment of the first deal to the value of the last. */
export const retention = { ...relationship, ...staying, ...leavingAndValue };
