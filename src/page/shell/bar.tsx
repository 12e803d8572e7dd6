/** The top of the page: which brief, in which form, whether it is saved, and its files. */

import { useState } from 'preact/hooks';
import type { Choice, State } from '../../preview/protocol.js';
import { addressOf, send } from '../address.js';
import { isDirty, page } from '../model.js';
import { sayFault } from '../saying.js';
import { keepSetting } from '../setting.js';
import { useStore } from '../store.js';
import { nameOfLanguage } from '../words/languages.js';
import { LANGUAGES, speak, spoken, useWords } from '../words/words.js';
import { discard, save, setAutomatic, takeState } from '../writing.js';
import { Choose } from './choose.js';
import { Menu } from './menu.js';
import { NewBrief } from './new-brief.js';

async function choose(choice: Choice): Promise<void> {
  if (choice.brief !== undefined && isDirty(page.value.draft)) await save();
  try {
    takeState(await send<State>('POST', addressOf('choose'), choice));
  } catch (error) {
    sayFault(error);
  }
}

export function Bar() {
  const words = useWords();
  const [isBeginning, setBeginning] = useState(false);
  const server = useStore(page, (state) => state.server);
  return (
    <header class="bar">
      <h1>Briefpress</h1>
      {server && (
        <Choose
          label={words.brief}
          isWide
          value={server.chosen.brief ?? ''}
          options={[
            ...(server.chosen.brief === null ? [['', '…'] as const] : []),
            ...server.briefs.map(({ path, title }) => [path, title || path] as const),
          ]}
          onChoose={(brief) => void choose({ brief })}
        />
      )}
      {server && (
        <button type="button" class="button" onClick={() => setBeginning(true)}>
          {words.newBrief}
        </button>
      )}
      {server && isBeginning && <NewBrief types={server.offered.types} onClose={() => setBeginning(false)} />}
      {server?.chosen.brief != null && <Choices server={server} />}
      <span class="push" />
      <SaveState />
      {server?.document && (
        <span class="state">
          <a class="button" href={addressOf('pdfFile', server.document)} download={server.document.pdfName}>
            {words.downloadPdf}
          </a>
          <a class="button" href={addressOf('memoFile', server.document)} download={server.document.memoName}>
            {words.downloadMemo}
          </a>
        </span>
      )}
      <Options />
    </header>
  );
}

function Choices({ server: { chosen, offered } }: { readonly server: State }) {
  const words = useWords();
  const speaks = useStore(spoken, ({ language }) => language);
  return (
    <>
      {offered.editions.length > 0 && (
        <Choose
          label={words.edition}
          value={chosen.edition ?? ''}
          options={[['', words.wholeBrief], ...offered.editions.map(({ id, title }) => [id, title || id] as const)]}
          onChoose={(edition) => void choose({ edition: edition || null })}
        />
      )}
      {offered.languages.length > 1 && (
        <Choose
          label={words.documentLanguage}
          value={chosen.language ?? offered.languages[0] ?? ''}
          options={offered.languages.map((tag) => [tag, nameOfLanguage(tag, speaks)] as const)}
          onChoose={(language) => void choose({ language })}
        />
      )}
    </>
  );
}

function SaveState() {
  const words = useWords();
  const isUnsaved = useStore(page, ({ draft }) => isDirty(draft));
  const saving = useStore(page, (state) => state.saving);
  const isAutomatic = useStore(page, (state) => state.isAutomatic);
  const hasDraft = useStore(page, ({ draft }) => draft !== null);
  if (!hasDraft) return null;
  const said = saving === 'saving' ? words.savingNow : isUnsaved ? words.notSaved : words.saved;
  return (
    <span class="state">
      <span role="status" data-saved={!isUnsaved && saving === 'idle'}>
        {said}
      </span>
      {!isAutomatic && isUnsaved && (
        <button type="button" class="button" onClick={() => void discard()}>
          {words.discard}
        </button>
      )}
      {!isAutomatic && (
        <button type="button" class="button main" disabled={!isUnsaved} onClick={() => void save()}>
          {words.save}
        </button>
      )}
    </span>
  );
}

/** What is set once, and kept out of the way. */
function Options() {
  const words = useWords();
  const language = useStore(spoken, (each) => each.language);
  const server = useStore(page, (state) => state.server);
  const isAutomatic = useStore(page, (state) => state.isAutomatic);
  return (
    <Menu title={words.options}>
      {server?.chosen.brief != null && <Output server={server} />}
      <label class="tick">
        <input
          type="checkbox"
          checked={isAutomatic}
          onChange={({ currentTarget }) => {
            keepSetting('automatic', currentTarget.checked ? 'yes' : 'no');
            setAutomatic(currentTarget.checked);
          }}
        />
        {words.saveByItself}
      </label>
      <Choose
        label={words.interfaceLanguage}
        value={language}
        options={Object.entries(LANGUAGES).map(([tag, { language: name }]) => [tag, name] as const)}
        onChoose={speak}
      />
    </Menu>
  );
}

function Output({ server: { chosen, offered } }: { readonly server: State }) {
  const words = useWords();
  const templates = offered.templates.map(({ name, title }) => [name, title] as const);
  return (
    <>
      <Choose
        label={words.template}
        value={chosen.template ?? ''}
        options={[['', words.asInBrief], ...templates]}
        onChoose={(template) => void choose({ template: template || null })}
      />
      <Choose
        label={words.paper}
        value={chosen.paper ?? ''}
        options={[['', words.asInBrief], ...offered.papers.map((name) => [name, name] as const)]}
        onChoose={(paper) => void choose({ paper: paper || null })}
      />
    </>
  );
}
