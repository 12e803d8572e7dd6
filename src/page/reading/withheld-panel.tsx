/** What the chosen edition withholds: each leads to its line in the text. */
import type { Withheld } from '../../preview/protocol.js';
import { addressOf } from '../address.js';
import { page } from '../model.js';
import { Scroll } from '../shell/scroll.js';
import { showPlace } from '../showing.js';
import { useStore } from '../store.js';
import { useWords } from '../words/words.js';
import { Fetching, useFetched } from './fetched.js';

export function WithheldPanel() {
  const words = useWords();
  const version = useStore(page, ({ server }) => server?.document?.version ?? null);
  const withheld = useFetched<Withheld>(version === null ? null : addressOf('withheld', { version }));
  return (
    <Scroll class="scroll" label={words.withheld}>
      {withheld === null ? (
        <Fetching />
      ) : (
        <div class="reading">
          <p>
            {withheld.texts.length === 0
              ? words.nothingWithheld
              : words.withheldIn(withheld.edition, withheld.texts.length)}
          </p>
          <ul class="texts">
            {withheld.texts.map(({ field, text, range }) => (
              <li key={`${field} ${text}`}>
                <button type="button" disabled={range === null} onClick={() => showPlace({ field, range })}>
                  <code>{field}</code>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Scroll>
  );
}
