import type { Deck, Over, Slide, SlideKind, TemplateName } from '../model/deck';
import type { Quarter } from './quarter';
import { quarterLabel } from './quarter';

const thisQuarter: Over = { kind: 'quarters', count: 1, back: 0 };
const eightQuarters: Over = { kind: 'quarters', count: 8, back: 0 };
const fourQuarters: Over = { kind: 'quarters', count: 4, back: 0 };
const history: Over = { kind: 'history' };

type Parts = Partial<Pick<Slide, 'by' | 'filters' | 'options'>>;

/** A slide nobody has written on. */
export function freshSlide(id: string, kind: SlideKind, metric: string, over: Over, parts: Parts = {}): Slide {
  return {
    id,
    kind,
    metric,
    over,
    by: [],
    filters: {},
    options: {},
    headline: null,
    note: '',
    hidden: false,
    ...parts,
  };
}

const overview = freshSlide('overview', 'overview', 'win-rate', thisQuarter);
const funnel = freshSlide('funnel', 'steps', 'stage-conversion', { kind: 'mature', count: 1, days: 90 });
const waterfall = freshSlide('pipeline', 'waterfall', 'pipeline-waterfall', thisQuarter);
const winRate = freshSlide('win-rate', 'periods', 'win-rate', eightQuarters, { by: ['quarter'] });
const bookings = freshSlide('bookings', 'periods', 'bookings', eightQuarters, { by: ['quarter'] });
const cycle = freshSlide('cycle', 'periods', 'cycle-length', eightQuarters, { by: ['quarter'] });
const lost = freshSlide('loss-reasons', 'shares', 'loss-profile', thisQuarter);
const revenueKept = freshSlide('revenue-kept', 'periods', 'revenue-retention', eightQuarters, { by: ['quarter'] });
const quiet = freshSlide('quiet', 'list', 'silent-churn', history);
const referrals = freshSlide('referrals', 'periods', 'referral-rate', eightQuarters, { by: ['quarter'] });
const praise = freshSlide('recognition', 'praise', 'recognition', fourQuarters);
const nextSteps = freshSlide('next-steps', 'words', '', thisQuarter);
const changed = freshSlide('changed', 'changed', '', thisQuarter);

const slidesOf: Readonly<Record<TemplateName, readonly Slide[]>> = {
  quarterly: [
    overview,
    funnel,
    waterfall,
    winRate,
    freshSlide('win-rate-by-team', 'groups', 'win-rate', fourQuarters, { by: ['team'] }),
    lost,
    bookings,
    freshSlide(
      'cohorts',
      'heat',
      'cohort-retention',
      { kind: 'quarters', count: 8, back: 0 },
      { options: { grain: 'quarter' } },
    ),
    freshSlide('survival', 'curve', 'customer-survival', history),
    revenueKept,
    quiet,
    referrals,
    freshSlide('skills', 'matrix', 'skill-gap', fourQuarters),
    praise,
    freshSlide('targets', 'against', 'attainment', thisQuarter, { by: ['team'] }),
    nextSteps,
    changed,
  ],
  'one-to-one': [
    overview,
    winRate,
    freshSlide('steps', 'steps', 'stage-conversion', { kind: 'mature', count: 4, days: 90 }),
    bookings,
    cycle,
    lost,
    freshSlide('skills', 'matrix', 'skill-gap', fourQuarters),
    freshSlide('targets', 'against', 'attainment', fourQuarters, { by: ['rep'] }),
    praise,
    quiet,
    nextSteps,
    changed,
  ],
  board: [overview, bookings, winRate, waterfall, revenueKept, referrals, nextSteps, changed],
};

/** A deck from its template. A one-to-one asks about one person alone: every slide is filtered to them. */
export function deckFrom(template: TemplateName, quarter: Quarter, rep: string | null): Deck {
  const filters = rep === null ? {} : { rep: [rep] };
  return {
    id: [template, quarterLabel(quarter), ...(rep === null ? [] : [rep])].join(' '),
    template,
    ...quarter,
    rep,
    madeFrom: null,
    slides: slidesOf[template].map((slide) => ({ ...slide, filters: { ...slide.filters, ...filters } })),
    said: null,
    brand: null,
  };
}
