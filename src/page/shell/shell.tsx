/** The whole page. */

import { CopiesPanel } from '../copies/copies-panel.js';
import { TextPanel } from '../editor/text-panel.js';
import { FormPanel } from '../form/form-panel.js';
import { type PageState, page, type ReadTab, type WriteTab } from '../model.js';
import { ChangesPanel } from '../reading/changes-panel.js';
import { MemoPanel } from '../reading/memo-panel.js';
import { PagesPanel } from '../reading/pages-panel.js';
import { WithheldPanel } from '../reading/withheld-panel.js';
import { useStore } from '../store.js';
import { useWords } from '../words/words.js';
import { Bar } from './bar.js';
import { Conflict } from './conflict.js';
import { Notices } from './notices.js';
import { Problems } from './problems.js';
import { Panel, type Tab, Tabs } from './tabs.js';

export function Shell() {
  const words = useWords();
  const side = useStore(page, (state) => state.side);
  const pick = (to: PageState['side']) => () => page.set({ side: to });
  return (
    <div class="shell">
      <Bar />
      <Notices />
      <div class="sidepick">
        <button type="button" class="button" aria-pressed={side === 'write'} onClick={pick('write')}>
          {words.write}
        </button>
        <button type="button" class="button" aria-pressed={side === 'read'} onClick={pick('read')}>
          {words.read}
        </button>
      </div>
      <main class={`sides ${side}`}>
        <WriteSide />
        <ReadSide />
      </main>
      <Conflict />
    </div>
  );
}

function WriteSide() {
  const words = useWords();
  const chosen = useStore(page, ({ write }) => write);
  const tabs: readonly Tab<WriteTab>[] = [
    { name: 'form', title: words.form },
    { name: 'text', title: words.text },
    { name: 'copies', title: words.copies },
  ];
  return (
    <section class="side write" aria-label={words.write}>
      <Tabs label={words.write} tabs={tabs} chosen={chosen} onChoose={(write) => page.set({ write })} />
      <Panel name="form" chosen={chosen}>
        <FormPanel />
      </Panel>
      <Panel name="text" chosen={chosen}>
        <TextPanel />
      </Panel>
      <Panel name="copies" chosen={chosen}>
        <CopiesPanel />
      </Panel>
      <Problems />
    </section>
  );
}

function ReadSide() {
  const words = useWords();
  const chosen = useStore(page, ({ read }) => read);
  const made = useStore(page, ({ server }) => server?.document ?? null);
  const tabs: readonly Tab<ReadTab>[] = [
    { name: 'pages', title: words.pages },
    { name: 'memo', title: words.memo },
    ...(made?.withheld != null ? [{ name: 'withheld', title: words.withheld, count: made.withheld } as const] : []),
    ...(made?.hasChanges ? [{ name: 'changes', title: words.changes } as const] : []),
  ];
  const seen = tabs.some(({ name }) => name === chosen) ? chosen : 'pages';
  return (
    <section class="side read" aria-label={words.read}>
      <Tabs label={words.read} tabs={tabs} chosen={seen} onChoose={(read) => page.set({ read })} />
      <Panel name="pages" chosen={seen} isKept>
        <PagesPanel />
      </Panel>
      {tabs.slice(1).map(({ name }) => (
        <Panel key={name} name={name} chosen={seen}>
          {name === 'memo' ? <MemoPanel /> : name === 'withheld' ? <WithheldPanel /> : <ChangesPanel />}
        </Panel>
      ))}
    </section>
  );
}
