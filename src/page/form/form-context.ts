/** What every field of the form needs to know of the brief around it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Problem } from '../../preview/protocol.js';
import { briefWriter, type Writer } from './writer.js';

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
}

export const FormContext = createContext<FormFacts>({
  languages: ['en'],
  sources: [],
  canAddSource: false,
  idsFor: () => [],
  problems: [],
  writer: briefWriter,
});

export function useForm(): FormFacts {
  return useContext(FormContext);
}
