/** Kept copies of the sources: what a passage is quoted from, word for word. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeptCopy, KeptPassage } from '../../preview/protocol-editing.js';
import { isMap } from '../../syntax/values.js';
import { addressOf, get } from '../address.js';
import { Field } from '../form/field.js';
import { FormContext } from '../form/form-context.js';
import { factsOf } from '../form/form-facts.js';
import { NewSource } from '../form/new-source.js';
import { briefWriter } from '../form/writer.js';
import { page } from '../model.js';
import { Fetching } from '../reading/fetched.js';
import { sayFault } from '../saying.js';
import { Scroll } from '../shell/scroll.js';
import { useStore } from '../store.js';
import { useWords } from '../words/words.js';
import { save } from '../writing.js';
import { CopyText } from './copy-text.js';
import { keepFile } from './keep.js';
import { KeepText } from './keep-text.js';

const NOTHING = {};

export function CopiesPanel() {
  const words = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const box = useRef<HTMLElement>(null);
  const [copies, setCopies] = useState<readonly KeptCopy[] | null>(null);
  const [isNew, setNew] = useState(false);
  const before = useRef<string | null>(null);
  const [pasting, setPasting] = useState<string | null>(null);
  const data = useStore(page, ({ draft }) => (isMap(draft?.data) ? draft.data : NOTHING));
  const revision = useStore(page, ({ server }) => server?.revision ?? 0);
  const [passage, setPassage] = useState<KeptPassage | null>(null);

  useEffect(() => {
    get<readonly KeptCopy[]>(addressOf('copies')).then(setCopies, () => {});
  }, [revision]);
  useEffect(() => {
    setPassage(null);
    if (open !== null) {
      get<KeptPassage>(addressOf('copy', { source: open })).then(setPassage, (error: unknown) => {
        sayFault(error);
        setOpen(null);
      });
    }
  }, [open]);

  // Who comes back from a copy goes on where it was opened.
  useEffect(() => {
    if (open === null && before.current !== null) {
      box.current?.querySelector<HTMLElement>(`[data-open="${CSS.escape(before.current)}"]`)?.focus();
    }
    before.current = open;
  }, [open]);

  if (open !== null && passage !== null) return <CopyText passage={passage} onBack={() => setOpen(null)} />;
  return (
    <Scroll class="scroll" label={words.copies} box={box}>
      <div class="reading">
        <p class="help">{words.keptCopiesHelp}</p>
        {copies === null && <Fetching />}
        {copies?.length === 0 && <p class="empty">{words.noSources}</p>}
        <ul class="copies">
          {copies?.map((copy) => (
            <li key={copy.source}>
              <h2>{copy.title || copy.source}</h2>
              <p class="help">{saidOf(copy, words)}</p>
              <div class="row">
                {copy.file !== null && (
                  <button
                    type="button"
                    class="button main"
                    data-open={copy.source}
                    onClick={() => setOpen(copy.source)}
                  >
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
                    onChange={({ currentTarget }) =>
                      void keepFile(copy.source, currentTarget).then((isKept) => isKept && setOpen(copy.source))
                    }
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
        <button type="button" class="button" onClick={() => setNew(true)}>
          {words.newSource}
        </button>
      </div>
      {isNew && (
        <FormContext.Provider value={{ ...factsOf(data), problems: [], writer: briefWriter, Field }}>
          <NewSource
            onClose={(made) => {
              setNew(false);
              // Copies are kept of the sources that the file has.
              if (made !== null) void save();
            }}
          />
        </FormContext.Provider>
      )}
      {pasting !== null && (
        <KeepText
          source={pasting}
          onClose={(isKept) => {
            setPasting(null);
            if (isKept) setOpen(pasting);
          }}
        />
      )}
    </Scroll>
  );
}

function saidOf({ file, retrievedAt }: KeptCopy, words: ReturnType<typeof useWords>): string {
  if (file === null) return words.noCopy;
  return retrievedAt === null ? words.kept : words.keptOn(retrievedAt.slice(0, 10));
}
