/** What the parts of the form are given. */
import type { FormField, Path } from '../../preview/protocol-editing.js';

export interface FieldProps {
  readonly field: FormField;
  readonly path: Path;
  readonly value: unknown;
}

export interface ListProps {
  readonly field: FormField;
  readonly path: Path;
  readonly value: readonly unknown[];
}

export interface InputProps {
  readonly field: FormField;
  readonly id: string;
  readonly value: unknown;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly hand: (value: unknown) => Promise<unknown>;
  /** Of one of several inputs of a field: its name, and the language that is written in it. */
  readonly label?: string;
  readonly lang?: string;
}
