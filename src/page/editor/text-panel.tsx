/** The text of the brief, to be written. */
import { useEffect, useRef } from 'preact/hooks';
import { page, problemsOf } from '../model.js';
import { pathOfLine } from '../places.js';
import { showOnPage } from '../showing.js';
import { useStore } from '../store.js';
import { useWords } from '../words/words.js';
import { write } from '../writing.js';
import { TextEditor } from './text-editor.js';

export function TextPanel() {
  const root = useRef<HTMLDivElement>(null);
  const editor = useRef<TextEditor | null>(null);
  const words = useWords();
  const draft = useStore(page, (state) => state.draft);
  const server = useStore(page, (state) => state.server);
  const toText = useStore(page, (state) => state.toText);
  const brief = draft?.brief ?? null;

  useEffect(() => {
    if (!root.current || draft === null) return;
    const made = new TextEditor(root.current, draft, {
      label: words.text,
      onWrite: write,
      onLine: (line) => {
        const now = page.value.draft;
        if (now) showOnPage(pathOfLine(now, line));
      },
    });
    editor.current = made;
    return () => {
      made.destroy();
      editor.current = null;
    };
  }, [brief, words]);

  useEffect(() => {
    // Not what this was drawn with: the person may have written on meanwhile.
    const now = page.value.draft;
    if (now && now.brief === brief) editor.current?.setText(now.text);
  }, [draft?.text]);

  useEffect(() => {
    editor.current?.setProblems(problemsOf({ ...page.value, draft, server }).filter(({ isOfBrief }) => isOfBrief));
  }, [draft, server]);

  useEffect(() => {
    if (toText) editor.current?.show(toText);
  }, [toText]);

  return <div class="editor" ref={root} />;
}
