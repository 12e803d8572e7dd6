import type { Outcome } from '../diagnostics/diagnostic.js';
import { type OpenedBrief, openText } from '../materials/open-brief.js';
import { decodeText } from '../syntax/decode.js';
import { formatOf } from '../syntax/format.js';
import { parseText } from '../syntax/parse.js';
import { hashOf } from './brief-folder.js';
import { mergeTexts } from './merge.js';
import { problemsOf } from './problems.js';
import type { Problem, RefusalReason } from './protocol.js';
import type { BriefText, EditAnswer, SaveAnswer, SaveRequest } from './protocol-editing.js';
import type { Session } from './session.js';

/** Why something cannot be done, for the page. */
export interface NotDone {
  readonly refused: RefusalReason;
  readonly message: string;
}

/** The texts of the briefs of a preview: as they are on the disk, as they are to be, and what is wrong with them. */
export class BriefTexts {
  constructor(private readonly session: Session) {}

  /** The text of a brief as it is on the disk now. */
  read(brief: string): BriefText | NotDone {
    const found = this.#onDisk(brief);
    if ('refused' in found) return found;
    const { text, hash } = found;
    return { brief, format: formatOf(brief), text, hash, data: dataIn(brief, text) };
  }

  /** Writes a text to the disk, with what has been changed there meanwhile. */
  save({ brief, base, text, answers }: SaveRequest): SaveAnswer | NotDone {
    if (!this.isKnown(brief)) return NO_BRIEF;
    const there = this.#onDisk(brief);
    const isGone = 'refused' in there && there.refused === 'gone';
    if ('refused' in there && !isGone) return there;
    // A brief that was deleted while somebody wrote it is written again.
    const disk = 'refused' in there ? null : there;
    const merged =
      disk === null ? { text } : mergeTexts({ base, mine: text, theirs: disk.text }, formatOf(brief), answers);
    if ('questions' in merged) return { outcome: 'conflict', questions: merged.questions };
    const content = new TextEncoder().encode(`${disk?.hasMark ? '\uFEFF' : ''}${merged.text}`);
    if (disk === null || merged.text !== disk.text) {
      const { workspace, briefs } = this.session;
      const written = workspace.write(briefs.file(brief), content);
      if (!written.ok) return notDone(written);
      void this.session.rebuild();
    }
    return { outcome: 'saved', text: merged.text, hash: hashOf(content), isMerged: merged.text !== text };
  }

  /** What a text says, and what is wrong with it by itself. */
  checked(brief: string, text: string, isDone: boolean, more: readonly Problem[] = []): EditAnswer {
    const { loaded, data, file } = this.opened(brief, text);
    const diagnostics = loaded.diagnostics.map((each) => this.session.settings.told(each));
    return { isDone, text, data, problems: [...more, ...problemsOf(diagnostics, file)] };
  }

  /** A text, saved or not, as the brief of this name. */
  opened(brief: string, text: string): OpenedBrief {
    const { workspace, settings, briefs } = this.session;
    const file = briefs.file(brief);
    const folder = workspace.resolve(file, '..');
    return openText(workspace, { text, file: workspace.name(file), folder, today: settings.today() });
  }

  /** On the list, or chosen and not there for the moment. */
  isKnown(brief: string): boolean {
    const { briefs, state } = this.session;
    return briefs.has(brief) || brief === state.chosen.brief;
  }

  #onDisk(brief: string): { text: string; hash: string; hasMark: boolean } | NotDone {
    if (!this.isKnown(brief)) return NO_BRIEF;
    const read = this.session.briefs.read(brief);
    if (!read.ok) {
      if (read.reason === 'missing') return NO_BRIEF;
      return { refused: 'failed', message: 'The file cannot be read, or leads out of its folder.' };
    }
    const { bytes } = read;
    const decoded = decodeText(bytes, brief);
    const isEmpty = decoded.diagnostics.some(({ code }) => code === 'syntax-empty');
    if (!decoded.ok && !isEmpty) return notDone(decoded);
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { text: decoded.ok ? decoded.value : new TextDecoder().decode(bytes), hash: hashOf(bytes), hasMark };
  }
}

const NO_BRIEF: NotDone = { refused: 'gone', message: 'There is no such brief, or it is not there any more.' };

function notDone({ diagnostics }: Outcome<unknown>): NotDone {
  return { refused: 'failed', message: diagnostics.map(({ message }) => message).join(' ') };
}

function dataIn(brief: string, text: string): unknown {
  const parsed = parseText(text, brief, formatOf(brief));
  return parsed.ok ? parsed.value.value : null;
}
