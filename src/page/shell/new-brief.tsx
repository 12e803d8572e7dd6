/** Begins a brief: a name and a kind, and its file is written with an example of every part. */
import { useId } from 'preact/hooks';
import type { State } from '../../preview/protocol.js';
import type { NewBrief as NewBriefRequest } from '../../preview/protocol-editing.js';
import { addressOf, send } from '../address.js';
import { page } from '../model.js';
import { sayFault } from '../saying.js';
import { useStore } from '../store.js';
import { wordOfChoice } from '../words/choices.js';
import { spoken, useWords } from '../words/words.js';
import { takeState } from '../writing.js';
import { FormDialog } from './dialog.js';

interface NewBriefProps {
  readonly types: readonly string[];
  readonly onClose: () => void;
}

export function NewBrief({ types, onClose }: NewBriefProps) {
  const words = useWords();
  const language = useStore(spoken, (each) => each.language);
  const id = useId();
  const begin = async ({ name = '', type = '' }: Readonly<Record<string, string>>): Promise<void> => {
    try {
      takeState(await send<State>('POST', addressOf('begin'), { name, type } satisfies NewBriefRequest));
      page.set({ write: 'form', side: 'write' });
      onClose();
    } catch (error) {
      sayFault(error);
    }
  };
  return (
    <FormDialog title={words.newBrief} action={words.begin} onSubmit={begin} onClose={onClose}>
      <div class="field">
        <label for={`${id}-name`}>{words.name}</label>
        <input id={`${id}-name`} name="name" type="text" required autoComplete="off" />
      </div>
      <div class="field">
        <label for={`${id}-type`}>{words.kind}</label>
        <select id={`${id}-type`} name="type">
          {types.map((type) => (
            <option key={type} value={type}>
              {wordOfChoice(type, language)}
            </option>
          ))}
        </select>
      </div>
    </FormDialog>
  );
}
