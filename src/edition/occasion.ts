import type * as B from '../brief/brief.js';
import { endOf } from '../brief/sense/calendar.js';
import { calendarDate } from './dates.js';
import type {
  Annex,
  Defensive,
  GlossaryEntry,
  Meeting,
  NextStep,
  Option,
  Request,
  Section,
  SpeakingPoint,
} from './item-shapes.js';
import type { Passages } from './passages.js';
import { resolveParties, resolveSides } from './people.js';

export function resolveRequest(request: B.BriefRequest, path: string, passages: Passages): Request {
  return {
    kind: request.kind,
    deadline: passages.optional(request.deadline, `${path}.deadline`, calendarDate),
    timingReason: passages.optional(request.timingReason, `${path}.timingReason`, passages.inline),
    recommendation: passages.optional(request.recommendation, `${path}.recommendation`, passages.inline),
    options: passages.list(
      request.options,
      `${path}.options`,
      (option, place, i): Option => ({
        number: i + 1,
        id: option.id ?? null,
        change: passages.changeOf(path),
        label: passages.inline(option.label, `${place}.label`),
        pros: passages.list(option.pros, `${place}.pros`, passages.inline),
        cons: passages.list(option.cons, `${place}.cons`, passages.inline),
        recommended: option.recommended ?? false,
      }),
    ),
  };
}

export function resolveMeeting(meeting: B.Meeting, path: string, passages: Passages): Meeting {
  return {
    at: calendarDate(meeting.at),
    until: passages.optional(meeting.until, `${path}.until`, (until) => calendarDate(endOf(until, meeting.at))),
    timeZone: meeting.timeZone ?? null,
    place: passages.optional(meeting.place, `${path}.place`, passages.plain),
    purpose: passages.inline(meeting.purpose, `${path}.purpose`),
    objectives: passages.list(meeting.objectives, `${path}.objectives`, passages.inline),
    attendees: resolveParties(meeting.attendees, `${path}.attendees`, passages),
    sides: resolveSides(meeting.attendees, `${path}.attendees`, passages),
    choreography: passages.optional(meeting.choreography, `${path}.choreography`, passages.block),
    media: passages.optional(meeting.media, `${path}.media`, passages.block),
  };
}

export function resolveSpeakingPoint(
  point: B.SpeakingPoint,
  path: string,
  i: number,
  passages: Passages,
): SpeakingPoint {
  return {
    number: i + 1,
    id: point.id ?? null,
    change: passages.changeOf(path),
    text: passages.inline(point.text, `${path}.text`),
    use: point.use ?? 'raise',
    note: passages.optional(point.note, `${path}.note`, passages.block),
  };
}

export function resolveDefensive(defensive: B.Defensive, path: string, i: number, passages: Passages): Defensive {
  return {
    number: i + 1,
    id: defensive.id ?? null,
    change: passages.changeOf(path),
    question: passages.inline(defensive.question, `${path}.question`),
    line: passages.inline(defensive.line, `${path}.line`),
  };
}

export function resolveTerm(entry: B.GlossaryTerm, path: string, i: number, passages: Passages): GlossaryEntry {
  return {
    number: i + 1,
    id: entry.id ?? null,
    change: passages.changeOf(path),
    term: passages.plain(entry.term, `${path}.term`),
    meaning: passages.inline(entry.meaning, `${path}.meaning`),
  };
}

export function resolveNextStep(step: B.NextStep, path: string, i: number, passages: Passages): NextStep {
  return {
    number: i + 1,
    id: step.id ?? null,
    change: passages.changeOf(path),
    action: passages.inline(step.action, `${path}.action`),
    owner: passages.optional(step.owner, `${path}.owner`, passages.plain),
    due: passages.optional(step.due, `${path}.due`, calendarDate),
    status: step.status ?? 'open',
  };
}

export function resolveSection(section: B.Section, path: string, i: number, passages: Passages): Section {
  return {
    number: i + 1,
    id: section.id ?? null,
    change: passages.changeOf(path),
    title: passages.inline(section.title, `${path}.title`),
    body: passages.block(section.body, `${path}.body`),
    after: section.after ?? null,
  };
}

interface AnnexSetting {
  readonly passages: Passages;
  /** The text of the annexes that are files, by index in `annexes`. */
  readonly bodies: ReadonlyMap<number, string>;
}

/** An annex file was read with the brief; its text is in the main language, like any text given as one string. */
export function resolveAnnex(annex: B.Annex, path: string, i: number, { passages, bodies }: AnnexSetting): Annex {
  const title = passages.inline(annex.title, `${path}.title`);
  const body =
    annex.body === undefined
      ? passages.block(bodies.get(i) ?? '', `${path}.file`)
      : passages.block(annex.body, `${path}.body`);
  return { number: i + 1, id: annex.id ?? null, change: passages.changeOf(path), letter: letterOf(i), title, body };
}

/** A, B, … Z, AA, AB, … */
function letterOf(index: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
