/** The words as briefs. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHORT, sectionsOf } from './words.mjs';

/** The report that the quotations stand in; what a brief quotes is looked up in it. */
const COPY = SHORT.quotes.map(([text]) => `${text}\n`).join('\n');
const SOURCES = [
  {
    id: 'press',
    type: 'article-newspaper',
    title: SHORT.source,
    issued: '2024-09-03',
    snapshot: { file: 'press.txt', sha256: createHash('sha256').update(COPY).digest('hex') },
  },
];

/** Every folder of briefs needs it. */
export function keepCopyIn(folder) {
  writeFileSync(join(folder, 'press.txt'), COPY);
}

/** The short brief; `mark` makes one that differs from all others. */
export function shortBrief(mark = '', changes = {}) {
  return {
    briefpress: 1,
    status: 'cleared',
    title: SHORT.title,
    asOf: '2024-09-04',
    marking: { tlp: 'GREEN' },
    from: { unit: 'Desk' },
    to: [{ unit: 'Human Rights Committee' }],
    summary: SHORT.summary,
    keyFacts: SHORT.facts.map((text, i) => ({ text: i === 0 ? text + mark : text, sources: ['press'] })),
    stakeholders: SHORT.stakeholders.map(([name, role, interests, influence, interest]) => ({
      name,
      role,
      interests,
      influence,
      interest,
    })),
    quotes: SHORT.quotes.map(([text, speaker]) => ({ text, speaker, source: 'press' })),
    openQuestions: SHORT.questions.map(([question, likelihood, owner]) => ({ question, likelihood, owner })),
    nextSteps: SHORT.steps.map((action) => ({ action })),
    sources: SOURCES,
    ...changes,
  };
}

/** A brief of little but what is asked for. */
export function plainBrief(changes) {
  return {
    briefpress: 1,
    status: 'cleared',
    title: SHORT.title,
    asOf: '2024-09-04',
    summary: SHORT.summary,
    keyFacts: [{ text: SHORT.facts[0], sources: ['press'] }],
    sources: SOURCES,
    ...changes,
  };
}

export function longBrief(count) {
  return plainBrief({
    sections: sectionsOf(count).map(({ title, paragraphs, rows }) => ({
      title,
      body: [...paragraphs, tableOf(['Who', 'Role', 'Stance'], rows)].join('\n\n'),
    })),
  });
}

export function tableOf(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** So many editions for other readers, each of which withholds the last section. Their names are not words of the page. */
export function briefWithEditions(count) {
  const brief = shortBrief();
  const marked = (items, tlp) => items.map((item) => ({ ...item, tlp }));
  const overrides = { title: SHORT.title, summary: SHORT.summary };
  const editions = Array.from({ length: count }, (_, i) => ({ id: `readers-${i + 1}`, maxTlp: 'GREEN', overrides }));
  return {
    ...brief,
    marking: { tlp: 'AMBER' },
    keyFacts: marked(brief.keyFacts, 'GREEN'),
    stakeholders: marked(brief.stakeholders, 'GREEN'),
    quotes: marked(brief.quotes, 'GREEN'),
    openQuestions: marked(brief.openQuestions, 'GREEN'),
    nextSteps: marked(brief.nextSteps, 'AMBER'),
    sources: marked(brief.sources, 'GREEN'),
    ...(count > 0 && { editions }),
  };
}

/** In languages that are set with the same fonts: every text in each of them. */
export function briefInLanguages(languages) {
  const inAll = (text) => Object.fromEntries(languages.map((language) => [language, text]));
  const brief = shortBrief();
  return {
    ...brief,
    languages,
    title: inAll(brief.title),
    summary: inAll(brief.summary),
    keyFacts: brief.keyFacts.map((each) => ({ ...each, text: inAll(each.text) })),
    stakeholders: brief.stakeholders.map((each) => ({ ...each, interests: inAll(each.interests) })),
    quotes: brief.quotes.map((each) => ({ ...each, lang: languages[0] })),
    openQuestions: brief.openQuestions.map((each) => ({ ...each, question: inAll(each.question) })),
    nextSteps: brief.nextSteps.map((each) => ({ ...each, action: inAll(each.action) })),
  };
}
