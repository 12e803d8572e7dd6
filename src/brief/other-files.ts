/** Files that lie beside briefs and are not briefs: a shell gives them all for `*.yaml`. */
import { type Diagnostic, error } from '../diagnostics/diagnostic.js';
import type { ParsedText } from '../syntax/parse.js';
import { rangeToShow } from '../syntax/places.js';
import { isMap } from '../syntax/values.js';

interface Kind {
  /** As a message calls it. */
  readonly name: string;
  readonly fields: readonly string[];
  /** Fields of which it has one, where the others may be those of something else. */
  readonly telling?: readonly string[];
}

export const OTHER_KINDS: readonly Kind[] = [
  { name: 'the description of a template pack', ...packFields() },
  { name: 'a file of labels', fields: ['labels', 'terms'] },
  {
    name: 'a theme',
    fields: [
      ...['fonts', 'fontFiles', 'fontFolders', 'fontPackages', 'page', 'text', 'sizes', 'colours', 'table', 'logo'],
      'watermark',
    ],
  },
  {
    name: 'a configuration',
    fields: [
      ...['input', 'output', 'formats', 'template', 'templates', 'theme', 'labels', 'fonts', 'paper', 'attachments'],
      ...['standard', 'imposition', 'incremental', 'smtp', 'mailFrom', 'printer'],
    ],
  },
];

function packFields() {
  const telling = ['types', 'requires', 'pages'];
  return { fields: ['title', 'description', ...telling], telling };
}

/** One message for a file that cannot be meant as a brief, instead of one for each field that it lacks. */
export function otherFile({ value, mark, lines }: ParsedText): Diagnostic[] {
  if (!isMap(value)) return [];
  const names = Object.keys(value);
  const kind = OTHER_KINDS.find(
    ({ fields, telling = fields }) =>
      names.every((name) => fields.includes(name)) && names.some((name) => telling.includes(name)),
  );
  if (kind === undefined) return [];
  return [
    error('shape-type', `The file is not a brief: it looks like ${kind.name}.`, {
      at: lines.place(rangeToShow(mark)),
      hints: ['Leave it out of the files that are named, or name the folder: only the briefs in it are taken.'],
    }),
  ];
}
