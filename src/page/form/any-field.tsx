/** What no form has been made for, or what is written in a way that the form does not offer: it is edited as text. */
import { page } from '../model.js';
import { showInText } from '../showing.js';
import { fieldWords } from '../words/fields.js';
import { useWords } from '../words/words.js';
import type { FieldProps } from './field.js';
import { nameOfPath } from './paths.js';

export function AnyField({ field, path }: FieldProps) {
  const words = useWords();
  const { title, description } = fieldWords(field);
  const onClick = (): void => {
    const line = lineOf(page.value.draft?.text ?? '', String(path.findLast((step) => typeof step === 'string') ?? ''));
    showInText({ line, column: 1, endLine: line, endColumn: 1 });
  };
  return (
    <div class="field" data-field={nameOfPath(path)}>
      <span class="label">{title}</span>
      {description && <p class="help">{description}</p>}
      <button type="button" class="button small" onClick={onClick}>
        {words.editAsText(title)}
      </button>
    </div>
  );
}

/** The first line on which a field is written; the last of the text where none is. */
function lineOf(text: string, name: string): number {
  const lines = text.split('\n');
  const at = lines.findIndex((line) =>
    line
      .trimStart()
      .replace(/^(?:- )+/, '')
      .replace(/^"/, '')
      .startsWith(`${name}:`),
  );
  return at === -1 ? lines.length : at + 1;
}
