import conversations from './conversations.sql?raw';
import journeys from './journeys.sql?raw';
import people from './people.sql?raw';
import sizeBands from './size-bands.sql?raw';
import steps from './steps.sql?raw';
import unlinkedConversations from './unlinked-conversations.sql?raw';

export { default as asOfSql } from './as-of.sql?raw';
export { default as macrosSql } from '../macros.sql?raw';

/** Tables computed once after an import, in the order they build on each other. Parameters: as_of, time_zone, shift, currency. */
export const derivedSql: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'people', sql: people },
  { name: 'steps', sql: steps },
  { name: 'journeys', sql: journeys },
  { name: 'size_bands', sql: sizeBands },
  { name: 'conversations', sql: conversations },
  { name: 'unlinked_conversations', sql: unlinkedConversations },
];
