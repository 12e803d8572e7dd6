/** A text in each language of the brief, side by side. */
import { isMap } from '../../syntax/values.js';
import { useStore } from '../store.js';
import { nameOfLanguage } from '../words/languages.js';
import { spoken } from '../words/words.js';
import { useForm } from './form-context.js';
import type { InputProps } from './form-props.js';
import { TextInput } from './inputs.js';
import type { Group } from './paths.js';

export function LanguagesInput(props: InputProps) {
  const { field, id, value, hand } = props;
  const { languages } = useForm();
  const speaks = useStore(spoken, ({ language }) => language);
  const map: Group = isMap(value) ? value : typeof value === 'string' ? { [languages[0]]: value } : {};
  const tags = [...new Set([...languages, ...Object.keys(map)])];
  if (tags.length === 1) return <TextInput {...props} value={map[languages[0]]} lang={languages[0]} />;

  const handOn = (tag: string, text: unknown): Promise<unknown> => {
    const next = Object.fromEntries(
      tags.flatMap((each) => {
        const now = each === tag ? text : map[each];
        return typeof now === 'string' && now !== '' ? [[each, now]] : [];
      }),
    );
    const written = Object.keys(next);
    // As long as there is no other language, it stays the one text that it was.
    const isOne = written.length === 1 && written[0] === languages[0] && !isMap(value);
    return hand(written.length === 0 ? '' : isOne ? next[languages[0]] : next);
  };
  return (
    <div class="languages">
      {tags.map((tag, at) => {
        const name = nameOfLanguage(tag, speaks);
        return (
          <div key={tag} class="language">
            <span class="tag" aria-hidden="true">
              {name}
            </span>
            <TextInput
              {...props}
              id={at === 0 ? id : `${id}-${tag}`}
              label={`${field.title}, ${name}`}
              lang={tag}
              value={map[tag]}
              hand={(text) => handOn(tag, text)}
            />
          </div>
        );
      })}
    </div>
  );
}
