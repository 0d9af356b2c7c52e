import { evidenceTexts } from '../../../model/evidence';
import type { EvidenceCode } from '../../../model/evidence';
import { z } from 'zod';
import { errorCodes } from '../../../model/errors';

const kind = z.enum(['xlsx', 'other', 'html', 'json']);

/** What the reader is asked: the tables of a file, or to write one of them out as plain text; null stands for the first that is shown. */
export const readingSchema = z.discriminatedUnion('task', [
  z.object({ task: z.literal('list'), path: z.string(), kind }),
  z.object({ task: z.literal('write'), path: z.string(), kind, part: z.string().nullable(), target: z.string() }),
]);

export type Reading = z.infer<typeof readingSchema>;

const evidence = z.object({
  code: z.custom<EvidenceCode>((code) => typeof code === 'string' && Object.hasOwn(evidenceTexts, code)),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
});

const says = z.object({
  code: z.literal('formulas_unvalued'),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
});

const written = z.object({
  part: z.string(),
  rows: z.number(),
  width: z.number(),
  named: z.boolean(),
  decisions: z.array(z.object({ what: z.string(), chosen: z.string(), evidence })).readonly(),
  warnings: z.array(z.object({ code: z.literal('formulas_unvalued'), says, count: z.number() })).readonly(),
});

/** What the reader answers. */
const answer = z.object({
  parts: z.array(z.object({ name: z.string(), hidden: z.boolean(), empty: z.boolean() })).readonly(),
  written: written.nullable(),
});

export type Answer = z.infer<typeof answer>;

/** What the reader tells at its end: the answer, a fault that a person can mend, or a bug. */
export const messageSchema = z.union([
  z.object({ answer }),
  z.object({
    fault: z.object({
      code: z.enum(errorCodes),
      args: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
  z.object({ bug: z.string() }),
]);

export type ReaderMessage = z.infer<typeof messageSchema>;
