import type { DiagnosticCode } from './codes.js';

/** What a code means and what to do about it: for docs/diagnostics.md, which repeats it, and for SARIF. */
export interface CodeExplanation {
  readonly means: string;
  readonly mend: string;
}

export const EXPLANATIONS: Readonly<Record<DiagnosticCode, CodeExplanation>> = {
  'file-not-found': {
    means: 'A file that is named, on the command line or in a brief, does not exist.',
    mend: 'Correct the name. Paths in a brief begin at the folder of the brief.',
  },
  'file-unreadable': {
    means: 'A file is there, but cannot be read: it is a folder, or reading it is not permitted.',
    mend: 'Name a file, and see that you may read it.',
  },
  'file-unwritable': {
    means:
      'An output cannot be written: the folder may not be written to, the disk is full, a file is there that Briefpress did not make, or Windows keeps the name for itself.',
    mend: 'Choose another folder with `-o`, make room, give the brief another `id`, or add `--force` to write over what is there. No half-written file is left behind.',
  },
  'file-too-large': {
    means: 'A file is larger than 10 MB, the most that a brief, an annex or a list of sources may have.',
    mend: 'Put long matter into annexes, and pictures into files of their own.',
  },
  'file-outside-folder': {
    means: 'A brief names a file that is not inside its own folder.',
    mend: 'Copy the file next to the brief, and name it without `..` and without a leading `/`.',
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
    means: 'The text is not YAML 1.2: a bracket, quote or colon is missing or too many, or the indentation is wrong.',
    mend: 'Look at the place that is shown and just before it. Text with `: `, quotes or brackets in it needs quotes around it all, or `|` and lines of its own.',
  },
  'syntax-json': {
    means:
      'A `.json` file is not JSON as RFC 8259 defines it; comments, single quotes and trailing commas are not JSON.',
    mend: 'Correct it, or name the file `.yaml`: YAML takes all of these.',
  },
  'syntax-duplicate-key': {
    means: 'A field stands twice in one map, and only one of the two could count.',
    mend: 'Keep one of the two.',
  },
  'syntax-alias-bomb': {
    means:
      'YAML aliases repeat so much that the brief would grow without bound, or an alias stands inside what it repeats.',
    mend: 'Write out what is repeated, or repeat less.',
  },
  'syntax-several-documents': {
    means: 'A YAML file holds more than one document, divided by `---`.',
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
      'A file of sources is not BibTeX or RIS that can be read: a brace, a quote or a comma is missing, or a source has no end.',
    mend: 'Export the file again from the reference manager, or correct it at the place that is shown.',
  },
  'shape-type': {
    means: 'A field holds another kind of value than it should: a number for a text, a text for a list.',
    mend: 'Write the value as the hint shows. Numbers and `true` that are meant as text stand in quotes.',
  },
  'shape-required': {
    means: 'A field is missing that is always needed, or that the type, the status or another field asks for.',
    mend: 'Add the field; the hint shows an example.',
  },
  'shape-unknown-field': {
    means: 'There is no field of this name here.',
    mend: 'Correct the name, or move the field to where it belongs.',
  },
  'shape-value': {
    means:
      'A value is of the right kind, but not one of those that are possible here: a word that is not on the list, an empty text, too few or too many items.',
    mend: 'Choose one of the values that the message lists.',
  },
  'shape-format': {
    means: 'A text does not have the form that it should: a date, an id, a language tag, an address.',
    mend: 'Write it as the hint shows. Dates are year-month-day: 2024-09-04.',
  },
  'sense-duplicate-id': {
    means: 'Two items have one id, or an edition has the name of a language.',
    mend: 'Give one of them another id. An id is unique in the whole brief.',
  },
  'sense-unknown-reference': {
    means: 'Something refers to an id that nothing has, or that something of another kind has.',
    mend: 'Correct the id, or add what it refers to.',
  },
  'sense-impossible-date': {
    means: 'A date has the right form, but there is no such day or time.',
    mend: 'Look it up in a calendar.',
  },
  'sense-date-order': {
    means:
      'Two dates are in the wrong order: something known is later than `asOf`, something to come is before it, or an end is before its beginning.',
    mend: 'Correct the date. If the brief knows later things, move `asOf`.',
  },
  'sense-stale-fact': {
    means: 'A fact was to be looked at again before the day the brief is as of.',
    mend: 'Check that it still holds, and move `staleAfter`.',
  },
  'sense-unsourced-fact': {
    means: 'A key fact names no source.',
    mend: 'Add a source. What has no source is a judgement, and belongs under `judgements`.',
  },
  'sense-unused-source': {
    means: 'Nothing in the brief cites a source that it lists.',
    mend: 'Cite it, or leave it out.',
  },
  'sense-likelihood-scale': {
    means: 'A likelihood is a term of the other scale than the one the brief has chosen.',
    mend: 'Use a term of the chosen scale, or choose the other one in `likelihoodScale`.',
  },
  'sense-language-missing': {
    means: 'A text is not there in one of the languages of the brief, or is there in a language that is none of them.',
    mend: 'Translate it, or change `languages`.',
  },
  'sense-long-summary': {
    means: 'The summary has more than 60 words.',
    mend: 'Keep what a reader must know who reads nothing else.',
  },
  'sense-attribution': {
    means: 'Words are quoted that were said on deep background or off the record.',
    mend: 'Leave the quote out. On deep background, report what was said without naming a speaker.',
  },
  'sense-under-marked': {
    means:
      'Something is marked higher than the document that it stands in, or is marked where the document bears no TLP marking.',
    mend: 'Raise `marking.tlp`, or build an edition that leaves it out, with `--edition` or `--max-tlp`.',
  },
  'sense-clearance': {
    means:
      'A brief is issued or cleared, and an office that was asked has not answered or does not agree. It is an error where the brief is issued.',
    mend: 'Wait for the answer, or go back with `status`. An office that has come to agree has the outcome `concur`.',
  },
  'sense-two-recommended': {
    means: 'More than one option of a request is recommended.',
    mend: 'Recommend one of them.',
  },
  'sense-section-circle': {
    means: 'A section of your own is to stand after itself, or sections are to stand after each other in a circle.',
    mend: 'Let one of them stand after a part of the brief, such as `after: analysis`, or leave `after` out.',
  },
  'sense-section-title': {
    means:
      'A section of your own has the title of a part of the brief, so that a reader may find two headings of one name.',
    mend: 'Write the text in that part, or give the section a title of its own.',
  },
  'sense-forbidden-link': {
    means:
      'A link leads to something else than `http:`, `https:`, `mailto:` or `#id`. Its text is printed without the link. It is an error where the address would run a script or open a file (`javascript:`, `data:`, `file:`), or fetch a picture from the net.',
    mend: 'Give the whole address, or leave the link out.',
  },
  'sense-markup': {
    means:
      'A text says something in Markdown that is not printed as it will have been meant, such as a `:::keep` that is never closed. It is printed as the message says.',
    mend: 'Write it as the hint says. A backslash before it makes any mark the text it is.',
  },
  'sense-estimative-word': {
    means:
      'A judgement or an assessment says how likely something is in words that are on no scale, such as “may well” or “cannot be ruled out”: readers take them to mean very different odds.',
    mend: 'Put the term of the chosen scale into `likelihood`, or use it in the text; the hint names it.',
  },
  'sense-mixed-estimate': {
    means:
      'One sentence says both how likely something is and how sure we are of our grounds. A reader cannot tell the two apart.',
    mend: 'Make two sentences of it, or put the one into `likelihood` and the other into `confidence`.',
  },
  'sense-mixed-scales': {
    means: 'A text uses a term of the other scale of likelihood than the one the brief has chosen.',
    mend: 'Use the term that the hint names, or choose the other scale in `likelihoodScale`.',
  },
  'snapshot-missing': {
    means: 'The kept copy of a source does not exist.',
    mend: 'Correct the path, which is relative to the folder of the brief, or keep a copy with `briefpress snapshot add`.',
  },
  'snapshot-unreadable': {
    means:
      'The text of a kept copy cannot be read: it does not say which encoding it is in or says a wrong one, or it is a scan without text, damaged, too large, or of an unknown kind.',
    mend: 'Keep plain text, Markdown, HTML or a PDF with text, and say in `mediaType` which, with the encoding where it is not UTF-8.',
  },
  'snapshot-hash': {
    means: 'A kept copy is not the file that was kept: its SHA-256 differs from the one in the brief.',
    mend: 'Restore the copy as it was. If you mean the new one, read it, and keep it with `briefpress snapshot add`.',
  },
  'quote-not-found': {
    means: 'Quoted words are not in the kept copy of their source, or not between their `prefix` and `suffix`.',
    mend: 'Quote what the source says; the hint shows the nearest passage and the differences. `[…]` marks what is left out, `[words]` what you put in.',
  },
  'quote-ambiguous': {
    means:
      'Quoted words are in the kept copy of their source more than once, and the brief does not say which passage is meant.',
    mend: 'Give the words before it as `prefix` or those after it as `suffix`, in `source: { source: …, prefix: … }`, or quote more of it.',
  },
  'quote-normalised': {
    means:
      'Quoted words are in the kept copy if the kinds of quotation marks, apostrophes, dashes and ellipses, and the spaces beside them, are ignored. They count as verbatim.',
    mend: 'Copy the words from the source if you want its marks.',
  },
  'quote-altered': {
    means:
      'What was put into quoted words in brackets, or left out of them, contains a negation, or more was put in than is quoted: the quotation may say what its source does not.',
    mend: 'Compare it with the source. Quote the negation too, quote more of the source, or report it in your own words.',
  },
  'quote-unchecked': {
    means:
      'Quoted words cannot be checked because their source has no kept copy. This is a warning on a draft, and an error on a brief that is cleared or issued.',
    mend: 'Keep a copy of the source: `briefpress snapshot add BRIEF SOURCE-ID FILE`.',
  },
  'stale-fact': {
    means:
      'A fact was to be looked at again before the day of the build: a warning, and an error on a brief that is issued.',
    mend: 'Check that it still holds, and move `staleAfter`. `--today` builds for another day.',
  },
  'stale-review': {
    means:
      'The brief was to be looked at again before the day of the build: a warning, and an error on a brief that is issued.',
    mend: 'Look at it again, and move `reviewBy`. `--today` builds for another day.',
  },
  'stale-as-of': {
    means:
      'The brief is as of a day that has not come on the day of the build: a warning, and an error on a brief that is issued.',
    mend: 'Correct `asOf`. A brief knows nothing of days to come.',
  },
  'edition-unknown': {
    means: 'An edition is asked for that the brief does not name, or an audience that nothing in it is for.',
    mend: 'Correct the name; the hint lists those that there are.',
  },
  'edition-override-missing': {
    means:
      'An edition may not show a text at the root of the brief, which bears the marking of the brief, and has no words of its own in its place.',
    mend: 'Write them in the `overrides` of the edition, from what its readers may know.',
  },
  'edition-refers-to-withheld': {
    means:
      'An edition keeps something that refers to what it withholds: by a citation, a basis, a stakeholder or a link.',
    mend: 'Keep both, withhold both, or take the reference out.',
  },
  'edition-sources-withheld': {
    means:
      'An edition keeps something and withholds every source of it. A source without a `tlp` bears the marking of the brief.',
    mend: 'Give a source a `tlp` that the edition may show, or mark the item so that it is withheld as well.',
  },
  'edition-incomplete': {
    means:
      'What an edition keeps is too little to be a brief: there is no key fact left, or a decision between fewer than two options.',
    mend: 'Mark what it needs so that the edition may show it, or withhold what needs it.',
  },
  'edition-leak': {
    means:
      'Something that an edition withholds was found in its finished documents: in their text, bookmarks, properties or attachments, or in a file name. Nothing of the edition is left on the disk.',
    mend: 'See where the message says that it was found, and correct the template, the theme or the picture of yours that has it. What the program prints of itself, and what the edition keeps, does not count.',
  },
  'edition-not-searched': {
    means:
      'Something that an edition withholds is too short to be looked for in its finished documents: fewer than three letters, two characters of a script without spaces, or five digits. It was withheld all the same. An information.',
    mend: 'Nothing, where template, theme and pictures are those of the program. Otherwise look for it in the documents yourself.',
  },
  'edition-name': {
    means:
      'The `id` of the brief, or the name of its file, has a word in it that an edition withholds, and it is in the name of the documents of that edition. A warning.',
    mend: 'Give the brief an `id` that its every reader may know.',
  },
  'supersedes-hash': {
    means: 'The file of the edition that this one supersedes is not the one that was named: its hash is another.',
    mend: 'Put back the file as it was issued, or write the hash anew if the change was meant.',
  },
  'supersedes-edition': {
    means: 'The edition that this one supersedes is not earlier, or its file is another edition than stated.',
    mend: 'Correct `edition`, `supersedes.edition` or `supersedes.file`.',
  },
  'supersedes-invalid': {
    means: 'The file of the edition that this one supersedes has errors of its own, and cannot be compared.',
    mend: 'Check that file by itself, and mend it.',
  },
  'supersedes-withheld': {
    means:
      'The document does not say what has changed: the edition before it bears a higher marking, or cannot be cut for the same readers.',
    mend: 'Nothing, if that is meant. Otherwise mark the earlier edition, and give it the same named edition.',
  },
  'verify-no-brief': {
    means: 'A file that is to be verified is not a PDF that holds the brief it was made from, or it is damaged.',
    mend: 'Name a PDF that Briefpress has made, as it came. Printing it again, or optimising it, takes the brief out; one built with `--attach none` never held it.',
  },
  'verify-incomplete': {
    means:
      'The PDF was made with something that is not in it and was not given: a template, a theme, labels, fonts, pictures, or another version of the program.',
    mend: 'Give what the message names, or install the version that it names.',
  },
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
  'glyph-missing': {
    means: 'None of the fonts has a character of the text, and an empty box would be printed.',
    mend: 'Replace the character, or name a font that has it in the theme.',
  },
  'page-overflow': {
    means:
      'The document has more pages than its budget, or something cannot be made to fit a page. While the brief is a draft, too many pages are a warning, and the document is made.',
    mend: 'Shorten the text, raise `layout.maxPages`, or set `layout.onOverflow: tighten`.',
  },
  internal: {
    means: 'The program has a mistake; the brief need not.',
    mend: 'Report it, with the brief if you may.',
  },
};
