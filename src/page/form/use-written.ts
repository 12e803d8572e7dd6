/** What a person writes into a field, until the brief has it. */
import { useEffect, useRef, useState } from 'preact/hooks';

const PAUSE = 350;

interface Written {
  readonly text: string;
  readonly onInput: (text: string) => void;
  readonly onBlur: () => void;
}

/** Gives the text of the field; it is handed on when the person pauses or leaves the field, and meanwhile nothing replaces it. */
export function useWritten(value: string, hand: (text: string) => Promise<unknown>): Written {
  const [own, setOwn] = useState<string | null>(null);
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(hand);
  latest.current = hand;

  const handOn = (): void => {
    const now = waiting.current;
    if (now === null) return;
    clearTimeout(now.timer);
    waiting.current = null;
    void latest.current(now.text).finally(() => setOwn((text) => (text === now.text ? null : text)));
  };
  // A field that goes away has not lost what was written into it.
  useEffect(() => handOn, []);

  return {
    text: own ?? value,
    onInput: (text) => {
      setOwn(text);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { text, timer: setTimeout(handOn, PAUSE) };
    },
    onBlur: handOn,
  };
}
