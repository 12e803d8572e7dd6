/** A part of the brief: one field, or the single values at its beginning. */
import { useEffect, useState } from 'preact/hooks';
import type { FormField } from '../../preview/protocol-editing.js';
import { page } from '../model.js';
import { keepSetting, setting } from '../setting.js';
import { Icon } from '../shell/icon.js';
import { useStore } from '../store.js';
import { useWords } from '../words/words.js';
import { Field } from './field.js';
import { useForm } from './form-context.js';
import { GroupFields } from './group-fields.js';
import type { Group } from './paths.js';

/** Of the values at the beginning; what is written there besides is in sight as well. */
const USUAL = 5;

interface PartProps {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly FormField[];
  readonly data: Group;
  /** Several fields of the brief itself. */
  readonly isWhole?: boolean;
}

export function Part({ name, title, fields, data, isWhole = false }: PartProps) {
  const words = useWords();
  const { problems } = useForm();
  const [isOpen, setOpen] = useState(setting(`part.${name}`) !== 'closed');
  const toField = useStore(page, (state) => state.toField);
  const names = fields.map((field) => field.name);
  const wrong = problems.filter(
    ({ field, severity }) => severity === 'error' && names.includes(/^\w+/.exec(field ?? '')?.[0] ?? ''),
  ).length;
  const [field] = fields;
  const value = field === undefined ? undefined : data[field.name];
  const count = !isWhole && Array.isArray(value) ? value.length : null;

  useEffect(() => {
    if (toField && names.includes(String(toField.path[0]))) setOpen(true);
  }, [toField]);

  const toggle = (): void => {
    keepSetting(`part.${name}`, isOpen ? 'closed' : 'open');
    setOpen(!isOpen);
  };
  return (
    <section class="part" data-part={name} aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`}>
        <button type="button" aria-expanded={isOpen} onClick={toggle}>
          <Icon name={isOpen ? 'open' : 'closed'} />
          {title}
          {count !== null && <span class="count">{count}</span>}
          {wrong > 0 && <span class="count bad">{words.errors(wrong)}</span>}
        </button>
      </h2>
      {isOpen && (
        <div class="partbody">
          {isWhole ? (
            <GroupFields fields={fields} path={[]} value={data} usual={USUAL} />
          ) : (
            field && <Field field={field} path={[field.name]} value={value} />
          )}
        </div>
      )}
    </section>
  );
}
