/* The invented company while it is simulated: objects that point at each other; they get their ids and become rows at the end. */
import type { Family, Product, Segment, Source, Stage } from './market';
import { organisationNames } from './names';
import { stream, type Draw } from './random';
import type { Rep } from './roster';
import { skillLedger, type Ledger } from './skill';

export interface Contact {
  id: string;
  readonly account: Account;
  readonly name: string;
  readonly role: string;
  readonly created: number;
  readonly active: boolean;
}

export interface Account {
  id: string;
  name: string;
  readonly segment: Segment;
  readonly industry: string;
  readonly region: string;
  readonly team: Rep['team'];
  readonly employees: number;
  readonly revenue: number | null;
  readonly created: number;
  readonly source: Source;
  readonly contacts: Contact[];
  parent: Account | null;
  owner: Rep | null;
  consumptionDays: number | null;
  mergedInto: Account | null;
  customer: Customer | null;
}

/** How a customer's story ends: still there, gone without a word, or gone with notice. */
export type Leaving = 'stays' | 'quiet' | 'loud';

export interface Customer {
  readonly account: Account;
  readonly since: number;
  readonly family: Family;
  readonly product: Product;
  readonly cs: Rep;
  /** Mean days between orders; null for those who buy once. */
  readonly gapDays: number | null;
  readonly leaving: Leaving;
  /** Moment of leaving; null for those who stay. */
  readonly leavesAt: number | null;
  /** Nobody contacts this customer. */
  readonly neglected: boolean;
  readonly paysLate: boolean;
  lastOrder: number;
  orders: number;
}

export interface StageEvent {
  readonly deal: Deal | null;
  readonly lead: Lead | null;
  readonly at: number;
  readonly to: Stage;
  readonly from: Stage | null;
  readonly rep: Rep | null;
  readonly amount: number | null;
  readonly expected: number | null;
}

export interface Lead {
  id: string;
  readonly created: number;
  readonly owner: Rep;
  readonly source: Source;
  readonly segment: Segment;
  readonly referral: Referral | null;
  status: string;
  qualified: number | null;
  converted: number | null;
  disqualified: number | null;
  account: Account | null;
  contact: Contact | null;
  deal: Deal | null;
  mergedInto: Lead | null;
}

export interface Deal {
  id: string;
  readonly created: number;
  readonly account: Account;
  readonly lead: Lead | null;
  /** Owner at creation. */
  readonly opener: Rep;
  owner: Rep | null;
  readonly product: Product;
  readonly segment: Segment;
  readonly source: Source;
  readonly kind: 'new' | 'renewal' | 'expansion';
  readonly complex: boolean;
  readonly hasReference: boolean;
  readonly currency: 'MYR' | 'SGD';
  stage: Stage;
  amount: number | null;
  listAmount: number | null;
  discount: number | null;
  expected: number | null;
  closed: number | null;
  /** Moment of the first win; kept when it was reversed. */
  wonAt: number | null;
  lossReason: string | null;
  competitor: string | null;
  updated: number;
  specialist: Rep | null;
  specialistFrom: number | null;
  reversed: boolean;
  /** Shown only: chance the CRM writes beside the stage. */
  probability: number;
}

export interface Activity {
  readonly at: number;
  readonly kind: 'call' | 'email' | 'meeting' | 'demo' | 'visit' | 'message' | 'task' | 'note';
  readonly rep: Rep;
  readonly account: Account | null;
  readonly contact: Contact | null;
  readonly lead: Lead | null;
  readonly deal: Deal | null;
  readonly inbound: boolean;
  readonly conversation: boolean;
  readonly minutes: number | null;
  readonly outcome: string | null;
}

export interface Referral {
  id: string;
  readonly at: number;
  readonly from: Account;
  lead: Lead | null;
  account: Account | null;
  deal: Deal | null;
  readonly invited: number;
}

export interface Need {
  readonly deal: Deal;
  readonly key: string;
  readonly value: string;
  readonly recorded: number;
  readonly met: boolean | null;
}

export interface Handoff {
  readonly lead: Lead;
  readonly from: Rep;
  readonly to: Rep;
  readonly at: number;
  readonly accepted: number | null;
  readonly rejected: number | null;
  readonly reason: string | null;
}

/** Everything that has happened so far. */
export interface World {
  readonly seed: number;
  readonly ledger: Ledger;
  readonly nameOf: (segment: Segment) => string;
  readonly accounts: Account[];
  readonly customers: Customer[];
  readonly leads: Lead[];
  readonly deals: Deal[];
  readonly events: StageEvent[];
  readonly activities: Activity[];
  readonly referrals: Referral[];
  readonly needs: Need[];
  readonly handoffs: Handoff[];
  /** The stream of draws of one part of the simulation. */
  draw(part: string): Draw;
}

/** A company before its first day. */
export function emptyWorld(seed: number): World {
  const streams = new Map<string, Draw>();
  const draw = (part: string): Draw => {
    let found = streams.get(part);
    if (!found) streams.set(part, (found = stream(seed, part)));
    return found;
  };
  return {
    seed,
    ledger: skillLedger(),
    nameOf: organisationNames(draw('organisations')),
    accounts: [],
    customers: [],
    leads: [],
    deals: [],
    events: [],
    activities: [],
    referrals: [],
    needs: [],
    handoffs: [],
    draw,
  };
}
