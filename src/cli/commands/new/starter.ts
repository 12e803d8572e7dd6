import type { BriefType } from '../../options.js';

export interface Starter {
  readonly type: BriefType;
  /** Plain text. */
  readonly title: string;
  /** YYYY-MM-DD: what the brief knows, it knows as of then. */
  readonly date: string;
  /** The schema's file, beside the brief. */
  readonly schema: string;
}

/** A brief to begin with: it has what its type needs, a comment for every part, and builds at once. */
export function starterBrief(starter: Starter): string {
  return [head(starter), NEEDED[starter.type](starter), facts(starter), MORE, sources(starter)].join('\n');
}

function head({ type, title, date, schema }: Starter): string {
  return `# yaml-language-server: $schema=./${schema}
# A brief for Briefpress: replace the examples, and delete what you do not need.
# See what is wrong with it: briefpress check. Make it: briefpress build.
briefpress: 1
type: ${type}
status: draft # then cleared, then issued (which needs issuedAt)
title: ${JSON.stringify(title)}
# The day up to which the brief is informed. Nothing later can be a fact in it.
asOf: ${date}
languages: [en] # the first is the main one; a text may be { en: …, sv: … }
# marking: { tlp: AMBER }
# from: { name: Ada Desk, unit: Eastern Europe, email: ada@example.org }
# to: [{ role: State Secretary }]

# The bottom line: what a reader who reads nothing else must know. At most 60 words.
summary: >-
  Say in two or three sentences what has happened, why it matters to us, and what follows.
`;
}

const NOTHING = () => '';

/** What a type needs beyond every brief. */
const NEEDED: Readonly<Record<BriefType, (starter: Starter) => string>> = {
  'information-memo': NOTHING,
  'briefing-note': NOTHING,
  'policy-brief': NOTHING,
  'two-pager': NOTHING,
  'action-memo': request,
  submission: request,
  'read-ahead': meeting,
  assessment: judgements,
};

function request({ date }: Starter): string {
  return `# What the reader is asked for: decide, agree, note or discuss. A decision needs two options or more.
request:
  kind: decide
  deadline: ${date}
  timingReason: Why it cannot wait.
  recommendation: That you choose the first option.
  options:
    - label: The option that we recommend
      recommended: true
      pros: [What speaks for it]
      cons: [What speaks against it]
    - label: The other option
      pros: [What speaks for it]
      cons: [What speaks against it]
`;
}

function meeting({ date }: Starter): string {
  return `# The meeting that this brief prepares for, and one to three objectives.
meeting:
  at: ${date}T10:00:00+00:00
  place: Where it is
  purpose: Why we meet.
  objectives:
    - What we want to come out with.
  attendees:
    - { name: Head of their delegation, role: Title, organisation: Organisation }

speakingPoints:
  - text: What we say first.
  - text: What we say only when they bring it up.
    use: if-raised

defensives:
  - question: Which question would we rather not be asked?
    line: What we answer.
`;
}

function judgements(_: Starter): string {
  return `# What we think, as distinct from what we know. Keep likelihood and confidence out of the same sentence.
judgements:
  - text: What we expect to happen.
    likelihood: likely # remote-chance, highly-unlikely, unlikely, realistic-possibility, likely, highly-likely …
    confidence: moderate # low, moderate, high
    basis: [first-fact]
    assumptions: [What must hold for this to be right]
    indicators: [What we would see first]
`;
}

function facts(_: Starter): string {
  return `# What we know. Every fact has a source; what has none is a judgement.
keyFacts:
  - id: first-fact
    text: State one fact, with who, what and when.
    sources: [first-source]
  # - text: Another fact, and the place in its source.
  #   sources: [{ source: first-source, locator: p. 3 }]
  #   status: disputed # or reported; established without it
`;
}

const MORE = `# What you leave out does not appear in the documents. Delete the # to use a part.
# stakeholders:
#   - name: Ministry of Justice
#     kind: state
#     position: supports # opposes, neutral, mixed, unknown
#     interests: What they want.
#     ask: What we want of them.
# quotes:
#   - speaker: Prime minister
#     text: The words as they were said.
#     source: first-source
# openQuestions:
#   - question: What do we not know?
#     why: Why it matters.
#     owner: Who finds out
# nextSteps:
#   - action: What is to be done.
#     owner: Who does it
#     due: 2030-01-31 # year-month-day
#     status: open # in-progress, blocked, done, dropped
# A section of your own, after a part of the brief (or after another section, by its id).
# sections:
#   - id: finance
#     title: What it costs
#     after: background
#     body: |
#       Text in Markdown.
# background: |
#   Long texts are Markdown, with **tables**, lists and citations [@first-source].
# The file of an annex is in the folder of this brief, or below it.
# annexes:
#   - title: The law
#     file: annexes/law.md
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
