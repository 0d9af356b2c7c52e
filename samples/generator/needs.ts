/* What customers said they need. */
import { END } from './calendar';
import type { Product } from './market';
import type { Rep } from './roster';
import type { Deal, World } from './world';

const checklist: Readonly<Record<Product['family'], readonly (readonly [string, readonly string[]])[]>> = {
  Paper: [
    ['printer', ['mono laser', 'copier', 'inkjet']],
    ['pages_a_month', ['2000', '6000', '15000', '40000']],
    ['quality', ['70 gsm', '80 gsm', 'recycled']],
  ],
  'Special ink': [
    ['surface', ['fabric', 'film', 'archive paper', 'plastic']],
    ['litres_a_month', ['2', '5', '12']],
    ['fastness', ['outdoor', 'wash', 'none']],
  ],
  Printers: [
    ['pages_a_month', ['3000', '8000', '20000']],
    ['colour', ['yes', 'no']],
    ['space', ['desk', 'floor']],
  ],
  'Service plans': [
    ['devices', ['2', '6', '14']],
    ['response', ['same day', 'next day']],
    ['contract', ['yes', 'no']],
  ],
};

/** Writes down the needs heard in the meeting, as carefully as is the owner's way. */
export function recordNeeds(world: World, deal: Deal, owner: Rep, at: number): void {
  const draw = world.draw('needs');
  const diligence = owner.level === 'senior' ? 0.65 : owner.id === 'R16' ? 0.22 : 0.45;
  for (const [key, values] of checklist[deal.product.family]) {
    if (!draw.chance(diligence)) continue;
    world.needs.push({
      deal,
      key,
      value: draw.pick(values),
      recorded: Math.min(at + 1800, END),
      met: draw.chance(0.74),
    });
  }
}
