/** Which input a field has that is neither a group nor a list. */
import type { FieldKind, FormField } from '../../preview/protocol-editing.js';
import type { InputProps } from './form-props.js';
import { BooleanInput, ChoiceInput, DateInput, NumberInput, TextInput } from './inputs.js';
import { LanguagesInput } from './languages-input.js';
import { SourceInput } from './source-input.js';

type Input = (props: InputProps) => preact.JSX.Element;

const INPUTS: Partial<Readonly<Record<FieldKind, Input>>> = {
  number: NumberInput,
  boolean: BooleanInput,
  choice: ChoiceInput,
  date: DateInput,
  sourceRef: SourceInput,
};

export function inputOf({ kind, isMultilingual }: FormField): Input {
  return INPUTS[kind] ?? (isMultilingual ? LanguagesInput : TextInput);
}
