/** CodeMirror, as this page uses it: YAML, with the brief's problems underlined and its fields completed. */
import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Text, Transaction } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Problem, TextRange } from '../../preview/protocol.js';
import { words } from '../words/words.js';
import { completeField } from './completing.js';
import { colours, look } from './look.js';

interface Events {
  readonly label: string;
  readonly onWrite: (text: string) => void;
  /** The line that the person has gone to. */
  readonly onLine: (line: number) => void;
}

export class TextEditor {
  readonly #view: EditorView;

  constructor(root: HTMLElement, { text, brief }: { readonly text: string; readonly brief: string }, events: Events) {
    const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
    let line = 0;
    this.#view = new EditorView({
      parent: root,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorView.cspNonce.of(nonce),
          lineNumbers(),
          highlightActiveLineGutter(),
          highlightSpecialChars(),
          history(),
          foldGutter(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          highlightActiveLine(),
          highlightSelectionMatches(),
          search({ top: true }),
          lintGutter(),
          autocompletion({ override: [completeField(brief)], icons: false }),
          yaml(),
          syntaxHighlighting(colours),
          look,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': events.label, tabindex: '0' }),
          // The Tab key leaves the editor after Escape, as CodeMirror has it.
          keymap.of([
            ...completionKeymap,
            ...defaultKeymap,
            ...searchKeymap,
            ...historyKeymap,
            ...foldKeymap,
            ...lintKeymap,
            indentWithTab,
          ]),
          EditorView.updateListener.of(({ state, docChanged, transactions }) => {
            const isOurs = transactions.some((each) => each.annotation(Transaction.remote));
            if (docChanged && !isOurs) events.onWrite(state.doc.toString());
            const now = state.doc.lineAt(state.selection.main.head).number;
            const isByPerson = transactions.some((each) => each.isUserEvent('select'));
            if (isByPerson && now !== line) events.onLine(now);
            line = now;
          }),
        ],
      }),
    });
  }

  /** Takes in a text that was changed elsewhere: only what differs, so that the cursor stays where it is. */
  setText(text: string): void {
    const before = this.#view.state.doc.toString();
    if (before === text) return;
    let start = 0;
    while (start < before.length && before[start] === text[start]) start += 1;
    let end = 0;
    const most = Math.min(before.length, text.length) - start;
    while (end < most && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1;
    this.#view.dispatch({
      changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
      annotations: Transaction.remote.of(true),
    });
  }

  setProblems(problems: readonly Problem[]): void {
    const { doc } = this.#view.state;
    const diagnostics = problems.flatMap(({ range, severity, code, message, hints }): Diagnostic[] => {
      if (range === null) return [];
      const [from, to] = [offsetIn(doc, range.line, range.column), offsetIn(doc, range.endLine, range.endColumn)];
      const said = [message, ...hints].join(' ');
      const renderMessage = () => titled(words().problemTitle(code), said);
      return [{ from, to: Math.max(from, to), severity, message: said, renderMessage }];
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  /** Puts the cursor at a place and brings it into sight. */
  show({ line, column }: TextRange): void {
    const at = offsetIn(this.#view.state.doc, line, column);
    this.#view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }
}

/** A message, which is in English, under what it is about in the language of the page. */
function titled(title: string | null, message: string): Node {
  const said = document.createElement('div');
  const english = document.createElement('span');
  english.lang = 'en';
  english.textContent = message;
  if (title !== null) said.append(`${title}. `);
  said.append(english);
  return said;
}

/** The offset of a line and a column, both from 1, as near as the text has it. */
function offsetIn(doc: Text, line: number, column: number): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + column - 1, to);
}
