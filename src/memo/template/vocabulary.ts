import type { TemplateFile } from './syntax.js';

/** What a template may name besides fields: the partials of its pack and the words of the label files. */
export interface Vocabulary {
  readonly partials: ReadonlyMap<string, TemplateFile>;
  /** The names in braces that the text of a label asks for; null where no label file has the key. */
  labelFields(key: string): readonly string[] | null;
  readonly labels: readonly string[];
  readonly groups: readonly string[];
}
