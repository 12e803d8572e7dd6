/** What the person must know about the whole: whether the program answers, and the last word to the person. */
import { useEffect } from 'preact/hooks';
import { page } from '../model.js';
import { useStore } from '../store.js';
import { useWords } from '../words/words.js';

/** Milliseconds. */
const GOOD_NEWS = 8000;

export function Notices() {
  const words = useWords();
  const connection = useStore(page, (state) => state.connection);
  const notice = useStore(page, (state) => state.notice);
  const hasState = useStore(page, ({ server }) => server !== null);
  // Good news is read once; what went wrong stays until somebody has seen it.
  useEffect(() => {
    if (notice === null || notice.isBad) return;
    const timer = setTimeout(() => page.set({ notice: null }), GOOD_NEWS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div aria-live="polite">
      {connection === 'lost' && <Note text={words.lost} isBad />}
      {connection === 'refused' && <Note text={words.refused} isBad />}
      {connection === 'waiting' && !hasState && <Note text={words.waiting} />}
      {notice && <Note {...notice} onClose={() => page.set({ notice: null })} />}
    </div>
  );
}

interface NoteProps {
  readonly text: string;
  readonly title?: string | null;
  readonly isBad?: boolean;
  readonly lang?: string;
  readonly onClose?: () => void;
}

function Note({ text, title = null, isBad = false, lang, onClose }: NoteProps) {
  const words = useWords();
  return (
    <div class={isBad ? 'note bad' : 'note'}>
      <div>
        {title !== null && <p>{title}</p>}
        <p lang={lang}>{text}</p>
      </div>
      {onClose && (
        <button type="button" class="button small quiet" onClick={onClose}>
          {words.close}
        </button>
      )}
    </div>
  );
}
