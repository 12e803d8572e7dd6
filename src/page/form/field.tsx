/** One field of the form: its name, what it is for, where to write it, and what is wrong with it. */

import { useId } from 'preact/hooks';
import type { Problem } from '../../preview/protocol.js';
import type { FormField, Path } from '../../preview/protocol-editing.js';
import { fieldOf } from '../../syntax/places.js';
import { isMap } from '../../syntax/values.js';
import { fieldWords } from '../words/fields.js';
import { useWords } from '../words/words.js';
import { AnyField } from './any-field.js';
import { useForm } from './form-context.js';
import type { FieldProps } from './form-props.js';
import { GroupFields } from './group-fields.js';
import { inputOf } from './input-of.js';
import { ItemList } from './item-list.js';
import { PlainList } from './plain-list.js';
import { written } from './writer.js';

export function Field(props: FieldProps) {
  const { field, value } = props;
  if (!fits(field, value)) return <AnyField {...props} />;
  switch (field.kind) {
    case 'any':
      return <AnyField {...props} />;
    case 'group':
      return <GroupField {...props} />;
    case 'list':
      return <ListField {...props} />;
    default:
      return <InputField {...props} />;
  }
}

/** Whether the form can show this value; a brief may have another form of it than the one that is offered here. */
function fits({ kind, isMultilingual }: FormField, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (kind === 'group') return isMap(value);
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'sourceRef') return typeof value === 'string' || isMap(value);
  if (kind === 'boolean') return typeof value === 'boolean';
  return typeof value === 'string' || typeof value === 'number' || (isMultilingual && isMap(value));
}

function InputField({ field, path, value }: FieldProps) {
  const id = useId();
  const { writer } = useForm();
  const { title, description } = fieldWords(field);
  const wrong = useWrong(path);
  const Input = inputOf(field);
  const isTick = field.kind === 'boolean';
  const input = (
    <Input
      field={{ ...field, title }}
      id={id}
      value={value}
      describedBy={[description && `${id}-help`, wrong.length > 0 && `${id}-wrong`].filter(Boolean).join(' ')}
      isInvalid={wrong.length > 0}
      hand={(next) => writer.change(written(path, next, field.isRequired))}
    />
  );
  return (
    <div class={isTick ? 'field tickfield' : 'field'} data-field={fieldOf(path)}>
      {isTick && input}
      <label for={id}>
        {title}
        <Required isRequired={field.isRequired} />
      </label>
      {description && (
        <p class="help" id={`${id}-help`}>
          {description}
        </p>
      )}
      {!isTick && input}
      <Wrong id={`${id}-wrong`} problems={wrong} />
    </div>
  );
}

function Required({ isRequired }: { readonly isRequired: boolean }) {
  const words = useWords();
  return isRequired ? <span class="required"> {words.required}</span> : null;
}

/** What is wrong with a field, or with a language of it. */
function useWrong(path: Path): readonly Problem[] {
  const { problems, writer } = useForm();
  if (!writer.isBrief) return [];
  const name = fieldOf(path);
  return problems.filter(({ field, severity }) => severity !== 'info' && field !== null && isOf(field, name));
}

function isOf(field: string, name: string): boolean {
  return field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`);
}

function Wrong({ id, problems }: { readonly id: string; readonly problems: readonly Problem[] }) {
  const words = useWords();
  if (problems.length === 0) return null;
  return (
    <div id={id} class="wrong">
      {problems.map(({ code, message, hints }) => (
        <p key={message}>
          <Titled title={words.problemTitle(code)} />
          <span lang="en">{[message, ...hints].join(' ')}</span>
        </p>
      ))}
    </div>
  );
}

function Titled({ title }: { readonly title: string | null }) {
  return title === null ? null : <b>{title}. </b>;
}

function GroupField({ field, path, value }: FieldProps) {
  const { title, description } = fieldWords(field);
  return (
    <fieldset class="group nested" data-field={fieldOf(path)}>
      <legend>
        {title}
        <Required isRequired={field.isRequired} />
      </legend>
      {description && <p class="help">{description}</p>}
      <GroupFields fields={field.fields ?? []} path={path} value={isMap(value) ? value : {}} />
    </fieldset>
  );
}

function ListField({ field, path, value }: FieldProps) {
  const { title, description } = fieldWords(field);
  const isOfGroups = field.item?.kind === 'group';
  const wrong = useWrong(path);
  const List = isOfGroups ? ItemList : PlainList;
  return (
    <fieldset class="group" data-field={fieldOf(path)}>
      <legend>
        {title}
        <Required isRequired={field.isRequired} />
      </legend>
      {description && <p class="help">{description}</p>}
      <List field={field} path={path} value={Array.isArray(value) ? value : []} />
      <Wrong id={`wrong-${fieldOf(path)}`} problems={isOfGroups ? [] : wrong} />
    </fieldset>
  );
}
