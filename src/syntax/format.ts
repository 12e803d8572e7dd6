/** The two languages that a brief may be written in. */
export type TextFormat = 'yaml' | 'json';

/** The format of a file by the ending of its name: JSON for `.json` in any case, YAML for everything else. */
export function formatOf(file: string): TextFormat {
  return file.toLowerCase().endsWith('.json') ? 'json' : 'yaml';
}
