import type { Decision, FileMap, FileReport } from '../../../../electron/contract';
import type { Words } from '../../../i18n';
import { decide, decideSetting, mapKey } from '../../../state/load';
import { Pick } from '../../../ui/pick';
import { useWords } from '../../../ui/words';
import { choiceName } from './choice-name';

interface Override {
  readonly choices: readonly string[];
  /** What a choice decides about the file; a choice for the whole workspace is a setting instead. */
  readonly patch?: (choice: string) => FileMap;
  readonly setting?: string;
}

/** Decisions a person can change, by the word the plan uses for them. */
const overrides: Readonly<Record<string, Override>> = {
  encoding: {
    choices: ['utf-8', 'windows-1252', 'iso-8859-1', 'utf-16le', 'utf-16be', 'gb18030', 'shift_jis', 'big5'],
    patch: (encoding) => ({ encoding }),
  },
  delimiter: { choices: [',', ';', '\t', '|', ' '], patch: (delimiter) => ({ delimiter }) },
  header: {
    choices: ['none', 'line 1', 'line 2', 'line 3', 'line 4', 'line 5'],
    patch: (line) => ({ header_line: line === 'none' ? 0 : Number(line.slice(5)) }),
  },
  dates: {
    choices: ['ymd', 'dmy', 'mdy'],
    patch: (order) => (order === 'ymd' || order === 'dmy' || order === 'mdy' ? { date_order: order } : {}),
  },
  numbers: { choices: ['.', ','], patch: (decimal) => (decimal === '.' || decimal === ',' ? { decimal } : {}) },
  time_zone: {
    choices: [
      'Asia/Kuala_Lumpur',
      'Asia/Singapore',
      'Asia/Jakarta',
      'Asia/Bangkok',
      'UTC',
      'Europe/London',
      'America/New_York',
    ],
    patch: (time_zone) => ({ time_zone }),
  },
  currency: {
    choices: ['MYR', 'SGD', 'USD', 'EUR', 'GBP', 'IDR', 'THB', 'AUD'],
    patch: (currency) => ({ currency }),
  },
  reporting_currency: {
    choices: ['MYR', 'SGD', 'USD', 'EUR', 'GBP', 'IDR', 'THB', 'AUD'],
    setting: 'currency',
  },
  percent: {
    choices: ['ratio', 'points'],
    patch: (percent) => (percent === 'ratio' || percent === 'points' ? { percent } : {}),
  },
};

// The plan says choices in words; the map and the lists know them by their own names.
const ids: Readonly<Record<string, string>> = {
  'year first': 'ymd',
  'day first': 'dmy',
  'month first': 'mdy',
  'decimal point': '.',
  'decimal comma': ',',
};

// `percent in amount` is the decision `percent` about a column.
function decisionName(kind: string, { find }: Words): string {
  const [plain = kind, column] = kind.split('_in_');
  const name = find(`decision.${kind}`) ?? find(`decision.${plain}`) ?? kind.replaceAll('_', ' ');
  return column === undefined ? name : `${name}: ${column}`;
}

// First how bytes became cells, then how cells are read, then the rest.
const order = [
  'mapping',
  'encoding',
  'delimiter',
  'header',
  'dates',
  'numbers',
  'time zone',
  'currency',
  'reporting currency',
  'key',
];

function inOrder(decisions: readonly Decision[]): readonly Decision[] {
  const place = ({ what }: Decision): number => (order.includes(what) ? order.indexOf(what) : order.length);
  return [...decisions].sort((a, b) => place(a) - place(b));
}

/** How the file on screen is read: each as a decision with its evidence, and another choice where there is one. */
export function ReadAs({ file }: { file: FileReport & { readonly firstLines: readonly string[] } }) {
  const { t } = useWords();
  return (
    <section className="import-read">
      <div className="panel-head">
        <h2>{t('load.readAs')}</h2>
        <span className="small">{file.file}</span>
      </div>
      <dl className="decisions">
        {inOrder(file.decisions).map((decision, i) => (
          <DecisionLine key={`${decision.what} ${i}`} decision={decision} file={file} />
        ))}
      </dl>
      {file.firstLines.length > 0 && (
        <>
          <h2 className="import-lines-head">{t('load.firstLines')}</h2>
          <pre className="code import-lines" tabIndex={0}>
            {file.firstLines.join('\n')}
          </pre>
        </>
      )}
    </section>
  );
}

function DecisionLine({ decision, file }: { decision: Decision; file: FileReport }) {
  const words = useWords();
  const kind = decision.what.replaceAll(' ', '_');
  const what = decisionName(kind, words);
  const override = overrides[kind] ?? keyOverride(decision, file);
  const chosen = ids[decision.chosen] ?? decision.chosen;
  const name = (choice: string): string => choiceName(kind, choice, words);
  const choices = override ? [...new Set([chosen, ...override.choices])] : [];
  return (
    <div className="decision">
      <dt>{what}</dt>
      <dd>
        {override ? (
          <Pick
            strong
            label={what}
            items={choices.map((id) => ({ id, text: name(id) }))}
            selected={chosen}
            onChange={(choice) => void choose(override, choice, file)}
          />
        ) : (
          <span className="decision-chosen">{name(chosen)}</span>
        )}
        <span className="caption">{words.t(`evidence.${decision.because.code}`, decision.because.args)}</span>
      </dd>
    </div>
  );
}

function choose({ patch, setting }: Override, choice: string, file: FileReport): Promise<void> {
  if (setting !== undefined) return decideSetting(setting, choice);
  return decide({ [mapKey(file)]: patch?.(choice) ?? {} });
}

function keyOverride(decision: Decision, file: FileReport): Override | undefined {
  if (decision.what !== 'key') return undefined;
  return { choices: file.columns.map((column) => column.source), patch: (key) => ({ key }) };
}
