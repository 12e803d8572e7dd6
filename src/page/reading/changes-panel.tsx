/** What has changed since the edition before. */
import type { Changed } from '../../preview/protocol.js';
import { addressOf } from '../address.js';
import { page } from '../model.js';
import { Scroll } from '../shell/scroll.js';
import { useStore } from '../store.js';
import { useWords } from '../words/words.js';
import { Fetching, useFetched } from './fetched.js';
import { MarkdownTree } from './markdown-tree.js';

export function ChangesPanel() {
  const words = useWords();
  const version = useStore(page, ({ server }) => server?.document?.version ?? null);
  const changed = useFetched<Changed>(version === null ? null : addressOf('changes', { version }));
  return (
    <Scroll class="scroll" label={words.changes}>
      {changed === null ? (
        <Fetching />
      ) : (
        <div class="reading">
          <p>{changed.since ? words.changedSince(changed.since.edition, changed.since.asOf) : words.noChanges}</p>
          {changed.since && (
            <div lang="en">
              <MarkdownTree tree={changed.tree} pictures={{}} />
            </div>
          )}
        </div>
      )}
    </Scroll>
  );
}
