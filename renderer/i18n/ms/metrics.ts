import type { Messages } from '..';
import { economics } from './metrics/economics';
import { funnel } from './metrics/funnel';
import { growth } from './metrics/growth';
import { people } from './metrics/people';
import { pipeline } from './metrics/pipeline';
import { retention } from './metrics/retention';

export const metric: Messages['metric'] = { ...funnel, ...pipeline, ...economics, ...retention, ...growth, ...people };
