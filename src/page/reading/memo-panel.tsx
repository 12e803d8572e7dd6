/** The memo, as it is read and as Markdown. */
import { useState } from 'preact/hooks';
import type { Memo } from '../../preview/protocol.js';
import { addressOf } from '../address.js';
import { page } from '../model.js';
import { Scroll } from '../shell/scroll.js';
import { useStore } from '../store.js';
import { useWords } from '../words/words.js';
import { Fetching, useFetched } from './fetched.js';
import { MarkdownTree } from './markdown-tree.js';

export function MemoPanel() {
  const words = useWords();
  const [isRaw, setRaw] = useState(false);
  const version = useStore(page, ({ server }) => server?.document?.version ?? null);
  const language = useStore(page, ({ server }) => server?.document?.language ?? 'en');
  const memo = useFetched<Memo>(version === null ? null : addressOf('memo', { version }));
  return (
    <>
      <div class="tools">
        <button type="button" class="button small" aria-pressed={!isRaw} onClick={() => setRaw(false)}>
          {words.memoPrinted}
        </button>
        <button type="button" class="button small" aria-pressed={isRaw} onClick={() => setRaw(true)}>
          {words.memoRaw}
        </button>
      </div>
      <Scroll class="scroll" label={words.memo}>
        {memo === null ? (
          <Fetching />
        ) : (
          <div class="reading" lang={language} dir="auto">
            {isRaw ? (
              <pre class="raw">{memo.markdown}</pre>
            ) : (
              <MarkdownTree tree={memo.tree} pictures={memo.pictures} />
            )}
          </div>
        )}
      </Scroll>
    </>
  );
}
