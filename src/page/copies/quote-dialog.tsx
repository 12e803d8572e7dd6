/** Makes a selected passage a quotation of the brief. */
import { useId } from 'preact/hooks';
import type { EditAnswer, KeptPassage, QuoteRequest } from '../../preview/protocol-editing.js';
import { addressOf, send } from '../address.js';
import { page, say } from '../model.js';
import { FormDialog } from '../shell/dialog.js';
import { useWords } from '../words/words.js';
import { changeBy, sayWhyNot } from '../writing.js';

export interface Selected {
  readonly words: string;
  /** Which of the passages with these words, from 1. */
  readonly nth: number;
}

interface QuoteDialogProps {
  readonly passage: KeptPassage;
  readonly selected: Selected;
  readonly onClose: () => void;
}

export function QuoteDialog({ passage, selected, onClose }: QuoteDialogProps) {
  const words = useWords();
  const id = useId();
  const quote = async (given: Readonly<Record<string, string>>): Promise<void> => {
    const answer = await changeBy(({ brief, text }) =>
      send<EditAnswer>('POST', addressOf('quote'), {
        brief,
        text,
        source: passage.source,
        ...selected,
        ...given,
      } satisfies QuoteRequest),
    );
    if (answer === null) return;
    if (!answer.isDone) return sayWhyNot(answer);
    onClose();
    say(words.quoted);
    page.set({ write: 'form', toField: { path: ['quotes'] } });
  };
  const fields = [
    ['speaker', words.speaker, passage.speaker],
    ['date', words.date, ''],
    ['venue', words.venue, ''],
    ['locator', words.locatorTitle, ''],
  ] as const;
  return (
    <FormDialog title={words.quoteTitle} action={words.quote} onSubmit={quote} onClose={onClose}>
      <blockquote class="quoted">{selected.words}</blockquote>
      {fields.map(([name, title, value]) => (
        <div key={name} class="field">
          <label for={`${id}-${name}`}>{title}</label>
          <input
            id={`${id}-${name}`}
            name={name}
            type="text"
            required={name === 'speaker'}
            defaultValue={value}
            placeholder={name === 'date' ? '2026-01-31' : ''}
          />
        </div>
      ))}
    </FormDialog>
  );
}
