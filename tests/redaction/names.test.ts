import { beforeEach, describe, expect, test } from 'vitest';
import { problemsOf, redactedFrom } from './specimen.js';

const brief = (fields: string) => `briefpress: 1
title: Talks
asOf: 2024-09-04
marking: { tlp: AMBER }
summary: The desk sums up the talks.
keyFacts:
  - { text: The talks began., tlp: GREEN, sources: [press] }
${fields}
sources:
  - { id: press, tlp: GREEN, type: article-newspaper, title: Report on the talks }
editions:
  - id: public
    maxTlp: GREEN
    overrides:
      title: Talks
      summary: There were talks.
      background: |
        Seen from afar: ![The villa](photos/house%20of%20Nightjar.jpg "A view"), twice ![it](<photos/house of Nightjar.jpg>).

        ![A chart][chart] and [the word](https://example.org/chart.png).

        [chart]: nightjar-chart.SVG
`;

describe('pictures', () => {
  let made = {} as ReturnType<typeof redactedFrom>;
  beforeEach(() => {
    made = redactedFrom(brief('background: Kept back.'));
  });

  test('have names that tell nothing, and the same one for the same picture', () => {
    expect(made.text).not.toMatch(/nightjar|photos/i);
    expect(made.text).toContain('![The villa](picture-1.jpg "A view"), twice ![it](picture-1.jpg)');
    expect(made.text).toContain('[chart]: picture-2.svg');
  });

  test('are found where they are', () => {
    expect([...(made.originals ?? [])]).toEqual([
      ['picture-1.jpg', 'photos/house of Nightjar.jpg'],
      ['picture-2.svg', 'nightjar-chart.SVG'],
    ]);
  });

  test('a link to a picture on the net stays', () => {
    expect(made.text).toContain('[the word](https://example.org/chart.png)');
  });
});

describe('the name of the documents', () => {
  const names = (id: string, fields: string) =>
    problemsOf(`id: ${id}\n${brief(fields)}`)
      .filter(({ code }) => code === 'edition-name')
      .map(({ severity, message, place }) => [severity, /the word "(.*?)"/.exec(message)?.[1], place?.line]);
  const person = 'stakeholders:\n  - { name: Agent Nightjar, kind: person }';

  test.each([
    ['visit-of-nightjar', person, [['warning', 'Nightjar', 1]]],
    [
      'agent-nightjar',
      person,
      [
        ['warning', 'Agent', 1],
        ['warning', 'Nightjar', 1],
      ],
    ],
    ['operation-heron', 'risks:\n  - { text: It leaks that operation Heron began. }', [['warning', 'Heron', 1]]],
    ['case-17b', 'risks:\n  - { text: The file 17B is lost. }', [['warning', '17B', 1]]],
  ])('%s: a name that is withheld is in it', (id, fields, expected) => {
    expect(names(id, fields)).toEqual(expected);
  });

  test.each([
    ['visit', person],
    ['talks', 'risks:\n  - { text: It leaks that the Talks began. }'],
    ['it-leaks', 'risks:\n  - { text: It leaks. It leaks. }'],
    ['heronry', 'risks:\n  - { text: It leaks that operation Heron began. }'],
  ])('%s: nothing withheld is in it', (id, fields) => {
    expect(names(id, fields)).toEqual([]);
  });
});
