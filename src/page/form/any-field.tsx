/** What no form has been made for, or what is written in a way that the form does not offer: it is edited as text. */
import { fieldOf } from '../../syntax/places.js';
import { page } from '../model.js';
import { rangeOfPath } from '../places.js';
import { showInText } from '../showing.js';
import { fieldWords } from '../words/fields.js';
import { useWords } from '../words/words.js';
import type { FieldProps } from './form-props.js';

export function AnyField({ field, path }: FieldProps) {
  const words = useWords();
  const { title, description } = fieldWords(field);
  const onClick = (): void => {
    const { draft } = page.value;
    const range = draft === null ? null : rangeOfPath(draft, path);
    showInText(range ?? { line: 1, column: 1, endLine: 1, endColumn: 1 });
  };
  return (
    <div class="field" data-field={fieldOf(path)}>
      <span class="label">{title}</span>
      {description && <p class="help">{description}</p>}
      <button type="button" class="button small" onClick={onClick}>
        {words.editAsText(title)}
      </button>
    </div>
  );
}
