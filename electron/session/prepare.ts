import { query } from '../db/run';
import type { Fitted, MetricDeclaration, Options } from '../analytics/metric';
import type { Ground } from './answer';
import { derivedParameters, inSchema } from './derive';
import { unlessGivenUp } from './unless-given-up';

type Fit = (options: Options) => Fitted;

const fits = new WeakMap<Ground, Map<string, Promise<Fit>>>();

/** What a metric's preparation fits, at these options. A fit is over everything, so one serves every question asked of a ground; it goes on when the one who asked first gives up. Throws `query_cancelled`. */
export async function prepared(
  ground: Ground,
  { prepare, parameters }: MetricDeclaration,
  options: Options,
  signal?: AbortSignal,
): Promise<Fitted> {
  if (!prepare) return { parameters: {}, extra: {} };
  const known = fits.get(ground) ?? new Map<string, Promise<Fit>>();
  fits.set(ground, known);
  const text = inSchema(prepare.sql, ground.schema);
  const values = { ...derivedParameters(ground.settings, ground.asOf), ...parameters(options) };
  const fit =
    known.get(text) ?? ground.database.read((connection) => query(connection, text, values)).then(prepare.fit);
  known.set(text, fit);
  fit.catch(() => known.delete(text));
  return (await unlessGivenUp(fit, signal))(options);
}
