import type { BriefType } from '../../options.js';
import { BODY_PARTS, type BodyPart, commentedPart, HEAD_PARTS, livePart } from './parts.js';

export interface Starter {
  readonly type: BriefType;
  /** Plain text. */
  readonly title: string;
  /** YYYY-MM-DD: what the brief knows, it knows as of then. */
  readonly date: string;
  /** The schema's file, beside the brief. */
  readonly schema: string;
}

/** What a type is for, and the parts that are filled in for it: those it needs, and those it is known by. */
const KINDS: Readonly<Record<BriefType, { readonly about: string; readonly parts: readonly BodyPart[] }>> = {
  'information-memo': { about: 'Tells what has happened, and asks for nothing.', parts: ['background'] },
  'briefing-note': {
    about: 'Tells what has happened, and what to say about it.',
    parts: ['background', 'speakingPoints'],
  },
  'policy-brief': { about: 'Sets out a matter and what it means.', parts: ['background', 'analysis', 'risks'] },
  'two-pager': { about: 'Two pages, facts and timeline side by side.', parts: ['timeline', 'background', 'layout'] },
  'action-memo': { about: 'Asks for something, and says what follows.', parts: ['request', 'nextSteps'] },
  submission: {
    about: 'Asks for a decision; who was asked has answered.',
    parts: ['request', 'background', 'clearances'],
  },
  'read-ahead': { about: 'Prepares for a meeting.', parts: ['meeting', 'speakingPoints', 'defensives'] },
  assessment: {
    about: 'Says what we think will happen, and how likely it is.',
    parts: ['judgements', 'openQuestions'],
  },
};

/** A brief to begin with: it has what its type needs, a comment for every part of the format, and builds at once. */
export function starterBrief(starter: Starter): string {
  const { type, date } = starter;
  const { parts } = KINDS[type];
  const others = Object.entries(BODY_PARTS).filter(([name]) => !parts.some((part) => part === name));
  return [
    head(starter),
    ...parts.map((part) => livePart(part, date)),
    FACTS,
    `# ---
# What you leave out does not appear in the documents. Delete the # before the lines of a part to use it.
# \`briefpress schema\` with the name of a part says more: briefpress schema timeline
`,
    ...others.map(([, part]) => commentedPart(part, date)),
    sources(starter),
  ].join('\n');
}

function head({ type, title, date, schema }: Starter): string {
  return `# yaml-language-server: $schema=./${schema}
# A brief for Briefpress: replace the examples, and delete what you do not need.
# See what is wrong with it: briefpress check. Make it: briefpress build.
briefpress: 1
type: ${type} # ${KINDS[type].about}
status: draft # then cleared, then issued (which needs issuedAt)
title: ${JSON.stringify(title)}
# The day up to which the brief is informed. Nothing later can be a fact in it.
asOf: ${date}
languages: [en] # the first is the main one; a text may be { en: …, sv: … }
${Object.values(HEAD_PARTS)
  .map((part) => commentedPart(part, date))
  .join('')}
# The bottom line: what a reader who reads nothing else must know. At most 60 words.
summary: >-
  Say in two or three sentences what has happened, why it matters to us, and what follows.
`;
}

const FACTS = `# What we know. Every fact has a source; what has none is a judgement.
keyFacts:
  - id: first-fact
    text: State one fact, with who, what and when.
    sources: [first-source]
  # - text: Another fact, and the place in its source.
  #   sources: [{ source: first-source, locator: p. 3 }]
  #   status: disputed # or reported; established without it
`;

function sources({ date }: Starter): string {
  return `# Where it comes from. The fields are those of CSL-JSON, which reference managers export.
sources:
  - id: first-source
    type: article-newspaper # report, webpage, legislation, treaty, book, interview …
    title: Title of the first source
    container-title: Name of the newspaper
    issued: ${date}
    # URL: https://example.org/article
`;
}
