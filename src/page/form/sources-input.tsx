/** The sources of an item: chosen from those of the brief, each with the place in it. */
import { useId, useState } from 'preact/hooks';
import { fieldWords } from '../words/fields.js';
import { useWords } from '../words/words.js';
import { useForm } from './form-context.js';
import type { ListProps } from './form-props.js';
import { NewSource } from './new-source.js';
import { citationOf, Locator, NEW_SOURCE, SourceChooser } from './source-input.js';

export function SourcesInput({ field, path, value }: ListProps) {
  const { writer, sources } = useForm();
  const words = useWords();
  const id = useId();
  const [isNew, setNew] = useState(false);
  const { title } = fieldWords(field);
  const cited = value.map(citationOf);
  const add = (source: string): void => {
    if (source === NEW_SOURCE) setNew(true);
    else if (source !== '') void writer.change({ op: 'insert', path: [...path, value.length], value: source });
  };
  return (
    <>
      {cited.length > 0 && (
        <ul class="lines">
          {cited.map(({ source, locator }, at) => (
            <li key={source} class="row cited">
              <span class="name">{sources.find((each) => each.id === source)?.title || source}</span>
              <Locator
                source={source}
                locator={locator}
                hand={(next) => writer.change({ op: 'set', path: [...path, at], value: next })}
              />
              <button
                type="button"
                class="button small quiet"
                onClick={() =>
                  void writer.change(
                    value.length === 1 ? { op: 'remove', path } : { op: 'remove', path: [...path, at] },
                  )
                }
              >
                {words.remove}
                <span class="unseen"> {source}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="unseen" for={id}>
        {words.addTo(title)}
      </label>
      <SourceChooser
        id={id}
        value=""
        first={words.addSource}
        without={cited.map(({ source }) => source)}
        onChoose={add}
      />
      {isNew && (
        <NewSource
          onClose={(made) => {
            setNew(false);
            if (made !== null) add(made);
          }}
        />
      )}
    </>
  );
}
