import type { Asked } from '../../frame/measure';
import { useAsked } from '../../frame/measure';
import { useChoice } from '../../state/choices';

/** Points of a better rate that are assumed where none were typed. */
const usual = 5;

/** What a better rate would bring, under the assumptions typed in; a share is typed in percent. */
export function useRise(): Asked & { readonly rise: number } {
  const [points] = useChoice('economics.rise');
  const [cost] = useChoice('economics.cost');
  const [margin] = useChoice('economics.margin');
  const [from] = useChoice('economics.from');
  const rise = Number(points === '' ? usual : points) / 100;
  const options = {
    from,
    rise: String(rise),
    ...(cost !== '' && { cost }),
    ...(margin !== '' && { margin_rate: String(Number(margin) / 100) }),
  };
  return { ...useAsked('conversion-what-if', options), rise };
}
