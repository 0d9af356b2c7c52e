/** What a measure was asked with besides period and filters, in words. */
import type { Words } from '../i18n';
import type { Formats } from '../ui/use-format';
import { eventName } from './names';

/** Options that hold a share of one, and options that hold money. */
const shares: ReadonlySet<string> = new Set(['discount', 'index', 'margin_rate', 'retention', 'rise']);
const sums: ReadonlySet<string> = new Set(['cost', 'margin']);

interface Asked {
  readonly metric: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly currency: string;
}

/** Name and value of every option; one that was left to the measure itself is none. */
export function optionLines(asked: Asked, words: Words, formats: Formats): readonly (readonly [string, string])[] {
  return Object.entries(asked.settings)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [optionName(name, asked.metric, words), optionText(name, value, asked, words, formats)]);
}

function optionName(name: string, metric: string, { find }: Words): string {
  return find(`optionOf.${metric}.${name}`) ?? find(`option.${name}`) ?? name;
}

function optionText(name: string, value: string, { metric, currency }: Asked, words: Words, formats: Formats): string {
  const { find, t } = words;
  if (value === 'own') return t('optionValue.own');
  return (
    find(`optionValue.${name}.${value}`) ??
    spanText(value, words, formats) ??
    numberText(name, value, metric, currency, formats) ??
    find(`metric.${value}.title`) ??
    stepText(value, words) ??
    value
      .split(',')
      .map((event) => eventName(event, words))
      .join(', ')
  );
}

const unitsOfTime = { d: 'days', h: 'hours', m: 'minutes', s: 'seconds' } as const;

// `90d`, `inf`, `12h`, `2026-01-01..2026-04-01`.
function spanText(value: string, { t }: Words, { date }: Formats): string | null {
  if (value === 'inf') return t('optionSpan.noLimit');
  const [, n = '', unit = ''] = /^(\d+)([dhms])$/.exec(value) ?? [];
  if (n !== '') return t(`optionSpan.${unitsOfTime[unit as keyof typeof unitsOfTime]}`, { n: Number(n) });
  const [from = '', to = ''] = value.split('..');
  return to === '' ? null : t('explain.span', { from: date(from), to: date(to) });
}

function numberText(name: string, value: string, metric: string, currency: string, formats: Formats): string | null {
  const number = Number(value);
  if (!Number.isFinite(number)) return null;
  if (shares.has(name) || metric === 'discount-discipline') return formats.of('ratio', number, { trim: true });
  return sums.has(name) ? formats.of('money', number, { currency }) : formats.count(number);
}

// `step:3`, and `activity:call:0:2` for what may not come between two steps; several of them by comma.
function stepText(value: string, words: Words): string | null {
  const step = /^step:(\d+)$/.exec(value)?.[1];
  if (step !== undefined) return words.t('optionValue.credit.step', { n: step });
  const between = value.split(',').map((part) => /^(.+):(\d+):(\d+)$/.exec(part));
  if (between.some((part) => part === null)) return null;
  return between
    .map((part) => {
      const [, event = '', from = '', to = ''] = part ?? [];
      return words.t('optionSpan.between', {
        event: eventName(event, words),
        from: Number(from) + 1,
        to: Number(to) + 1,
      });
    })
    .join(' · ');
}
