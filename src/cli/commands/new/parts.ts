/** The parts of a brief as a beginner finds them in a new file: what each is for, and an example to write over. */

/** Writes a part; `date` is that of the brief. The lines of YAML follow the lines that say what the part is for. */
type Part = (date: string) => { readonly about?: string; readonly yaml: string };

/** In the order in which they are offered. Sources come last in the file, and are always there. */
export const HEAD_PARTS = {
  id: () => ({ about: 'Names the documents; the name of this file without it.', yaml: 'id: visit' }),
  subtitle: () => ({ yaml: 'subtitle: A second line under the title' }),
  reference: () => ({ about: 'Registry or file number.', yaml: 'reference: MFA/2030/0117' }),
  edition: () => ({
    about: 'A later edition says which one it takes the place of, and prints what has changed since.',
    yaml: 'edition: 2',
  }),
  supersedes: () => ({ yaml: 'supersedes: { edition: 1 } # file: its brief file, for the list of changes' }),
  issuedAt: (date) => ({
    about: 'The day of issue, and the day by which it has to be looked at again.',
    yaml: `issuedAt: ${date}`,
  }),
  reviewBy: () => ({ yaml: 'reviewBy: 2030-12-31' }),
  likelihoodScale: () => ({ about: 'The scale of likelihood: phia without it.', yaml: 'likelihoodScale: icd203' }),
  citationStyle: () => ({
    about: 'How sources are cited: notes without it.',
    yaml: 'citationStyle: author-date # or numeric',
  }),
  marking: () => ({
    about: 'Who may read it: CLEAR, GREEN, AMBER, AMBER+STRICT or RED, on every page.',
    yaml: 'marking: { tlp: AMBER }',
  }),
  from: () => ({ yaml: 'from: { name: Ada Desk, unit: Eastern Europe, email: ada@example.org }' }),
  to: () => ({ yaml: 'to: [{ role: State Secretary }]' }),
  cc: () => ({ yaml: 'cc: [{ unit: Registry }]' }),
} as const satisfies Readonly<Record<string, Part>>;

export const BODY_PARTS = {
  request: () => ({
    about: 'What the reader is asked for: decide, agree, note or discuss. A decision needs two options or more.',
    yaml: `request:
  kind: decide
  deadline: 2030-01-31 # year-month-day
  timingReason: Why it cannot wait.
  recommendation: That you choose the first option.
  options:
    - label: The option that we recommend
      recommended: true
      pros: [What speaks for it]
      cons: [What speaks against it]
    - label: The other option
      pros: [What speaks for it]
      cons: [What speaks against it]`,
  }),
  meeting: (date) => ({
    about: 'The meeting that this brief prepares for, and one to three objectives.',
    yaml: `meeting:
  at: ${date}T10:00:00+00:00
  place: Where it is
  purpose: Why we meet.
  objectives:
    - What we want to come out with.
  attendees:
    - { name: Head of their delegation, role: Title, organisation: Organisation }`,
  }),
  judgements: () => ({
    about: 'What we think, as distinct from what we know. Keep likelihood and confidence out of the same sentence.',
    yaml: `judgements:
  - text: What we expect to happen.
    likelihood: likely # unlikely, almost-certain and more: briefpress schema judgements.likelihood
    confidence: moderate # low, moderate, high
    basis: [first-fact]
    assumptions: [What must hold for this to be right]
    indicators: [What we would see first]`,
  }),
  stakeholders: () => ({
    about: 'Who has a part in the matter. With influence and interest they stand on a grid.',
    yaml: `stakeholders:
  - name: Ministry of Justice
    kind: state
    position: supports # opposes, neutral, mixed, unknown
    interests: What they want.
    ask: What we want of them.`,
  }),
  quotes: () => ({
    about: 'Words exactly as they were said; briefpress quote takes them from a kept copy.',
    yaml: `quotes:
  - speaker: Prime minister
    text: The words as they were said.
    source: first-source`,
  }),
  openQuestions: () => ({
    about: 'What we do not know and want to.',
    yaml: `openQuestions:
  - question: What do we not know?
    why: Why it matters.
    owner: Who finds out`,
  }),
  timeline: (date) => ({
    about: 'What happened, in order; what lasts has from and to in place of date.',
    yaml: `timeline:
  - date: ${date}
    event: What happened.
    sources: [first-source]`,
  }),
  background: () => ({
    about: 'Long texts are Markdown: paragraphs, tables, lists.',
    yaml: `background: |
  How it came to this [@first-source].`,
  }),
  analysis: () => ({
    yaml: `analysis: |
  What it means, and **why**:

  - a first reason
  - a second one`,
  }),
  figures: () => ({
    about:
      'A chart of your own numbers: :::chart{#visits} on a line of the analysis, and ::: below it, print it there.',
    yaml: `figures:
  - id: visits
    kind: columns # line, bars, shares, positions, criteria, lights
    title: What it shows
    columns: [Year, Visits]
    rows:
      - [2029, 3]
      - [2030, 4]
    sources: [first-source]`,
  }),
  risks: () => ({
    about: 'What may go wrong.',
    yaml: `risks:
  - text: What may go wrong.
    likelihood: unlikely
    impact: high # low, medium, high
    mitigation: What can be done about it.`,
  }),
  speakingPoints: () => ({
    about: 'What to say.',
    yaml: `speakingPoints:
  - text: What we say first.
  - text: What we say only when they bring it up.
    use: if-raised`,
  }),
  defensives: () => ({
    about: 'What may be asked, and what we answer.',
    yaml: `defensives:
  - question: Which question would we rather not be asked?
    line: What we answer.`,
  }),
  nextSteps: () => ({
    about: 'What is to be done, by whom and by when.',
    yaml: `nextSteps:
  - action: What is to be done.
    owner: Who does it
    due: 2030-01-31 # year-month-day
    status: open # in-progress, blocked, done, dropped`,
  }),
  sections: () => ({
    about: 'A section of your own, after a part of the brief (or after another section, by its id).',
    yaml: `sections:
  - id: finance
    title: What it costs
    after: summary
    body: |
      Text in Markdown.`,
  }),
  clearances: () => ({
    about: 'Which offices were asked, and what they answered.',
    yaml: `clearances:
  - by: Legal service
    outcome: pending # concur, concur-with-comment, nonconcur`,
  }),
  glossary: () => ({
    about: 'Words and their meanings.',
    yaml: `glossary:
  - term: ICC
    meaning: International Criminal Court`,
  }),
  annexes: () => ({
    about: 'The file of an annex is in the folder of this brief, or below it.',
    yaml: `annexes:
  - title: The law
    file: annexes/law.md`,
  }),
  editions: () => ({
    about: 'The same brief for other readers: items above maxTlp are withheld from it.',
    yaml: `editions:
  - id: partners
    maxTlp: AMBER # GREEN withholds all that is not marked GREEN or CLEAR
    overrides:
      summary: What partners read as the summary.
      background: null # leaves it out`,
  }),
  distribution: () => ({
    about: 'Numbered copies and who holds them: briefpress copies makes a PDF for each.',
    yaml: `distribution:
  - copy: 1
    role: Private office
    medium: print
  - copy: 2
    role: Embassy
    medium: email
    email: embassy@example.org # stays out of the documents`,
  }),
  layout: () => ({
    about: 'How it is printed: paper, the most pages it may have, template and theme.',
    yaml: 'layout: { paper: A4, maxPages: 2 } # or LETTER',
  }),
} as const satisfies Readonly<Record<string, Part>>;

export type BodyPart = keyof typeof BODY_PARTS;

/** A part to write over. */
export function livePart(name: BodyPart, date: string): string {
  const { about, yaml } = asPart(BODY_PARTS[name])(date);
  return `${about === undefined ? '' : `# ${about}\n`}${yaml}\n`;
}

/** A part behind `#`, which is not in the documents until the `#` is taken away. */
export function commentedPart(part: Part, date: string): string {
  const { about, yaml } = part(date);
  return `${about === undefined ? '' : `# ${about}\n`}${yaml.replace(/^/gm, '# ').replace(/^# $/gm, '#')}\n`;
}

function asPart(part: Part): Part {
  return part;
}
