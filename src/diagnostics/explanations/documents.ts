import type { Explanations } from './explanation.js';

/** The codes of what documents are made with, and of the page. */
export const DOCUMENTS = {
  'template-not-found': {
    means: 'There is no template pack of this name, or a folder that is named is not a pack.',
    mend: '`briefpress templates` lists the packs there are.',
  },
  'template-syntax': {
    means: 'A template cannot be read: a tag is not closed, or something is used that templates do not have.',
    mend: 'Correct the template at the place that is shown.',
  },
  'template-unknown-field': {
    means: 'A template names a field, a helper, a partial or a directive that does not exist.',
    mend: 'Correct the name; the hint shows what was probably meant.',
  },
  'template-missing-requirement': {
    means: 'The template pack needs a field that the brief does not have.',
    mend: 'Add the field, or choose another template.',
  },
  'template-label-missing': {
    means: 'A template prints a label that no label file has in the language of the document.',
    mend: 'Add the label to the label file of that language.',
  },
  'template-label-unused': {
    means: 'A label file has a word that nothing in the template prints: its key is misspelt, or was given up.',
    mend: 'Correct the key, or delete it.',
  },
  'theme-invalid': {
    means: 'A theme cannot be used: a setting is unknown, or its value is not possible.',
    mend: 'Correct the setting at the place that is shown.',
  },
  'config-invalid': {
    means: 'The configuration, or an option on the command line, cannot be used.',
    mend: 'Correct it; `briefpress --help` lists the options.',
  },
  'image-missing': {
    means: 'A picture that a text names does not exist or cannot be read.',
    mend: 'Correct the name. Pictures are files inside the folder of the brief.',
  },
  'image-unsupported': {
    means: 'A picture is of a kind that cannot be printed, or is broken.',
    mend: 'Save it as PNG, JPEG or plain SVG.',
  },
  'image-too-large': {
    means: 'A picture is too large to be printed.',
    mend: 'Save it with fewer pixels: 300 for each inch on paper is enough.',
  },
  'image-animated': {
    means: 'A picture is an animated PNG, and a document shows only the still picture in it. A warning.',
    mend: 'Save the moment that the reader is to see as a PNG of its own.',
  },
  'glyph-missing': {
    means: 'None of the fonts has a character of the text, and an empty box would be printed.',
    mend: 'Replace the character, or name a font that has it in the theme.',
  },
  'page-overflow': {
    means:
      'The document has more pages than its budget, or something cannot be made to fit a page. While the brief is a draft, too many pages are a warning, and the document is made.',
    mend: 'Shorten the text, raise `layout.maxPages`, or set `layout.onOverflow: tighten`.',
  },
  'page-fit': {
    means:
      'The last page would have been less than half full, or some key facts would not have been on the first page, so the document is set a little closer; or, where that saves no page, there is more space on all of them. Documents of more than 40 pages stay as they are. For information only, of documents that are kept: `check` does not say it.',
    mend: 'Nothing needs to be done. `layout.density` says how much space there is before that.',
  },
  internal: {
    means: 'There is a fault in the program, and not necessarily in the brief.',
    mend: 'Report it, with the brief if you may.',
  },
} as const satisfies Explanations;
