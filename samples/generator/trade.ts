/* Objects of the time after the sale. */
import type { Product } from './market';
import type { Rep } from './roster';
import type { Account, Contact, Deal } from './world';

export interface OrderLine {
  readonly product: Product;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly listPrice: number;
}

export interface Order {
  id: string;
  /** The account the order was booked on: the customer's, or a duplicate merged into it later. */
  account: Account;
  readonly customer: Account;
  readonly at: number;
  readonly amount: number;
  readonly currency: string;
  readonly margin: number | null;
  readonly deal: Deal | null;
  readonly cancelled: boolean;
  readonly rep: Rep | null;
  readonly lines: readonly OrderLine[];
}

export interface Invoice {
  id: string;
  readonly order: Order | null;
  readonly deal: Deal | null;
  readonly account: Account;
  readonly at: number;
  readonly due: number;
  readonly amount: number;
  readonly currency: string;
}

export interface Payment {
  readonly invoice: Invoice | null;
  readonly account: Account;
  readonly at: number;
  readonly amount: number;
  readonly status: 'ok' | 'failed' | 'reversed';
}

export interface Refund {
  readonly order: Order | null;
  readonly account: Account | null;
  readonly at: number;
  readonly amount: number;
}

export interface Subscription {
  id: string;
  readonly account: Account;
  readonly started: number;
  readonly mrr: number;
  readonly term: number;
  readonly product: Product;
  readonly cs: Rep;
  readonly changes: { readonly on: number; readonly mrr: number }[];
  readonly renewals: Renewal[];
  ended: number | null;
  endReason: string | null;
  notice: number | null;
}

export interface Renewal {
  readonly due: number;
  readonly outcome: 'renewed' | 'lost' | 'open';
  readonly decided: number | null;
  readonly before: number;
  readonly after: number | null;
  readonly rep: Rep;
}

export interface Case {
  readonly account: Account;
  readonly opened: number;
  readonly closed: number | null;
  readonly kind: 'complaint' | 'question' | 'cancel_notice';
}

export interface Survey {
  readonly kind: 'nps' | 'csat' | 'review' | 'incentive_pref';
  readonly asked: number | null;
  readonly answered: number | null;
  readonly account: Account | null;
  readonly contact: Contact | null;
  readonly rep: Rep | null;
  readonly score: number | null;
  readonly scale: readonly [number, number] | null;
  readonly text: string | null;
  readonly channel: string | null;
}

/** What the sales led to. */
export interface Trade {
  readonly orders: Order[];
  readonly invoices: Invoice[];
  readonly payments: Payment[];
  readonly refunds: Refund[];
  readonly subscriptions: Subscription[];
  readonly cases: Case[];
  readonly surveys: Survey[];
}

/** No trade yet. */
export function emptyTrade(): Trade {
  return { orders: [], invoices: [], payments: [], refunds: [], subscriptions: [], cases: [], surveys: [] };
}
