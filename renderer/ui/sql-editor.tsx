import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { autocompletion, closeCompletion } from '@codemirror/autocomplete';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import type { DecorationSet, ViewUpdate } from '@codemirror/view';
import { Decoration, EditorView, MatchDecorator, ViewPlugin, keymap } from '@codemirror/view';
import { minimalSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import './sql-editor.css';

export interface CompletedTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly about: string }[];
}

export interface CompletedFunction {
  readonly name: string;
  readonly takes: readonly string[];
  readonly about: string;
  /** Stands before those of the database. */
  readonly own: boolean;
}

interface SqlEditorProps {
  readonly label: string;
  /** Text at the start; later changes replace what is written. */
  readonly text: string;
  readonly tables: readonly CompletedTable[];
  readonly functions: readonly CompletedFunction[];
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

/** An editor for SQL: completes names of tables, columns and functions, and runs on Ctrl Enter. */
export function SqlEditor({ label, text, tables, functions, onChange, onRun }: SqlEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const latest = useRef({ tables, functions, onChange, onRun });
  useEffect(() => {
    latest.current = { tables, functions, onChange, onRun };
  });
  useEffect(() => {
    if (!place.current) return;
    const view = new EditorView({ doc: '', parent: place.current, extensions: extensionsFor(label, latest) });
    editor.current = view;
    return () => view.destroy();
  }, [label]);
  useEffect(() => {
    const view = editor.current;
    if (!view || view.state.doc.toString() === text) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  }, [text, label]);
  return <div ref={place} className="sql-editor" />;
}

interface Latest {
  readonly current: Pick<SqlEditorProps, 'tables' | 'functions' | 'onChange' | 'onRun'>;
}

function extensionsFor(label: string, latest: Latest) {
  const run = (view: EditorView): boolean => {
    closeCompletion(view);
    latest.current.onRun();
    return true;
  };
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content ?? '';
  return [
    keymap.of([
      { key: 'Mod-Enter', run },
      { key: 'F5', run },
    ]),
    minimalSetup,
    sql({ dialect: PostgreSQL, upperCaseKeywords: false }),
    autocompletion({
      override: [
        (context) => complete(context, latest.current.tables),
        (context) => completeFunction(context, latest.current.functions),
        completeKeyword,
      ],
      icons: false,
    }),
    colours,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) latest.current.onChange(update.state.doc.toString());
    }),
    ...(nonce === '' ? [] : [EditorView.cspNonce.of(nonce)]),
    typingOver,
  ];
}

// Left to the browser, text typed over coloured text keeps that colour as a style in the markup, which the page's policy refuses.
const typingOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { from, to, empty } = view.state.selection.main;
    const text = event.data;
    if (event.inputType !== 'insertText' || text === null || empty || view.state.readOnly) return false;
    const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type' });
    const handled = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, text, insert));
    if (!handled) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});

const keywords =
  'select from where group by order having limit offset with as on join left right inner full cross union all distinct case when then else end and or not in is null between like ilike cast filter over partition using exists asc desc true false qualify pivot unpivot values lateral'.split(
    ' ',
  );

/** Words of the language that begin as what is typed. */
function completeKeyword(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/\w+$/);
  if (!word) return null;
  return { from: word.from, options: keywords.map((label) => ({ label, type: 'keyword' })), validFor: /^\w*$/ };
}

/** Functions that begin as what is typed, the model's own first; the cursor comes to stand between the brackets. */
function completeFunction(
  context: CompletionContext,
  functions: readonly CompletedFunction[],
): CompletionResult | null {
  const word = context.matchBefore(/\w+$/);
  if (!word || context.state.sliceDoc(word.from - 1, word.from) === '.') return null;
  const options = functions.map(({ name, takes, about, own }): Completion => ({
    label: name,
    detail: `(${takes.join(', ')})`,
    type: 'function',
    boost: own ? 1 : -1,
    apply: (view, _completion, from, to) =>
      view.dispatch({ changes: { from, to, insert: `${name}()` }, selection: { anchor: from + name.length + 1 } }),
    ...(about !== '' && { info: about }),
  }));
  return { from: word.from, options, validFor: /^\w*$/ };
}

/** Tables and columns that begin as what is typed; after `table.` the columns of that table alone. */
function complete(context: CompletionContext, tables: readonly CompletedTable[]): CompletionResult | null {
  const word = context.matchBefore(/[\w.]*$/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  const dot = word.text.lastIndexOf('.');
  const owner = tables.find(({ name }) => name === word.text.slice(0, Math.max(0, dot)));
  const columns = (owner ? [owner] : tables).flatMap((table) =>
    table.columns.map((column): Completion => ({
      label: column.name,
      detail: owner ? column.type : `${table.name} · ${column.type}`,
      type: 'property',
      ...(column.about !== '' && { info: column.about }),
    })),
  );
  if (owner) return { from: word.from + dot + 1, options: columns, validFor: /^\w*$/ };
  const named = new Map(columns.map((column) => [column.label, column] as const));
  const options = [
    ...tables.map(({ name }): Completion => ({ label: name, type: 'class', boost: 1 })),
    ...named.values(),
  ];
  return { from: word.from, options, validFor: /^[\w.]*$/ };
}

// Colours by our own classes: those of the setup are fixed ones that suit a light page alone.
const token = new RegExp(String.raw`(--[^\n]*)|('(?:[^']|'')*')|(\b\d+(?:\.\d+)?\b)|\b(${keywords.join('|')})\b`, 'gi');
const classes = ['sql-comment', 'sql-text', 'sql-number', 'sql-keyword'] as const;

const matcher = new MatchDecorator({
  regexp: token,
  decoration: (match) => {
    const kind = classes.findIndex((_, i) => match[i + 1] !== undefined);
    return Decoration.mark({ class: classes[kind] ?? 'sql-keyword' });
  },
});

const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = matcher.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.decorations = matcher.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
