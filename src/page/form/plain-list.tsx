/** A list of texts, choices or sources: one line each. */
import { useId, useRef } from 'preact/hooks';
import { fieldWords } from '../words/fields.js';
import { useWords } from '../words/words.js';
import { useForm } from './form-context.js';
import type { ListProps } from './form-props.js';
import { inputOf } from './input-of.js';
import { SourcesInput } from './sources-input.js';

export function PlainList(props: ListProps) {
  return props.field.item?.kind === 'sourceRef' ? <SourcesInput {...props} /> : <Lines {...props} />;
}

function Lines({ field, path, value }: ListProps) {
  const { writer } = useForm();
  const words = useWords();
  const id = useId();
  const box = useRef<HTMLUListElement>(null);
  const { title } = fieldWords(field);
  const item = field.item;
  if (item === undefined) return null;
  const Input = inputOf(item);
  const shown = value.length === 0 ? [''] : value;
  const remove = (at: number): void => {
    void writer.change(value.length === 1 ? { op: 'remove', path } : { op: 'remove', path: [...path, at] });
  };
  const hand = (at: number, next: unknown): Promise<unknown> => {
    if (at >= value.length)
      return next === '' ? Promise.resolve() : writer.change({ op: 'insert', path: [...path, at], value: next });
    return writer.change({ op: 'set', path: [...path, at], value: next });
  };
  const add = async (): Promise<void> => {
    await writer.change({ op: 'insert', path: [...path, value.length], value: '' });
    const inputs = box.current?.querySelectorAll<HTMLElement>('input, textarea, select');
    inputs?.[inputs.length - 1]?.focus();
  };
  return (
    <>
      <ul class="lines" ref={box}>
        {shown.map((each, at) => (
          <li key={at} class="row">
            <Input
              field={{ ...item, title: words.numbered(title, at + 1) }}
              id={`${id}-${at}`}
              label={words.numbered(title, at + 1)}
              value={each}
              describedBy=""
              isInvalid={false}
              hand={(next) => hand(at, next)}
            />
            {value.length > 0 && (
              <button type="button" class="button small quiet" onClick={() => remove(at)}>
                {words.remove}
                <span class="unseen"> {words.numbered(title, at + 1)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {value.length > 0 && (
        <button type="button" class="button small" onClick={() => void add()}>
          {words.addTo(title)}
        </button>
      )}
    </>
  );
}
