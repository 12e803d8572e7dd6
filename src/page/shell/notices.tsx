/** What the person must know about the whole: whether the program answers, and the last word to the person. */
import { page } from '../model.js';
import { useStore } from '../store.js';
import { useWords } from '../words/words.js';

export function Notices() {
  const words = useWords();
  const connection = useStore(page, (state) => state.connection);
  const notice = useStore(page, (state) => state.notice);
  const hasState = useStore(page, ({ server }) => server !== null);
  return (
    <div aria-live="polite">
      {connection === 'lost' && <Note text={words.lost} isBad />}
      {connection === 'refused' && <Note text={words.refused} isBad />}
      {connection === 'waiting' && !hasState && <Note text={words.waiting} />}
      {notice && <Note text={notice.text} isBad={notice.isBad} onClose={() => page.set({ notice: null })} />}
    </div>
  );
}

interface NoteProps {
  readonly text: string;
  readonly isBad?: boolean;
  readonly onClose?: () => void;
}

function Note({ text, isBad = false, onClose }: NoteProps) {
  const words = useWords();
  return (
    <div class={isBad ? 'note bad' : 'note'}>
      <p>{text}</p>
      {onClose && (
        <button type="button" class="button small quiet" onClick={onClose}>
          {words.close}
        </button>
      )}
    </div>
  );
}
