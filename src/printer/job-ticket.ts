import { type Diagnostic, error, failure, type Outcome, outcomeOf, warning } from '../diagnostics/diagnostic.js';
import type { Paper } from '../document/paper.js';
import type { Attribute } from './ipp-message.js';
import type { PrintWish } from './print-wish.js';
import { type Abilities, paperWords } from './printer-abilities.js';
import { type PrinterAddress, printerWords } from './printer-address.js';
import { listOf } from './printer-state.js';

/** The paper of a document: PWG 5101.1. */
const MEDIA: Readonly<Record<Paper, string>> = { A4: 'iso_a4_210x297mm', LETTER: 'na_letter_8.5x11in' };
const SIDES = { long: 'two-sided-long-edge', short: 'two-sided-short-edge', off: 'one-sided' } as const;

/**
 * What goes with a job (RFC 8011, 5.2), of which the printer says that it can. Error: `print-unable` for each thing that is
 * asked for and that it cannot do. Warnings: `print-attention` for what a person has to do at the printer.
 */
export function jobTicket(
  { duplex, colour, copies = 1, pages = [] }: PrintWish,
  paper: Paper | null,
  { printer, abilities }: { readonly printer: PrinterAddress; readonly abilities: Abilities },
): Outcome<readonly Attribute[]> {
  const name = printerWords(printer);
  const problems: Diagnostic[] = [];
  const attributes: Attribute[] = [];
  const cannot = (what: string, hint: string) =>
    problems.push(error('print-unable', `The printer ${name} ${what}.`, { hints: [hint] }));
  if (!abilities.formats.includes('application/pdf')) {
    const takes = abilities.formats.filter((format) => format !== 'application/octet-stream').slice(0, 6);
    const hint = 'Set it up as a printer of this computer, which turns PDF into what it takes, and give that name.';
    cannot(`does not print PDF${takes.length > 0 ? `; it takes ${listOf(takes)}` : ''}`, hint);
  }
  if (!abilities.acceptsJobs) cannot('accepts no jobs at present', 'Look at the printer, or name another.');
  if (copies > 1) {
    if (copies > abilities.copies)
      cannot(`makes no more than ${abilities.copies} of one job`, 'Ask for fewer copies, several times.');
    attributes.push(['copies', 'integer', copies]);
    if (abilities.collates)
      attributes.push(['multiple-document-handling', 'keyword', 'separate-documents-collated-copies']);
  }
  const canTurn = abilities.sides.includes(SIDES[duplex ?? 'long']);
  if (duplex !== undefined && !canTurn && !(duplex === 'off' && abilities.sides.length === 0))
    cannot(duplex === 'off' ? 'cannot print on one side alone' : 'does not print on both sides', 'Leave --duplex out.');
  if (canTurn) attributes.push(['sides', 'keyword', SIDES[duplex ?? 'long']]);
  if (paper !== null) problems.push(...paperProblems(paper, abilities, name));
  if (paper !== null && abilities.media.includes(MEDIA[paper])) attributes.push(['media', 'keyword', MEDIA[paper]]);
  const mode = colour === 'grey' ? 'monochrome' : 'color';
  if (colour === 'colour' && abilities.hasColour !== true) cannot('has no colours', 'Leave --colour out.');
  else if (colour !== undefined && abilities.colourModes.includes(mode))
    attributes.push(['print-color-mode', 'keyword', mode]);
  else if (colour !== undefined && abilities.hasColour !== false)
    cannot('does not let us choose between colour and grey', 'Leave --colour out.');
  if (pages.length > 0) {
    if (!abilities.hasPageRanges) cannot('prints documents whole alone', 'Leave --pages out.');
    attributes.push(['page-ranges', 'range', pages]);
  }
  for (const trouble of abilities.troubles)
    problems.push(warning('print-attention', `The printer ${name} ${trouble}.`, { hints: ['Look after it.'] }));
  return problems.some(({ severity }) => severity === 'error') ? failure(problems) : outcomeOf(attributes, problems);
}

function paperProblems(paper: Paper, { media, mediaReady }: Abilities, name: string): readonly Diagnostic[] {
  const wanted = MEDIA[paper];
  const sizes = (all: readonly string[]) => listOf([...new Set(all.map(paperWords))].slice(0, 8));
  if (media.length > 0 && !media.includes(wanted)) {
    const hint = `It prints on ${sizes(media)}; --paper sets the document on another size.`;
    return [error('print-unable', `The printer ${name} does not print on ${paperWords(wanted)}.`, { hints: [hint] })];
  }
  if (mediaReady.length === 0 || mediaReady.includes(wanted)) return [];
  const message = `No ${paperWords(wanted)} paper lies in the printer ${name}.`;
  return [
    warning('print-attention', message, { hints: [`It has ${sizes(mediaReady)}. Put some in, or give --paper.`] }),
  ];
}
