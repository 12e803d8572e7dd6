/** One source: which, and where in it. */

import { useState } from 'preact/hooks';
import { isMap } from '../../syntax/values.js';
import { useWords } from '../words/words.js';
import { useForm } from './form-context.js';
import type { InputProps } from './form-props.js';
import { NewSource } from './new-source.js';
import { useWritten } from './use-written.js';

export const NEW_SOURCE = ' new';

interface Citation {
  readonly source: string;
  readonly locator: string;
}

export function citationOf(value: unknown): Citation {
  if (!isMap(value)) return { source: typeof value === 'string' ? value : '', locator: '' };
  const { source, locator } = value;
  return { source: typeof source === 'string' ? source : '', locator: typeof locator === 'string' ? locator : '' };
}

export function SourceInput({ id, value, describedBy, isInvalid, hand }: InputProps) {
  const words = useWords();
  const [isNew, setNew] = useState(false);
  const { source, locator } = citationOf(value);
  const choose = (next: string): void => {
    if (next === NEW_SOURCE) setNew(true);
    else void hand(next);
  };
  return (
    <span class="row">
      <SourceChooser
        id={id}
        value={source}
        first={words.chooseSource}
        describedBy={describedBy}
        isInvalid={isInvalid}
        onChoose={choose}
      />
      {source !== '' && <Locator source={source} locator={locator} hand={hand} />}
      {isNew && (
        <NewSource
          onClose={(made) => {
            setNew(false);
            if (made !== null) choose(made);
          }}
        />
      )}
    </span>
  );
}

interface ChooserProps {
  readonly id: string;
  readonly value: string;
  /** What stands there while nothing is chosen. */
  readonly first: string;
  readonly without?: readonly string[];
  readonly describedBy?: string;
  readonly isInvalid?: boolean;
  readonly onChoose: (id: string) => void;
}

export function SourceChooser({
  id,
  value,
  first,
  without = [],
  describedBy,
  isInvalid = false,
  onChoose,
}: ChooserProps) {
  const { sources, canAddSource } = useForm();
  const words = useWords();
  return (
    <select
      id={id}
      class="sources"
      value={value}
      aria-describedby={describedBy || undefined}
      aria-invalid={isInvalid}
      onChange={({ currentTarget }) => {
        onChoose(currentTarget.value);
        currentTarget.value = value;
      }}
    >
      <option value="">{first}</option>
      {value !== '' && !sources.some((each) => each.id === value) && <option value={value}>{value}</option>}
      {sources
        .filter((each) => !without.includes(each.id))
        .map((each) => (
          <option key={each.id} value={each.id}>
            {each.title || each.id}
          </option>
        ))}
      {canAddSource && <option value={NEW_SOURCE}>{words.newSource}</option>}
    </select>
  );
}

interface LocatorProps extends Citation {
  readonly hand: (value: unknown) => Promise<unknown>;
}

/** The page or paragraph; a source without one is named by its id alone. */
export function Locator({ source, locator, hand }: LocatorProps) {
  const words = useWords();
  const { text, onInput, onBlur } = useWritten(locator, (next) =>
    hand(next === '' ? source : { source, locator: next }),
  );
  return (
    <input
      type="text"
      class="locator"
      placeholder={words.locator}
      aria-label={words.locatorIn(source)}
      value={text}
      onBlur={onBlur}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
    />
  );
}
