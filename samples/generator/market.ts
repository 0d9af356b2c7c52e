/* What the company sells, to whom, and how much easier or harder each kind of customer is. */

/** Kinds of customers, as written in the files. */
export const segments = ['School', 'Government', 'SME', 'Corporate'] as const;
export type Segment = (typeof segments)[number];

/** Where a journey came from, as written in the files. */
export const sources = ['Web', 'Cold call', 'Referral', 'Event', 'Partner', 'Tender', 'Existing customer'] as const;
export type Source = (typeof sources)[number];

/** The company's own stage names, in the order of the ladder. */
export const stages = {
  lead: 'New lead',
  contacted: 'Contacted',
  qualified: 'Qualified',
  meeting: 'Needs meeting',
  presented: 'Presented',
  proposal: 'Proposal sent',
  negotiation: 'Negotiation',
  won: 'Closed won',
  lost: 'Closed lost',
  noDecision: 'No decision',
  disqualified: 'Disqualified',
} as const;
export type Stage = (typeof stages)[keyof typeof stages];

export type Family = 'Paper' | 'Special ink' | 'Printers' | 'Service plans';

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly family: Family;
  readonly price: number;
  readonly aliases: readonly string[];
}

function product(id: string, name: string, family: Family, price: number, ...aliases: string[]): Product {
  return { id, name, family, price, aliases };
}

/** The spelling of `INK-GTX` that older records carry. */
export const misspeltProduct = { right: 'INK-GTX', wrong: 'INKGTX' } as const;

/** The catalogue, prices in ringgit. */
export const products: readonly Product[] = [
  product('PAP-A4-70', 'Kertas Putih A4 70 gsm, carton', 'Paper', 58.5),
  product('PAP-A4-80', 'Kertas Putih A4 80 gsm, carton', 'Paper', 69.9, 'A4 premium'),
  product('PAP-A3-80', 'Kertas Putih A3 80 gsm, carton', 'Paper', 138),
  product('PAP-REC', 'Kertas Hijau recycled A4, carton', 'Paper', 64.5),
  product('PAP-EXAM', 'Exam paper, ruled, carton', 'Paper', 72),
  product('PAP-CARD', 'Card stock 210 gsm, box', 'Paper', 46),
  product('INK-GTX', 'Dakwat GTX special ink, litre', 'Special ink', 315, misspeltProduct.wrong, 'Dakwat-GTX'),
  product('INK-ARC', 'Dakwat Arkib archival ink, litre', 'Special ink', 268),
  product('INK-TEX', 'Dakwat Tekstil textile ink, litre', 'Special ink', 224),
  product('INK-SEC', 'Dakwat Selamat security ink, litre', 'Special ink', 690),
  product('PRN-M40', 'Cetak M40 mono printer', 'Printers', 1290),
  product('PRN-C65', 'Cetak C65 colour printer', 'Printers', 3450),
  product('PRN-L90', 'Cetak L90 wide-format printer', 'Printers', 12_800, 'L90'),
  product('SVC-CARE', 'Printer care plan, a month', 'Service plans', 240),
  product('SVC-INK', 'Ink refill plan, a month', 'Service plans', 390),
  product('SVC-FLEET', 'Managed print fleet, a month', 'Service plans', 980),
];

/** Families in the order of the weights below. */
export const families: readonly Family[] = ['Paper', 'Special ink', 'Printers', 'Service plans'];

/** How often each family is asked for, per segment. */
export const familyWeights: Readonly<Record<Segment, readonly number[]>> = {
  School: [0.66, 0.05, 0.17, 0.12],
  Government: [0.5, 0.12, 0.22, 0.16],
  SME: [0.38, 0.26, 0.18, 0.18],
  Corporate: [0.3, 0.24, 0.18, 0.28],
};

/** Median worth of a deal in ringgit, per segment. */
export const dealMedian: Readonly<Record<Segment, number>> = {
  School: 5200,
  Government: 11_500,
  SME: 4300,
  Corporate: 12_500,
};

/** Effect on the logit of winning a proposal; the other AE steps move by part of it. */
const closeBySegment: Readonly<Record<Segment, number>> = {
  School: 0.22,
  Government: -0.3,
  SME: 0.08,
  Corporate: -0.22,
};
const closeBySource: Readonly<Record<Source, number>> = {
  Web: 0,
  'Cold call': -0.38,
  Referral: 0.42,
  Event: -0.08,
  Partner: 0.12,
  Tender: -0.42,
  'Existing customer': 0.42,
};
const reachBySource: Readonly<Record<Source, number>> = {
  Web: 0.3,
  'Cold call': -0.42,
  Referral: 0.55,
  Event: 0.1,
  Partner: 0.25,
  Tender: 0,
  'Existing customer': 0.5,
};

/** Logit effect of the mix on a close; centred so that the company's own mix is near 0. */
export function closeEffect(segment: Segment, source: Source): number {
  return closeBySegment[segment] + closeBySource[source] - 0.06;
}

/** Logit effect of the mix on an SDR's steps. */
export function reachEffect(segment: Segment, source: Source): number {
  return reachBySource[source] + (segment === 'Corporate' ? -0.1 : 0.03) - 0.04;
}

/** Regions and industries, as written in the files. */
export const regions: Readonly<Record<string, readonly string[]>> = {
  Central: ['Kuala Lumpur', 'Selangor', 'Negeri Sembilan'],
  North: ['Penang', 'Kedah', 'Perak'],
};
export const industries: Readonly<Record<Segment, readonly string[]>> = {
  School: ['Education'],
  Government: ['Public service', 'Health'],
  SME: ['Retail', 'Food', 'Design', 'Travel', 'Textiles', 'Professional services'],
  Corporate: ['Manufacturing', 'Finance', 'Logistics', 'Energy', 'Property', 'Health'],
};

/** Invented rivals. */
export const competitors = ['Pejabat Pintar', 'Inkwell Nusantara', 'Dokumaju', 'Bumi Stationers'] as const;
