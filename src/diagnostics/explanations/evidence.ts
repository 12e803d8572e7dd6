import type { Explanations } from './explanation.js';

/** The codes of kept copies, quotations, editions and what has changed. */
export const EVIDENCE = {
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
      'What was put into quoted words in brackets, or left out of them, contains a negation, or more was put in than is quoted: the quotation may say what its source does not. So may one from a page whose style sheet cuts words off, places them apart or covers them.',
    mend: 'Compare it with the source. Quote the negation too, quote more of the source, or report it in your own words.',
  },
  'quote-unchecked': {
    means:
      'Quoted words cannot be checked because their source has no kept copy. This is a warning on a draft, and an error on a brief that is cleared or issued.',
    mend: 'Keep a copy of the source: `briefpress snapshot add BRIEF SOURCE-ID FILE`.',
  },
  'edition-unknown': {
    means: 'The edition asked for is not named in the brief, or nothing in the brief is for the audience asked for.',
    mend: 'Correct the name; the hint lists those there are.',
  },
  'edition-override-missing': {
    means:
      'An edition may not show a text at the root of the brief, which bears the marking of the brief, and has no text of its own to show instead.',
    mend: 'Write them in the `overrides` of the edition, from what its readers may know.',
  },
  'edition-refers-to-withheld': {
    means:
      'An edition keeps something that refers to what it withholds: by a citation, a basis, a stakeholder or a link.',
    mend: 'Keep both, withhold both, or take the reference out.',
  },
  'edition-sources-withheld': {
    means:
      'An edition keeps something and withholds every source for it. A source without a `tlp` bears the marking of the brief.',
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
    mend: 'See where the message says that it was found, and correct the template, the theme or the picture of yours that contains it. What the program prints of itself, and what the edition keeps, does not count.',
  },
  'edition-not-searched': {
    means:
      'Something that an edition withholds is too short to be looked for in its finished documents: fewer than three letters, two characters of a script without spaces, or five digits. It was withheld all the same. For information only.',
    mend: 'Nothing, where template, theme and pictures are those of the program. Otherwise look for it in the documents yourself.',
  },
  'edition-name': {
    means:
      'The `id` of the brief, or the name of its file, contains a word that an edition withholds, and so do the names of the documents of that edition. A warning.',
    mend: 'Give the brief an `id` that every reader may know.',
  },
  'edition-tier': {
    means:
      'An edition whose marking is lower than that of the brief does not bear the security classification of the brief (`marking.gscp`), which was chosen for the whole. A warning.',
    mend: 'Give the edition a `tier` of its own: what is classified higher is then withheld. Otherwise make sure that what it shows may leave the tier.',
  },
  'supersedes-hash': {
    means: 'The file of the edition that this one supersedes is not the one that was named: its hash is different.',
    mend: 'Put back the file as it was issued, or correct the hash if the change was intended.',
  },
  'supersedes-edition': {
    means: 'The edition that this one supersedes is not earlier, or its file is not the edition that is stated.',
    mend: 'Correct `edition`, `supersedes.edition` or `supersedes.file`.',
  },
  'supersedes-invalid': {
    means: 'The file of the edition that this one supersedes has errors of its own, and cannot be compared.',
    mend: 'Check that file on its own, and correct it.',
  },
  'supersedes-withheld': {
    means:
      'The document does not say what has changed: the edition before it bears a higher marking, or cannot be reduced to what the same readers may see.',
    mend: 'Nothing, if that is intended. Otherwise mark the earlier edition, and give it the same named edition.',
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
} as const satisfies Explanations;
