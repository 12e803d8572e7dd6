/** The same words in the formats of other tools. */
import { SHORT, sectionsOf } from './words.mjs';

const HEADS = ['Stakeholder', 'Role', 'Position', 'Influence', 'Interest'];
const capital = (word) => word[0].toUpperCase() + word.slice(1).replaceAll('-', ' ');

export function typstShort(mark = '') {
  const { title, summary, facts, stakeholders, quotes, questions, steps, source } = SHORT;
  return [
    `#set document(title: "${title}", author: "Desk")`,
    '#set page(paper: "a4", numbering: "1 / 1", header: align(right)[TLP:GREEN])',
    ...TYPST_TEXT,
    `= ${title}`,
    '*Read-ahead for the Human Rights Committee* · as of 4 September 2024 · TLP:GREEN',
    `== Bottom line\n${summary}`,
    '== Key facts',
    ...facts.map((text, i) => `+ ${text}${i === 0 ? `${mark}#footnote[${source}, 3 September 2024.]` : ''}`),
    '== Stakeholders',
    typstTable([HEADS, ...stakeholders.map((cells) => cells.map(capital))]),
    '== Quotes',
    ...quotes.map(([text, speaker]) => `#quote(block: true, attribution: [${speaker}])[${text}]`),
    '== Open questions',
    ...questions.map(([question, likelihood, owner]) => `- *${question}* ${capital(likelihood)}. Owner: ${owner}.`),
    '== Recommendation',
    ...steps.map((step) => `+ ${step}`),
  ].join('\n');
}

const TYPST_TEXT = ['#set text(lang: "en", size: 10.5pt)', '#set par(justify: true)'];

export function typstLong(count) {
  const sections = sectionsOf(count).flatMap(({ title, paragraphs, rows }) => [
    `== ${title}`,
    ...paragraphs.map((text) => `${text}\n`),
    typstTable(rows),
  ]);
  return ['#set page(paper: "a4", numbering: "1 / 1")', ...TYPST_TEXT, ...sections].join('\n');
}

function typstTable(rows) {
  return `#table(columns: ${rows[0].length},\n${rows.map((cells) => cells.map((cell) => `[${cell}]`).join(',')).join(',\n')})`;
}

/** Plain pdfmake: no structure, no proof, its own usual font. */
export function pdfmakeShort(mark = '') {
  const { title, summary, facts, stakeholders, quotes, questions, steps } = SHORT;
  const head = (text) => ({ text, bold: true, fontSize: 13, margin: [0, 8, 0, 4] });
  return [
    { text: title, bold: true, fontSize: 18 },
    'Read-ahead for the Human Rights Committee · as of 4 September 2024 · TLP:GREEN',
    head('Bottom line'),
    summary,
    head('Key facts'),
    { ol: facts.map((text, i) => (i === 0 ? text + mark : text)) },
    head('Stakeholders'),
    { table: { headerRows: 1, body: [HEADS, ...stakeholders.map((cells) => cells.map(capital))] } },
    head('Quotes'),
    ...quotes.flatMap(([text, speaker]) => [{ text, italics: true }, speaker]),
    head('Open questions'),
    { ul: questions.map(([question, likelihood, owner]) => `${question} ${capital(likelihood)}. Owner: ${owner}.`) },
    head('Recommendation'),
    { ol: steps },
  ];
}

export function pdfmakeLong(count) {
  return sectionsOf(count).flatMap(({ title, paragraphs, rows }) => [
    { text: title, fontSize: 15, bold: true },
    ...paragraphs.map((text) => ({ text, alignment: 'justify', margin: [0, 4, 0, 4] })),
    { table: { body: rows } },
  ]);
}

export function htmlShort() {
  const { title, summary, facts, stakeholders, quotes, questions, steps } = SHORT;
  const list = (tag, items) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
  const row = (cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>@page{size:A4;margin:2cm}body{font-size:10.5pt;text-align:justify}</style>
<h1>${title}</h1><p>Read-ahead for the Human Rights Committee · as of 4 September 2024 · TLP:GREEN</p>
<h2>Bottom line</h2><p>${summary}</p><h2>Key facts</h2>${list('ol', facts)}
<h2>Stakeholders</h2><table>${[HEADS, ...stakeholders.map((cells) => cells.map(capital))].map(row).join('')}</table>
<h2>Quotes</h2>${quotes.map(([text, speaker]) => `<blockquote>${text}<br>${speaker}</blockquote>`).join('')}
<h2>Open questions</h2>${list(
    'ul',
    questions.map(([question, likelihood, owner]) => `${question} ${capital(likelihood)}. Owner: ${owner}.`),
  )}
<h2>Recommendation</h2>${list('ol', steps)}</html>
`;
}

export function markdownShort() {
  const { title, summary, facts, stakeholders, quotes, questions, steps } = SHORT;
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return `---
title: "${title}"
lang: en
---

Read-ahead for the Human Rights Committee · as of 4 September 2024 · TLP:GREEN

## Bottom line

${summary}

## Key facts

${facts.map((text) => `1. ${text}`).join('\n')}

## Stakeholders

${[HEADS, HEADS.map(() => '---'), ...stakeholders.map((cells) => cells.map(capital))].map(row).join('\n')}

## Quotes

${quotes.map(([text, speaker]) => `> ${text}\n>\n> — ${speaker}`).join('\n\n')}

## Open questions

${questions.map(([question, likelihood, owner]) => `- **${question}** ${capital(likelihood)}. Owner: ${owner}.`).join('\n')}

## Recommendation

${steps.map((step) => `1. ${step}`).join('\n')}
`;
}
