import type { Explanations } from './explanation.js';

/** The codes of reading files and their syntax. */
export const READING = {
  'file-not-found': {
    means: 'A file that is named, on the command line or in a brief, does not exist.',
    mend: 'Correct the name. Paths in a brief begin at the folder of the brief.',
  },
  'file-unreadable': {
    means: 'A file is there, but cannot be read: it is a folder, or reading it is not permitted.',
    mend: 'Name a file, and check that you are allowed to read it.',
  },
  'file-unwritable': {
    means:
      'An output cannot be written: the folder may not be written to, the disk is full, a file is there that Briefpress did not make, or Windows keeps the name for itself.',
    mend: 'Choose another folder with `-o`, make room, give the brief another `id`, or add `--force` to write over what is there. No half-written file is left behind.',
  },
  'file-too-large': {
    means: 'A file is larger than 10 MB, the most that a brief, an annex or a list of sources may have.',
    mend: 'Put long texts into annexes, and pictures into files of their own.',
  },
  'file-outside-folder': {
    means: 'A brief names a file that is not inside its own folder.',
    mend: 'Copy the file next to the brief, and name it without `..` and without a leading `/`.',
  },
  'file-outdated': {
    means:
      'A document was made anew and is no longer what it was, and another document of the same brief lies beside it as it was made before: a memo, a booklet, the draft of an e-mail. A warning.',
    mend: "Make it anew as well, or delete it, so that nobody sends or prints yesterday's.",
  },
  'syntax-encoding': {
    means: 'A file is not text in UTF-8: it is in another encoding, or not text at all.',
    mend: 'Save it again in UTF-8; editors offer the encoding when they save.',
  },
  'syntax-empty': {
    means: 'A file holds nothing, or nothing but comments.',
    mend: 'Begin with the smallest brief: `briefpress new NAME` writes one.',
  },
  'syntax-yaml': {
    means:
      'The text is not YAML 1.2: there is a bracket, quote or colon too few or too many, or the indentation is wrong.',
    mend: 'Look at the place that is shown and just before it. Text with `: `, quotes or brackets in it needs quotes around it all, or `|` and lines of its own.',
  },
  'syntax-json': {
    means:
      'A `.json` file is not JSON as RFC 8259 defines it; comments, single quotes and trailing commas are not JSON.',
    mend: 'Correct it, or name the file `.yaml`: YAML takes all of these.',
  },
  'syntax-duplicate-key': {
    means: 'A field appears twice in one map, and only one of the two can count.',
    mend: 'Keep one of the two.',
  },
  'syntax-alias-bomb': {
    means:
      'YAML aliases repeat so much that the brief would grow without bound, or an alias is inside what it repeats.',
    mend: 'Write out what is repeated, or repeat less.',
  },
  'syntax-several-documents': {
    means: 'A YAML file holds more than one document, separated by `---`.',
    mend: 'Put each brief into a file of its own.',
  },
  'syntax-control-character': {
    means: 'A text holds a character that cannot be printed, such as U+0007, or half of a surrogate pair.',
    mend: 'Remove it; it often comes along with pasted text.',
  },
  'syntax-lost-text': {
    means:
      'YAML takes part of a text for something else, and would leave it out: what follows ` #` for a comment, a word that begins with `&` for an anchor, one that begins with `!` for a tag, a backslash in double quotes for an escape.',
    mend: 'Put the text in quotes as a whole, or after `|` on lines of its own. What is meant as a comment stands on a line of its own.',
  },
  'syntax-folded-text': {
    means:
      'A long text has paragraphs or lists, and YAML folds its lines into one: without quotes, in quotes and after `>`, a single line end is a space, and an empty line is a single line end. Markdown then sees one paragraph.',
    mend: 'Write the text after `|`, which keeps every line as it is.',
  },
  'syntax-references': {
    means:
      'An entry of a library of sources, or the whole library, cannot be read: a brace, a quote or a comma is missing, or it is in another format. It is an error where the entry is cited, and a warning otherwise; so it is where something of a cited entry is not printed as the library has it.',
    mend: 'Export the file again from the reference manager, or correct it at the place that is shown.',
  },
} as const satisfies Explanations;
