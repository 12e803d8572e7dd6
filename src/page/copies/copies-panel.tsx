/** Kept copies of the sources: what a passage is quoted from, word for word. */
import { useEffect, useState } from 'preact/hooks';
import type { KeptCopy, KeptPassage } from '../../preview/protocol-editing.js';
import { addressOf, get } from '../address.js';
import { page, say } from '../model.js';
import { Scroll } from '../shell/scroll.js';
import { useStore } from '../store.js';
import { useWords, words as wordsNow } from '../words/words.js';
import { CopyText } from './copy-text.js';
import { keepFile } from './keep.js';
import { KeepText } from './keep-text.js';

export function CopiesPanel() {
  const words = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const [copies, setCopies] = useState<readonly KeptCopy[]>([]);
  const [pasting, setPasting] = useState<string | null>(null);
  const revision = useStore(page, ({ server }) => server?.revision ?? 0);
  const [passage, setPassage] = useState<KeptPassage | null>(null);

  useEffect(() => {
    get<readonly KeptCopy[]>(addressOf('copies')).then(setCopies, () => {});
  }, [revision]);
  useEffect(() => {
    setPassage(null);
    if (open !== null) {
      get<KeptPassage>(addressOf('copy', { source: open })).then(setPassage, (error: Error) => {
        say(error.message || wordsNow().cannotRead, true);
        setOpen(null);
      });
    }
  }, [open]);

  if (open !== null && passage !== null) return <CopyText passage={passage} onBack={() => setOpen(null)} />;
  return (
    <Scroll class="scroll" label={words.copies}>
      <div class="reading">
        <p class="help">{words.keptCopiesHelp}</p>
        <ul class="copies">
          {copies.map((copy) => (
            <li key={copy.source}>
              <h2>{copy.title || copy.source}</h2>
              <p class="help">{saidOf(copy, words)}</p>
              <div class="row">
                {copy.file !== null && (
                  <button type="button" class="button main" onClick={() => setOpen(copy.source)}>
                    {words.openCopy}
                    <span class="unseen"> {copy.title}</span>
                  </button>
                )}
                <label class="button filebutton">
                  {words.keepFile}
                  <span class="unseen"> {copy.title}</span>
                  <input
                    type="file"
                    class="unseen"
                    onChange={({ currentTarget }) => void keepFile(copy.source, currentTarget)}
                  />
                </label>
                <button type="button" class="button" onClick={() => setPasting(copy.source)}>
                  {words.keepText}
                  <span class="unseen"> {copy.title}</span>
                </button>
              </div>
            </li>
          ))}
        </ul>
      </div>
      {pasting !== null && <KeepText source={pasting} onClose={() => setPasting(null)} />}
    </Scroll>
  );
}

function saidOf({ file, retrievedAt }: KeptCopy, words: ReturnType<typeof useWords>): string {
  if (file === null) return words.noCopy;
  return retrievedAt === null ? words.kept : words.keptOn(retrievedAt.slice(0, 10));
}
