import { because } from '../../model/evidence';
import type { Evidence } from '../../model/evidence';
import { remark } from '../../model/remarks';
import type { Remark } from '../../model/remarks';
import { NO_DELIMITER } from './dialect';
import type { DialectChoice } from './dialect';
import type { EncodingChoice } from './encoding';
import type { Layout } from './layout';
import type { Dialect } from './lines';
import { plainNames, repairNames } from './names';
import type { Decision, Judgement, Transcript } from './types';

/** The judgement as the encoding, the dialect and the layout give it; what only reading shows is filled in later. */
export function firstJudgement(
  encoding: EncodingChoice,
  choice: DialectChoice,
  layout: Layout,
  told: Evidence | null,
): Judgement {
  const { dialect, width, share } = choice;
  const delimiter = dialect.delimiter === NO_DELIMITER ? '' : paddedDelimiter(dialect);
  const escape = dialect.backslash ? '\\' : dialect.quote;
  const header = layout.headerLine === 0 ? plainNames(layout.width) : repairNames(layout.rawHeader, layout.width);
  const fields = because('fields_in_share', { fields: width, share: Math.round(share * 100) });
  const decisions: Decision[] = [
    { what: 'encoding', chosen: encoding.encoding, evidence: encoding.evidence },
    { what: 'delimiter', chosen: delimiter, evidence: told ?? fields },
    {
      what: 'quote',
      chosen: dialect.quote,
      evidence: because(dialect.backslash ? 'backslash' : 'doubled'),
    },
    layout.decision,
  ];
  const repaired = header.filter((name, i) => name !== layout.rawHeader[i]).length;
  if (layout.headerLine > 0 && repaired > 0)
    decisions.push({ what: 'names', chosen: header.join(' | '), evidence: because('names_repaired', { n: repaired }) });
  return {
    encoding: encoding.encoding,
    bom: encoding.bom,
    delimiter,
    quote: dialect.quote,
    escape,
    newline: 'lf',
    headerLine: layout.headerLine,
    header,
    rawHeader: layout.rawHeader,
    skipLines: Array.from({ length: layout.skip }, (_, i) => i + 1),
    footerLines: 0,
    decisions,
    warnings: [],
    clean: false,
    whole: false,
  };
}

function paddedDelimiter({ delimiter, blankAfter, blankBefore = false }: Dialect): string {
  return (blankBefore ? ' ' : '') + delimiter + (blankAfter ? ' ' : '');
}

/** Adds the warnings for choices that another would have matched. */
export function noteDoubts(
  judgement: Judgement,
  encoding: EncodingChoice,
  choice: DialectChoice,
  layout: Layout,
): void {
  const { warnings } = judgement;
  if (encoding.rivals.length > 0) {
    warnings.push({
      code: 'encoding_uncertain',
      says: remark('encoding_uncertain', { encoding: encoding.encoding, rivals: encoding.rivals.join(', ') }),
    });
  }
  if (choice.rival !== '')
    warnings.push({ code: 'delimiter_uncertain', says: rivalRemark(choice.dialect.delimiter, choice.rival) });
  for (const { code, line, says } of layout.notes) warnings.push({ code, says, line, lines: [line], count: 1 });
}

/** Tells of a table that was written out what was decided then, in place of what its text would show. */
export function noteTranscript(judgement: Judgement, transcript: Transcript, { decision }: Layout): void {
  const header = transcript.named ? { ...decision, evidence: because('names_of_fields') } : decision;
  const names = judgement.decisions.filter(({ what }) => what === 'names');
  judgement.decisions = [...transcript.decisions, header, ...names];
  judgement.warnings.push(...transcript.warnings);
}

function rivalRemark(delimiter: string, rival: string): Remark {
  const args = { delimiter: JSON.stringify(delimiter), rival: JSON.stringify(rival) };
  if (delimiter === NO_DELIMITER) return remark('one_column_or_more', args);
  return remark(rival === NO_DELIMITER ? 'delimiter_or_none' : 'delimiter_uncertain', args);
}
