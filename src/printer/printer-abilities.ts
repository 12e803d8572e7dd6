import { error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { ask, PrinterError, type TimeLimits } from './ipp-exchange.js';
import { type Answer, type Attribute, encodeRequest, OPERATIONS, type Range, type Value } from './ipp-message.js';
import { type PrinterAddress, printerWords } from './printer-address.js';
import { listOf, oneLine, refusalWords, troubles } from './printer-state.js';

/** What a printer can do, as it says itself (RFC 8011, 5.4; PWG 5100.13). */
export interface Abilities {
  /** For people: `Example Printer`; null where it does not say. */
  readonly model: string | null;
  readonly formats: readonly string[];
  /** Sizes of paper, by their names (PWG 5101.1), and those that lie in it now. */
  readonly media: readonly string[];
  readonly mediaReady: readonly string[];
  readonly sides: readonly string[];
  readonly colourModes: readonly string[];
  readonly hasColour: boolean | null;
  /** The most copies of one job. */
  readonly copies: number;
  readonly hasPageRanges: boolean;
  readonly collates: boolean;
  readonly acceptsJobs: boolean;
  /** What is the matter with it, in words: `is out of paper`. */
  readonly troubles: readonly string[];
}

const ASKED = [
  ...['printer-make-and-model', 'document-format-supported', 'media-supported', 'media-ready', 'sides-supported'],
  ...['print-color-mode-supported', 'color-supported', 'copies-supported', 'page-ranges-supported'],
  ...['multiple-document-handling-supported', 'printer-is-accepting-jobs', 'printer-state', 'printer-state-reasons'],
];

/** What stands at the beginning of every request. */
export function greeting(printer: PrinterAddress, ...more: readonly Attribute[]): readonly Attribute[] {
  return [
    ['attributes-charset', 'charset', 'utf-8'],
    ['attributes-natural-language', 'language', 'en'],
    ['printer-uri', 'uri', printer.uri],
    ...more,
  ];
}

export function isFine({ status }: Answer): boolean {
  return status < 0x0100;
}

/** Asks a printer what it can do. Error: `print-printer`. */
export async function askAbilities(printer: PrinterAddress, limits: TimeLimits): Promise<Outcome<Abilities>> {
  const attributes = greeting(printer, ['requested-attributes', 'keyword', ASKED]);
  const head = encodeRequest(OPERATIONS.printerAttributes, [{ group: 'operation', attributes }]);
  try {
    const answer = await ask(printer, { head }, limits);
    if (isFine(answer)) return success(abilitiesIn(answer));
    return failure([unusable(printer, refusalWords(answer.status, messageOf(answer)))]);
  } catch (fault) {
    if (!(fault instanceof PrinterError)) throw fault;
    return failure([unusable(printer, fault.message)]);
  }
}

export function messageOf(answer: Answer): string | null {
  const [message] = answer.attributes('operation').get('status-message') ?? [];
  return typeof message === 'string' ? message : null;
}

function abilitiesIn(answer: Answer): Abilities {
  const given = answer.attributes('printer');
  const texts = (name: string) => textsIn(given.get(name) ?? []);
  const first = (name: string): Value => given.get(name)?.[0] ?? null;
  const copies = first('copies-supported');
  const colour = first('color-supported');
  return {
    model: texts('printer-make-and-model').map(oneLine)[0] ?? null,
    formats: texts('document-format-supported').map((format) => format.toLowerCase()),
    media: texts('media-supported'),
    mediaReady: texts('media-ready'),
    sides: texts('sides-supported'),
    colourModes: texts('print-color-mode-supported'),
    hasColour: typeof colour === 'boolean' ? colour : null,
    copies: isRange(copies) ? copies.upper : 1,
    hasPageRanges: first('page-ranges-supported') === true,
    collates: texts('multiple-document-handling-supported').includes('separate-documents-collated-copies'),
    acceptsJobs: first('printer-is-accepting-jobs') !== false,
    troubles: troubles(given.get('printer-state-reasons') ?? []),
  };
}

function textsIn(values: readonly Value[]): readonly string[] {
  return values.flatMap((value) => (typeof value === 'string' ? [value] : []));
}

function isRange(value: Value): value is Range {
  return typeof value === 'object' && value !== null;
}

function unusable(printer: PrinterAddress, words: string) {
  const ofQueue = printer.queue === null ? [] : [queueHint(printer.queue, printer)];
  return error('print-printer', `The printer ${printerWords(printer)} ${words}.`, {
    hints: [...ofQueue, 'Nothing was sent to it.'],
  });
}

function queueHint(name: string, { host, port, socket }: PrinterAddress): string {
  const where = socket ?? `${host}:${port}`;
  return `"${name}" is looked for among the printers of this computer (CUPS, at ${where}; \`lpstat -e\` lists them). For another, write ipp://…`;
}

/** What a printer can do, in a line for people. */
export function abilityWords({ model, sides, hasColour, mediaReady, troubles: matter }: Abilities): string {
  const facts = [
    sides.includes('two-sided-long-edge') ? 'two-sided' : 'one-sided',
    ...(hasColour === null ? [] : [hasColour ? 'colour' : 'greyscale']),
    ...(mediaReady.length > 0 ? [`${listOf([...new Set(mediaReady.map(paperWords))])} loaded`] : []),
    ...matter,
  ];
  return `${model ?? 'printer'}: ${facts.join(', ')}`;
}

/** `A4`, `letter`; the name itself for what is rarer. */
export function paperWords(media: string): string {
  const [, name = media] = /^(?:iso|na|jis|om)_([a-z0-9-]+)_/.exec(media) ?? [];
  return /^[abc]\d+$/.test(name) ? name.toUpperCase() : oneLine(name);
}
