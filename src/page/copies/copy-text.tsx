/** The text of a kept copy, to select a passage in: a field that cannot be written in, so that the keyboard selects as well. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeptPassage } from '../../preview/protocol-editing.js';
import { Icon } from '../shell/icon.js';
import { useWords } from '../words/words.js';
import { QuoteDialog, type Selected } from './quote-dialog.js';

interface CopyTextProps {
  readonly passage: KeptPassage;
  readonly onBack: () => void;
}

export function CopyText({ passage, onBack }: CopyTextProps) {
  const words = useWords();
  const box = useRef<HTMLTextAreaElement>(null);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.setSelectionRange(0, 0);
  }, []);
  const look = (): void => {
    const area = box.current;
    if (area) setSelected(selectedIn(area.value, area.selectionStart, area.selectionEnd));
  };
  return (
    <>
      <div class="tools">
        <button type="button" class="button small" onClick={onBack}>
          <Icon name="back" />
          {words.backToCopies}
        </button>
        <span class="gap" />
        <button type="button" class="button small main" disabled={selected === null} onClick={() => setAsking(true)}>
          {words.quoteSelection}
        </button>
      </div>
      <p class="advice">{words.selectFirst}</p>
      <textarea
        class="copytext"
        ref={box}
        aria-readonly="true"
        onBeforeInput={(event) => event.preventDefault()}
        aria-label={words.copyText(passage.title)}
        value={passage.text}
        onSelect={look}
        onKeyUp={look}
        onMouseUp={look}
      />
      {isAsking && selected && <QuoteDialog passage={passage} selected={selected} onClose={() => setAsking(false)} />}
    </>
  );
}

/** What is selected, without spaces around it. */
function selectedIn(text: string, start: number, end: number): Selected | null {
  const words = text.slice(start, end).trim();
  if (words === '') return null;
  const at = text.indexOf(words, start);
  let nth = 0;
  for (let found = text.indexOf(words); found !== -1 && found <= at; found = text.indexOf(words, found + 1)) nth += 1;
  return { words, nth };
}
