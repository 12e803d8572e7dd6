/** The fields of an item or of a group: first what is written or usual, and the rest where it is asked for. */
import { useState } from 'preact/hooks';
import type { FormField, Path } from '../../preview/protocol-editing.js';
import { useWords } from '../words/words.js';
import { useForm } from './form-context.js';
import type { Group } from './paths.js';

/** Rarely needed: names for machines, and who may read one item. */
const ASIDE = new Set([
  'id',
  'tlp',
  'gscp',
  'tier',
  'audiences',
  'staleAfter',
  'translator',
  'comma-suffix',
  'static-ordering',
]);
const USUAL = 9;

interface GroupFieldsProps {
  readonly fields: readonly FormField[];
  readonly path: Path;
  readonly value: Group;
  /** Fields that are filled in otherwise. */
  readonly without?: readonly string[];
  /** How many are in sight before anyone asks for more. */
  readonly usual?: number;
}

export function GroupFields({ fields, path, value, without = [], usual: most = USUAL }: GroupFieldsProps) {
  const words = useWords();
  const { Field } = useForm();
  const [isWhole, setWhole] = useState(false);
  const offered = fields.filter(({ name }) => !without.includes(name));
  const usual = new Set(
    offered
      .filter(({ name }) => !ASIDE.has(name))
      .slice(0, most)
      .map(({ name }) => name),
  );
  const isSeen = ({ name, isRequired }: FormField): boolean =>
    (isRequired && !(name === 'id' && value.id !== undefined)) ||
    usual.has(name) ||
    (value[name] !== undefined && !ASIDE.has(name));
  const seen = offered.filter(isSeen);
  const rest = offered.filter((field) => !isSeen(field));
  const show = (field: FormField) => (
    <Field key={field.name} field={field} path={[...path, field.name]} value={value[field.name]} />
  );
  return (
    <div class="fields">
      {seen.map(show)}
      {rest.length > 0 && (
        <button
          type="button"
          class="button small quiet more"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? words.fewerFields : words.moreFields(rest.length)}
        </button>
      )}
      {isWhole && rest.map(show)}
    </div>
  );
}
