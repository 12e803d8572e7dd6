/** The text that is being written: read from the server, changed, checked, and saved, one after the other. */
import type { State } from '../preview/protocol.js';
import type {
  BriefText,
  EditAnswer,
  EditRequest,
  FieldChange,
  SaveAnswer,
  SaveRequest,
} from '../preview/protocol-editing.js';
import { addressOf, get, Refused, send } from './address.js';
import { type Draft, isDirty, page, say } from './model.js';
import { sayFault, sayProblem } from './saying.js';
import { words } from './words/words.js';

const CHECK_AFTER = 200;
const SAVE_AFTER = 700;

let queue: Promise<unknown> = Promise.resolve();
let checking: ReturnType<typeof setTimeout> | undefined;
let saving: ReturnType<typeof setTimeout> | undefined;

/** Nothing is sent before what came earlier was answered, so that each works on the text that the other made. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = queue.then(work);
  queue = done.catch(() => {});
  return done;
}

/** What the server says of the brief; its text is read anew where the person has not changed it. */
export function takeState(server: State): void {
  const { draft } = page.value;
  page.set({ server });
  const brief = server.chosen.brief;
  if (brief === null || server.hash === null) return;
  if (draft?.brief !== brief || (draft.hash !== server.hash && !isDirty(draft))) void inTurn(() => readText(brief));
}

async function readText(brief: string): Promise<void> {
  const { draft } = page.value;
  if (draft?.brief === brief && isDirty(draft)) return;
  try {
    const { format, text, hash, data } = await get<BriefText>(
      `${addressOf('text')}?brief=${encodeURIComponent(brief)}`,
    );
    const now = page.value.draft;
    // Written while it was read.
    if (now?.brief === brief && isDirty(now)) return;
    const isReadable = data !== null;
    const kept = isReadable ? data : now?.brief === brief ? now.data : null;
    page.set({ draft: { brief, format, base: text, hash, text, data: kept, isReadable, problems: null } });
  } catch (error) {
    if (!(error instanceof Refused && error.status === 404)) failed(error);
  }
}

/** The person has written in the text. */
export function write(text: string): void {
  const { draft } = page.value;
  if (draft === null || draft.text === text) return;
  page.set({ draft: { ...draft, text } });
  clearTimeout(checking);
  checking = setTimeout(() => void inTurn(() => editWith([])), CHECK_AFTER);
  saveSoon();
}

/** Changes fields of the brief in its text; says whether that was possible. */
export function change(...changes: readonly FieldChange[]): Promise<boolean> {
  return inTurn(async () => {
    const isDone = await editWith(changes);
    if (isDone) saveSoon();
    return isDone;
  });
}

/** Another way to change the text: the server gives it back changed. */
export function changeBy(ask: (draft: Draft) => Promise<EditAnswer>): Promise<EditAnswer | null> {
  return inTurn(async () => {
    const answer = await edited(ask);
    if (answer?.isDone) saveSoon();
    return answer;
  });
}

async function editWith(changes: readonly FieldChange[]): Promise<boolean> {
  const answer = await edited(({ brief, text }) =>
    send<EditAnswer>('POST', addressOf('edit'), { brief, text, changes } satisfies EditRequest),
  );
  if (answer === null) return false;
  if (!answer.isDone && changes.length > 0) sayWhyNot(answer);
  return answer.isDone;
}

async function edited(ask: (draft: Draft) => Promise<EditAnswer>): Promise<EditAnswer | null> {
  const { draft } = page.value;
  if (draft === null) return null;
  try {
    const answer = await ask(draft);
    const now = page.value.draft;
    if (now?.brief !== draft.brief) return null;
    // Written on while it was checked: the next check is of that.
    if (now.text !== draft.text) return answer;
    const isReadable = answer.data !== null;
    page.set({
      draft: {
        ...now,
        text: answer.text,
        data: isReadable ? answer.data : now.data,
        isReadable,
        problems: answer.isDone ? answer.problems : now.problems,
      },
    });
    return answer;
  } catch (error) {
    failed(error);
    return null;
  }
}

/** Why a change was not made. */
export function sayWhyNot({ problems: [problem] }: EditAnswer): void {
  if (problem === undefined) say(words().cannotEdit, true);
  else sayProblem(problem);
}

function saveSoon(): void {
  clearTimeout(saving);
  if (page.value.isAutomatic && page.value.questions === null) saving = setTimeout(() => void save(), SAVE_AFTER);
}

/** Writes the text to the disk; what was changed there meanwhile is kept, or asked about. */
export function save(answers?: Readonly<Record<string, 'mine' | 'theirs'>>): Promise<void> {
  clearTimeout(saving);
  return inTurn(async () => {
    const { draft } = page.value;
    if (draft === null || !isDirty(draft)) return;
    page.set({ saving: 'saving' });
    try {
      const { brief, base, text } = draft;
      const answer = await send<SaveAnswer>('PUT', addressOf('save'), {
        brief,
        base,
        text,
        ...(answers && { answers }),
      } satisfies SaveRequest);
      if (answer.outcome === 'conflict') page.set({ saving: 'idle', questions: answer.questions });
      else saved(draft, answer);
    } catch (error) {
      page.set({ saving: 'failed' });
      failed(error);
    }
  });
}

function saved(sent: Draft, answer: Extract<SaveAnswer, { outcome: 'saved' }>): void {
  const now = page.value.draft;
  page.set({ saving: 'idle', questions: null });
  if (now?.brief !== sent.brief) return;
  if (now.text !== sent.text) {
    // Written on meanwhile: the next save brings both together.
    page.set({ draft: { ...now, base: answer.isMerged ? sent.text : answer.text, hash: null } });
    saveSoon();
    return;
  }
  page.set({ draft: { ...now, base: answer.text, hash: answer.hash, text: answer.text } });
  if (!answer.isMerged) return;
  say(words().merged);
  void inTurn(() => editWith([]));
}

function failed(error: unknown): void {
  if (error instanceof Refused || page.value.connection === 'live') sayFault(error);
}

/** Leaves what was written and takes what is on the disk. */
export async function discard(): Promise<void> {
  const { draft } = page.value;
  if (draft === null) return;
  clearTimeout(saving);
  page.set({ draft: { ...draft, text: draft.base, hash: null }, questions: null });
  await inTurn(() => readText(draft.brief));
}

/** Saves by itself from now on, or only when asked. */
export function setAutomatic(isAutomatic: boolean): void {
  page.set({ isAutomatic });
  if (isAutomatic) void save();
}
