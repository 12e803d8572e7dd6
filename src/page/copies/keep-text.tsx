/** A copy that is pasted: what a person sees in another window, as plain text. */
import { useId, useRef } from 'preact/hooks';
import { Dialog } from '../shell/dialog.js';
import { useWords } from '../words/words.js';
import { keepCopy } from './keep.js';

interface KeepTextProps {
  readonly source: string;
  readonly onClose: (isKept: boolean) => void;
}

export function KeepText({ source, onClose }: KeepTextProps) {
  const words = useWords();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const keep = async (): Promise<void> => {
    const text = box.current?.value ?? '';
    if (text.trim() === '') return box.current?.focus();
    if (await keepCopy(source, `${source.replace(/[^A-Za-z0-9-]+/g, '-')}.txt`, new TextEncoder().encode(text)))
      onClose(true);
  };
  return (
    <Dialog title={words.keepText} onClose={() => onClose(false)}>
      <div class="field">
        <label for={id}>{words.pasteHere}</label>
        <textarea id={id} ref={box} rows={12} />
      </div>
      <div class="row">
        <button type="button" class="button main" onClick={() => void keep()}>
          {words.keep}
        </button>
        <button type="button" class="button" onClick={() => onClose(false)}>
          {words.cancel}
        </button>
      </div>
    </Dialog>
  );
}
