import type { MetricInfo } from '../contract';
import { UserError } from '../model/errors';
import type { MetricDeclaration, Options } from './metric';
import { economics } from './economics';
import { funnel } from './funnel';
import { growth } from './growth';
import { growthLists } from './growth/lists';
import { measuredChange } from './measured-change';
import { mixAdjustment } from './mix-adjustment';
import { pipeline } from './pipeline';
import { reps } from './reps';
import { retention } from './retention';
import { team } from './team';
import { customerPages } from './retention/customer-pages';

const topics = { ...funnel, ...pipeline, ...retention, ...economics, ...growth, ...reps, ...team };

// Lists that are asked like a metric; the catalogue has figures alone.
const lists = { ...customerPages, ...growthLists };

const composed = { 'measured-change': measuredChange, 'mix-adjustment': mixAdjustment };

const declared = new Map<string, MetricDeclaration>(Object.entries({ ...topics, ...composed }));

const listed = new Map<string, MetricDeclaration>(Object.entries(lists));

/** The declaration of a metric or a list. Throws `unknown_metric`. */
export function metricOf(id: string): MetricDeclaration {
  const found = declared.get(id) ?? listed.get(id);
  if (!found) throw new UserError('unknown_metric', { metric: id, known: [...declared.keys()].join(', ') });
  return found;
}

/** All metrics with number, title, unit, dimensions and options, in the order of the specification. */
export function catalogue(): readonly MetricInfo[] {
  return [...declared]
    .map(([id, metric]) => ({
      id,
      spec: metric.spec,
      title: metric.title,
      unit: metric.unit,
      dimensions: metric.dimensions,
      options: Object.fromEntries(
        Object.entries(metric.options).map(([name, option]) => [
          name,
          { default: option.default, values: option.values },
        ]),
      ),
    }))
    .sort((a, b) => (placeOf(a.spec) < placeOf(b.spec) ? -1 : 1));
}

// The numbered metrics are section 6; further ones are named by their own section.
function placeOf(spec: string): string {
  return spec.startsWith('M') ? `6.${spec}` : spec;
}

/** A metric's options with the defaults filled in, each text checked. Throws `unknown_option`. */
export function optionsOf(id: string, given: Options): Options {
  const metric = metricOf(id);
  const out: Record<string, string> = {};
  for (const [name, option] of Object.entries(metric.options)) out[name] = option.default;
  for (const [name, value] of Object.entries(given)) {
    const option = metric.options[name];
    if (!option?.accepts(value)) throw new UserError('unknown_option', { metric: id, option: name, value });
    out[name] = value;
  }
  return out;
}
