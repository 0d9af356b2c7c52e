/** Each measure: its title, what it is in plain words, what it leaves out and why. */
import { economics } from './metrics/economics';
import { funnel } from './metrics/funnel';
import { growth } from './metrics/growth';
import { people } from './metrics/people';
import { pipeline } from './metrics/pipeline';
import { retention } from './metrics/retention';

export const metric = { ...funnel, ...pipeline, ...economics, ...retention, ...growth, ...people };
