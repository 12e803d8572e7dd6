import type { Explanations } from './explanation.js';

/** The codes of the shape and the sense of a brief, and of the day of the build. */
export const BRIEF = {
  'shape-type': {
    means: 'A field holds another kind of value than it should: a number for a text, a text for a list.',
    mend: 'Write the value as the hint shows. Numbers and `true` that are meant as text need quotes.',
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
    means:
      'Two items have one id, or two entries of libraries that are cited and differ; or an edition has the name of a language.',
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
      'Two dates are in the wrong order: something known is later than `asOf`, something to come is before it, or an end is before its beginning. What is overdue, and a meeting that is over, are warnings.',
    mend: 'Correct the date. If the brief knows later things, move `asOf`; say of what is overdue where it stands.',
  },
  'sense-unknown-time-zone': {
    means: 'The time zone of the meeting is not one that there is, or there is no time for it to tell.',
    mend: 'Name it by its continent and city, as the IANA does: `Asia/Ulaanbaatar`.',
  },
  'sense-stale-fact': {
    means: 'A fact was due for review before the day the brief is as of.',
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
    means: 'A text is missing in one of the languages of the brief, or is given in a language that is not one of them.',
    mend: 'Translate it, or change `languages`.',
  },
  'sense-long-summary': {
    means: 'The summary has more than 60 words.',
    mend: 'Keep what someone who reads nothing else must know.',
  },
  'sense-attribution': {
    means: 'Words are quoted that were said on deep background or off the record.',
    mend: 'Leave the quote out. On deep background, report what was said without naming a speaker.',
  },
  'sense-under-marked': {
    means:
      'Something is marked higher than the document that it stands in, or is marked where the document bears no marking of that kind (`tlp`, `tier`).',
    mend: 'Raise `marking.tlp` or `marking.gscp`, or build an edition that leaves it out, with `--edition` or `--max-tlp`.',
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
  'sense-open-answer': {
    means: 'A question has an answer, and its status says that it is open: a reader takes for settled what may not be.',
    mend: 'Give it `status: answered` with `answeredOn` and `sources`, or say in `assessment` what we think.',
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
  'sense-figure-data': {
    means:
      'The data of a figure cannot be drawn: a cell that is not a number or not one of the words of its kind, a row with too many or too few cells, too many rows, a CSV file that cannot be read.',
    mend: 'Correct the cell that the message names. A cell may be empty where nothing is known.',
  },
  'sense-figure-not-placed': {
    means: 'No text asks for a figure of the brief, so it is not printed.',
    mend: 'Ask for it by its id in `background`, `analysis`, a section or an annex.',
  },
  'sense-forbidden-link': {
    means:
      'A link leads to something other than `http:`, `https:`, `mailto:` or `#id`. Its text is printed without the link. It is an error where the address would run a script or open a file (`javascript:`, `data:`, `file:`), or fetch a picture from the internet.',
    mend: 'Give the whole address, or leave the link out.',
  },
  'sense-markup': {
    means:
      'A text says something in Markdown that will not be printed as it was probably meant: a `:::keep` that is never closed, a link to a heading that does not exist, an HTML comment, a citation such as `[see @id]`, a definition that nothing uses (`[A]: No.`), a list numbered 1, 3, 4, words between single tildes, a sign between or before numbers that is read as markup (`2*3*4`), a quotation mark without its partner, a character that turns the order of letters. It is printed, or left out, as the message says.',
    mend: 'Write it as the hint says. A backslash before a mark prints it as it is.',
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
  'stale-fact': {
    means: 'A fact was due for review before the day of the build: a warning, and an error on a brief that is issued.',
    mend: 'Check that it still holds, and move `staleAfter`. `--today` builds for another day.',
  },
  'stale-review': {
    means:
      'The brief was due for review before the day of the build: a warning, and an error on a brief that is issued.',
    mend: 'Review it, and move `reviewBy`. `--today` builds for another day.',
  },
  'stale-as-of': {
    means:
      'The brief is as of a day that has not come on the day of the build: a warning, and an error on a brief that is issued.',
    mend: 'Correct `asOf`. A brief knows nothing of days to come.',
  },
} as const satisfies Explanations;
