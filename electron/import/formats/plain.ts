import type { ObjectFormat } from './format';

/** Files that come beside the data and are not data; known so that they can be left out with a word instead of a question. */
export const plain: readonly ObjectFormat[] = [
  { system: 'plain', object: 'Data dictionary', table: null, all: 'Table|Field|Description', columns: {} },
  { system: 'plain', object: 'Data dictionary', table: null, all: 'Table|Column|Description', columns: {} },
  { system: 'plain', object: 'Data dictionary', table: null, all: 'Field|Type|Description', columns: {} },
];
