/** The plain fields: one text, number, date, choice or yes. */
import { useId } from 'preact/hooks';
import { useStore } from '../store.js';
import { wordOfChoice } from '../words/choices.js';
import { spoken, useWords } from '../words/words.js';
import { useForm } from './form-context.js';
import type { InputProps } from './form-props.js';
import { useWritten } from './use-written.js';

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What every field says of itself to whoever does not see it. */
function spokenOf({ field, id, describedBy, isInvalid, label }: InputProps) {
  return {
    id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': isInvalid,
    'aria-required': field.isRequired,
    'aria-label': label,
  };
}

export function TextInput(props: InputProps) {
  const { field, value, hand, lang } = props;
  const { text, onInput, onBlur } = useWritten(textOf(value), hand);
  const { idsFor } = useForm();
  const listId = useId();
  const ids = idsFor(field.name);
  const common = {
    ...spokenOf(props),
    value: text,
    lang,
    onBlur,
  };
  if (field.kind === 'prose') {
    return <textarea {...common} rows={rowsOf(text)} onInput={({ currentTarget }) => onInput(currentTarget.value)} />;
  }
  return (
    <>
      <input
        {...common}
        type="text"
        autoComplete="off"
        spellcheck={field.kind === 'label'}
        list={ids.length > 0 ? listId : undefined}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      {ids.length > 0 && (
        <datalist id={listId}>
          {ids.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </>
  );
}

function rowsOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 62)), 0);
  return Math.min(Math.max(lines, 2), 16);
}

export function NumberInput(props: InputProps) {
  const { value, hand } = props;
  const { text, onInput, onBlur } = useWritten(textOf(value), (written) => {
    const number = Number(written);
    return hand(written.trim() === '' || Number.isNaN(number) ? written : number);
  });
  return (
    <input
      {...spokenOf(props)}
      type="text"
      inputMode="decimal"
      class="short"
      value={text}
      onBlur={onBlur}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
    />
  );
}

/** A whole day by the browser's own calendar; a year, a month or a time of day as it is written. */
export function DateInput(props: InputProps) {
  const { field, value, hand } = props;
  const { text, onInput, onBlur } = useWritten(textOf(value), hand);
  const words = useWords();
  const pickId = useId();
  return (
    <span class="row">
      <input
        {...spokenOf(props)}
        type="text"
        class="short"
        inputMode="numeric"
        placeholder={textOf(field.example) || '2026-01-31'}
        value={text}
        onBlur={onBlur}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <label class="calendar">
        <span class="unseen">{words.pickDay(field.title)}</span>
        <input
          id={pickId}
          type="date"
          value={/^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? ''}
          onChange={({ currentTarget }) => currentTarget.value && void hand(currentTarget.value)}
        />
      </label>
    </span>
  );
}

export function ChoiceInput(props: InputProps) {
  const { field, value, hand } = props;
  const language = useStore(spoken, (each) => each.language);
  const words = useWords();
  const choices = field.choices ?? [];
  const now = textOf(value);
  const without = textOf(field.default);
  const unchosen = without === '' ? '—' : words.without(wordOfChoice(without, language));
  return (
    <select {...spokenOf(props)} value={now} onChange={({ currentTarget }) => void hand(currentTarget.value)}>
      {(!field.isRequired || now === '') && <option value="">{unchosen}</option>}
      {now !== '' && !choices.includes(now) && <option value={now}>{now}</option>}
      {choices.map((each) => (
        <option key={each} value={each}>
          {wordOfChoice(each, language)}
        </option>
      ))}
    </select>
  );
}

export function BooleanInput({ id, value, describedBy, hand }: InputProps) {
  return (
    <input
      id={id}
      type="checkbox"
      checked={value === true}
      aria-describedby={describedBy || undefined}
      onChange={({ currentTarget }) => void hand(currentTarget.checked ? true : '')}
    />
  );
}
