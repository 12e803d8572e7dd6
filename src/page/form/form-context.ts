/** What every field of the form needs to know of the brief around it. */
import { createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { Problem } from '../../preview/protocol.js';
import type { FieldProps } from './form-props.js';
import type { Writer } from './writer.js';

export interface SourceName {
  readonly id: string;
  readonly title: string;
}

export interface FormFacts {
  readonly languages: readonly [string, ...string[]];
  readonly sources: readonly SourceName[];
  /** Whether sources are in the brief itself, so that one can be added. */
  readonly canAddSource: boolean;
  /** Ids that a field of this name may refer to. */
  readonly idsFor: (field: string) => readonly string[];
  readonly problems: readonly Problem[];
  readonly writer: Writer;
  /** A field of any kind: a group has fields, which may be groups. */
  readonly Field: (props: FieldProps) => JSX.Element;
}

export const FormContext = createContext<FormFacts | null>(null);

export function useForm(): FormFacts {
  const facts = useContext(FormContext);
  if (facts === null) throw new Error('A field stands in a form.');
  return facts;
}
