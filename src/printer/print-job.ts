import { setTimeout as wait } from 'node:timers/promises';
import { ask, PrinterError, type TimeLimits } from './ipp-exchange.js';
import { type Answer, type Attribute, encodeRequest, OPERATIONS, type Value } from './ipp-message.js';
import type { PrintState } from './printed-copies.js';
import { greeting, isFine, messageOf } from './printer-abilities.js';
import type { PrinterAddress } from './printer-address.js';
import { listOf, oneLine, refusalWords, troubles } from './printer-state.js';

/** One document for a printer. */
export interface PrintJob {
  readonly printer: PrinterAddress;
  /** What the printer and its queue show of it. */
  readonly name: string;
  readonly user: string;
  readonly bytes: Uint8Array;
  readonly ticket: readonly Attribute[];
}

export interface PrintFate {
  readonly state: PrintState;
  /** In words that go after "the printer": `is out of paper`. */
  readonly answer: string;
  /** What was asked for and the printer leaves out. */
  readonly ignored: readonly string[];
}

export interface Watching {
  readonly limits: TimeLimits;
  /** Is told what a person has to do while the printer stands still. */
  tell(words: string): void;
}

/** RFC 8011, 5.3.7. */
const JOB = { stopped: 6, cancelled: 7, aborted: 8, completed: 9 };
/** RFC 8011, appendix B: `server-error-busy`, `server-error-temporary-error`. */
const BUSY = [0x0507, 0x0505];

/** Hands a document to a printer and waits until the paper is out, or until it is known that none comes. */
export async function printJob(job: PrintJob, watching: Watching): Promise<PrintFate> {
  const { printer, name, user, bytes, ticket } = job;
  const attributes = greeting(
    printer,
    ['requesting-user-name', 'name', user],
    ['job-name', 'name', name],
    ['document-format', 'mimeType', 'application/pdf'],
  );
  const groups = [
    { group: 'operation', attributes },
    { group: 'job', attributes: ticket },
  ] as const;
  const question = { head: encodeRequest(OPERATIONS.printJob, groups), document: bytes };
  try {
    const answer = await askUntilFree(() => ask(printer, question, watching.limits), watching);
    if (!isFine(answer)) return fate('refused', refusalWords(answer.status, messageOf(answer)));
    const id = answer.attributes('job').get('job-id')?.[0];
    const ignored = [...answer.attributes('unsupported').keys()].map(oneLine);
    if (typeof id !== 'number') return fate('unclear', 'has not said which job it made', ignored);
    return await watchJob({ printer, id, user, ignored }, watching);
  } catch (fault) {
    if (!(fault instanceof PrinterError)) throw fault;
    return fate(fault.isUnclear ? 'unclear' : 'not-sent', fault.message);
  }
}

function fate(state: PrintState, answer: string, ignored: readonly string[] = []): PrintFate {
  return { state, answer, ignored };
}

/** A small printer takes one job at a time, and says that it is busy meanwhile. */
async function askUntilFree(send: () => Promise<Answer>, { limits, tell }: Watching): Promise<Answer> {
  let isTold = false;
  for (let waited = 0; ; waited += limits.pause) {
    const answer = await send();
    if (!BUSY.includes(answer.status) || waited >= limits.busy) return answer;
    if (!isTold) tell('is busy with another job');
    isTold = true;
    await wait(limits.pause);
  }
}

interface RunningJob {
  readonly printer: PrinterAddress;
  readonly id: number;
  readonly user: string;
  readonly ignored: readonly string[];
}

async function watchJob(job: RunningJob, { limits, tell }: Watching): Promise<PrintFate> {
  const { id, ignored } = job;
  let matter: readonly string[] = [];
  for (let waited = 0; waited <= limits.job; waited += limits.pause) {
    const answer = await askOnce(job, limits);
    if (answer === null) return fate('unclear', `took job ${id}, and does not answer any more`, ignored);
    const about = answer.attributes('job');
    const state = about.get('job-state')?.[0];
    const reasons = about.get('job-state-reasons') ?? [];
    if (state === JOB.completed) return fate('printed', `printed it as job ${id}`, ignored);
    if (state === JOB.cancelled) return fate('cancelled', cancelWords(id, reasons), ignored);
    if (state === JOB.aborted)
      return fate('cancelled', abortWords(id, reasons, about.get('job-state-message')), ignored);
    if (!isFine(answer)) return fate('unclear', `took job ${id}, and does not know it any more`, ignored);
    const now = await troublesOf(job, limits);
    for (const words of now) if (!matter.includes(words)) tell(words);
    matter = now;
    await wait(limits.pause);
  }
  const why = matter.length > 0 ? `, but ${listOf(matter)}` : ', and has not printed it in time';
  return fate('unclear', `holds job ${id}${why}`, ignored);
}

/** Null where the printer does not answer, twice. */
async function askOnce({ printer, id, user }: RunningJob, limits: TimeLimits): Promise<Answer | null> {
  const attributes = greeting(
    printer,
    ['job-id', 'integer', id],
    ['requesting-user-name', 'name', user],
    ['requested-attributes', 'keyword', ['job-state', 'job-state-reasons', 'job-state-message']],
  );
  const head = encodeRequest(OPERATIONS.jobAttributes, [{ group: 'operation', attributes }]);
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      return await ask(printer, { head }, limits);
    } catch (fault) {
      if (!(fault instanceof PrinterError)) throw fault;
    }
  }
  return null;
}

async function troublesOf({ printer }: RunningJob, limits: TimeLimits): Promise<readonly string[]> {
  const attributes = greeting(printer, ['requested-attributes', 'keyword', 'printer-state-reasons']);
  const head = encodeRequest(OPERATIONS.printerAttributes, [{ group: 'operation', attributes }]);
  try {
    const answer = await ask(printer, { head }, limits);
    return troubles(answer.attributes('printer').get('printer-state-reasons') ?? []);
  } catch (fault) {
    if (!(fault instanceof PrinterError)) throw fault;
    return [];
  }
}

function cancelWords(id: number, reasons: readonly Value[]): string {
  if (reasons.includes('job-canceled-at-device')) return `cancelled job ${id}: somebody at the printer wanted it so`;
  if (reasons.includes('job-canceled-by-operator')) return `cancelled job ${id}: its operator wanted it so`;
  return `cancelled job ${id}: somebody wanted it so`;
}

function abortWords(id: number, reasons: readonly Value[], message: readonly Value[] = []): string {
  const [said] = message;
  const words = typeof said === 'string' && said !== '' ? ` (“${oneLine(said)}”)` : '';
  if (reasons.includes('document-format-error') || reasons.includes('unsupported-document-format'))
    return `gave up job ${id}: it cannot print this PDF${words}`;
  return `gave up job ${id}${words}`;
}
