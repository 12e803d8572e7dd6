import type * as B from '../brief/brief.js';
import { calendarDate } from './dates.js';
import type { Clearance, Copy, Party, Side, Stakeholder } from './item-shapes.js';
import type { Passages } from './passages.js';
import { resolveCitations } from './sources.js';

/** An attendee may be given as a name only. */
export function resolveParty(person: B.Attendee, path: string, passages: Passages): Party {
  const given = typeof person === 'string' ? { name: person } : person;
  const label = (key: 'name' | 'role' | 'unit' | 'organisation' | 'email') =>
    passages.optional(given[key], typeof person === 'string' ? path : `${path}.${key}`, passages.plain);
  return {
    kind: 'party',
    name: label('name'),
    role: label('role'),
    unit: label('unit'),
    organisation: label('organisation'),
    email: label('email'),
  };
}

export function resolveParties(list: readonly B.Attendee[] | undefined, path: string, passages: Passages): Party[] {
  return passages.list(list, path, (each, place) => resolveParty(each, place, passages));
}

/** Attendees by the side they are for, in the order of the brief; those without one come first, under no name. */
export function resolveSides(list: readonly B.Attendee[] | undefined, path: string, passages: Passages): Side[] {
  const sides = new Map<string, { name: Side['name']; attendees: Party[] }>();
  passages.list(list, path, (each, place) => {
    const given = typeof each === 'string' ? undefined : each.side;
    const name = passages.optional(given, `${place}.side`, passages.plain);
    const key = name?.text.trim() ?? '';
    const side = sides.get(key) ?? { name, attendees: [] };
    side.attendees.push(resolveParty(each, place, passages));
    sides.set(key, side);
  });
  const [unnamed, named] = [
    [...sides.values()].filter((each) => each.name === null),
    [...sides.values()].filter((each) => each.name !== null),
  ];
  return [...unnamed, ...named];
}

export function resolveClearance(clearance: B.Clearance, path: string, i: number, passages: Passages): Clearance {
  return {
    number: i + 1,
    id: clearance.id ?? null,
    change: passages.changeOf(path),
    by: passages.plain(clearance.by, `${path}.by`),
    outcome: clearance.outcome,
    date: passages.optional(clearance.date, `${path}.date`, calendarDate),
    comment: passages.optional(clearance.comment, `${path}.comment`, passages.inline),
  };
}

export function resolveStakeholder(who: B.Stakeholder, path: string, i: number, passages: Passages): Stakeholder {
  return {
    number: i + 1,
    id: who.id ?? null,
    change: passages.changeOf(path),
    name: passages.plain(who.name, `${path}.name`),
    kind: who.kind ?? null,
    role: passages.optional(who.role, `${path}.role`, passages.plain),
    position: who.position ?? null,
    interests: passages.optional(who.interests, `${path}.interests`, passages.inline),
    influence: who.influence ?? null,
    interest: who.interest ?? null,
    ask: passages.optional(who.ask, `${path}.ask`, passages.inline),
    sources: resolveCitations(who.sources, `${path}.sources`, passages),
  };
}

export function resolveCopy(copy: B.DistributionCopy, path: string, i: number, passages: Passages): Copy {
  return {
    number: i + 1,
    id: copy.id ?? null,
    change: passages.changeOf(path),
    copy: copy.copy,
    name: passages.optional(copy.name, `${path}.name`, passages.plain),
    role: passages.optional(copy.role, `${path}.role`, passages.plain),
    organisation: passages.optional(copy.organisation, `${path}.organisation`, passages.plain),
    medium: copy.medium ?? null,
  };
}
