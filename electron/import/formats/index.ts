import { headerNames, plainName } from '../recognise/names';
import { dynamics } from './dynamics';
import type { ObjectFormat } from './format';
import { hubspot } from './hubspot';
import { pipedrive } from './pipedrive';
import { plain } from './plain';
import { salesforce } from './salesforce';
import { zoho } from './zoho';

/** Every file kind that is known by its header, most telling first. */
export const formats: readonly ObjectFormat[] = [
  ...dynamics,
  ...pipedrive,
  ...hubspot,
  ...zoho,
  ...salesforce,
  ...plain,
];

/** The file kind whose signature a header carries, or null. */
export function formatOf(header: readonly string[]): ObjectFormat | null {
  const names = new Set(headerNames(header));
  const has = (list: string) => list.split('|').map((word) => names.has(plainName(word)));
  return (
    formats.find(
      (format) =>
        has(format.all).every(Boolean) &&
        (!format.any || has(format.any).some(Boolean)) &&
        (!format.none || !has(format.none).some(Boolean)) &&
        (format.table !== null || names.size <= 4),
    ) ?? null
  );
}
