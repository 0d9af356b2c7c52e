/* Amounts of a deal: an estimate first, then quantity, list price and discount. */
import { dealMedian } from './market';
import type { Draw } from './random';
import type { Rep } from './roster';
import type { Deal } from './world';

/** Ringgit a Singapore dollar is worth when amounts are first set. */
const SGD = 3.4;

/** Two decimals. */
export function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** Sets the estimate a deal starts with. */
export function price(draw: Draw, deal: Deal, owner: Rep): void {
  const wanted = draw.spread(dealMedian[deal.segment], 0.55) * owner.value * (deal.complex ? 1.8 : 1);
  const unit = deal.product.family === 'Service plans' ? deal.product.price * 12 : deal.product.price;
  const list = Math.max(1, Math.round(wanted / unit)) * unit;
  deal.listAmount = cents(deal.currency === 'SGD' ? list / SGD : list);
  deal.amount = Math.round((deal.listAmount * draw.between(0.85, 1.1)) / 10) * 10;
}

/** Sets what the proposal says. */
export function quote(draw: Draw, deal: Deal, owner: Rep): void {
  if (deal.listAmount === null) return;
  const discount = Math.round(Math.min(0.3, Math.max(0, owner.discount + 0.035 * draw.normal())) * 100) / 100;
  deal.discount = discount;
  deal.amount = cents(deal.listAmount * (1 - discount));
}
