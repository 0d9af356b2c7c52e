/**
 * Words of the product: ICU messages in one nested object a language, read by a typed key. Plain data and Intl, so the window, the command and
 * the review deck all use it. intl-messageformat alone, because i18next's namespaces, fallbacks and plugins have nothing to do here: no key can be missing.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en';
import { ms } from './ms';

/** Shape of a language: the keys of `en.ts`, each with a text. */
export type Messages = typeof en;

type Paths<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${Paths<Node[Key]>}`;
}[keyof Node & string];

/** Dotted path of a message, such as `frame.period`. */
export type MessageKey = Paths<Messages>;

export type MessageArgs = Readonly<Record<string, string | number>>;

export type Locale = 'en' | 'ms';

/** The languages there are, in the order they are offered. */
export const locales: readonly Locale[] = ['en', 'ms'];

export interface Words {
  readonly locale: Locale;
  /** Text of a message; an argument the caller lacks is printed as an en dash. */
  t(this: void, key: MessageKey, args?: MessageArgs): string;
  /** Text of a message whose key is put together from data, or null when there is none. */
  find(this: void, key: string, args?: MessageArgs): string | null;
}

const messages: Readonly<Record<Locale, Messages>> = { en, ms };
const made = new Map<Locale, Words>();

/** Words of a language; the same object for the same language. */
export function words(locale: Locale): Words {
  const known = made.get(locale);
  if (known) return known;
  const fresh = makeWords(locale, messages[locale]);
  made.set(locale, fresh);
  return fresh;
}

function makeWords(locale: Locale, source: Messages): Words {
  const compiled = new Map<string, Message | null>();
  const find = (key: string, args: MessageArgs = {}): string | null => {
    let message = compiled.get(key);
    if (message === undefined) compiled.set(key, (message = compile(textAt(source, key), locale)));
    return message && fill(message, args);
  };
  return { locale, find, t: (key, args) => find(key, args) ?? key };
}

interface Message {
  readonly format: IntlMessageFormat;
  readonly names: readonly string[];
}

function compile(text: string | null, locale: Locale): Message | null {
  if (text === null) return null;
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  return { format, names: [...new Set(namesIn(format.getAst()))] };
}

// The parser's enumeration is not exported by the formatter; 0 is a stretch of plain text.
const literal = 0;

type Ast = ReturnType<IntlMessageFormat['getAst']>;

function namesIn(ast: Ast): string[] {
  return ast.flatMap((element) => {
    if (!('value' in element) || Number(element.type) === literal) return [];
    const inner = 'options' in element ? Object.values(element.options).flatMap((option) => namesIn(option.value)) : [];
    return [element.value, ...inner];
  });
}

/** Names of the arguments a message takes, each once. */
export function argumentsOf(text: string): readonly string[] {
  return compile(text, 'en')?.names ?? [];
}

function fill(message: Message, args: MessageArgs): string {
  const missing = message.names.filter((name) => !(name in args));
  const all = missing.length === 0 ? args : { ...Object.fromEntries(missing.map((name) => [name, '–'])), ...args };
  return String(message.format.format(all));
}

function textAt(source: Messages, key: string): string | null {
  let node: unknown = source;
  for (const part of key.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, part)) return null;
    node = (node as Record<string, unknown>)[part];
  }
  return typeof node === 'string' ? node : null;
}

/** Every message of a language as dotted key and text. */
export function allMessages(locale: Locale): readonly (readonly [string, string])[] {
  return flatten('', messages[locale]);
}

function flatten(prefix: string, node: object): (readonly [string, string])[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const path = prefix ? `${prefix}.${key}` : key;
    return typeof value === 'object' && value !== null ? flatten(path, value) : [[path, String(value)] as const];
  });
}
