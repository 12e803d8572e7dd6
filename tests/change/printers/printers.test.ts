import { expect, test } from 'vitest';
import type { Brief } from '../../../src/brief/brief.js';
import { compareBriefs } from '../../../src/change/compare.js';
import { printMarkdown } from '../../../src/change/printers/markdown.js';
import { printPretty } from '../../../src/change/printers/pretty.js';

const OLDER: Brief = {
  briefpress: 1,
  title: 'A visit',
  asOf: '2024-09-01',
  summary: 'One *thing*.',
  keyFacts: [
    { id: 'a', text: 'We will sign.', sources: ['s'] },
    { id: 'b', text: 'Marked later.', sources: ['s'] },
    { id: 'c', text: 'Gone_soon.', sources: ['s'] },
    { text: 'Without an id.', sources: ['s'] },
  ],
  judgements: [{ id: 'j', text: 'So.', likelihood: 'unlikely', confidence: 'low' }],
  openQuestions: [{ id: 'q', question: 'What now?' }],
  sources: [{ id: 's', type: 'webpage', title: 'A page' }],
};

const NEWER = {
  ...OLDER,
  edition: 2,
  asOf: '2024-09-04',
  summary: 'One *other* thing.',
  keyFacts: [
    { id: 'a', text: 'We will not sign.', sources: ['s', 't'] },
    { id: 'b', text: 'Marked later.', sources: ['s'], tlp: 'GREEN' },
    { text: 'Another without an id.', sources: ['s'] },
  ],
  judgements: [{ id: 'j', text: 'So.', likelihood: 'likely' }],
  openQuestions: [{ id: 'q', question: 'What now?', status: 'answered', answer: 'This.', answeredOn: '2024-09-04' }],
} as unknown as Brief;

const CHANGES = compareBriefs({ brief: OLDER }, { brief: NEWER }, 'en');
const PALETTE = {
  added: (text: string) => `<a>${text}</a>`,
  removed: (text: string) => `<r>${text}</r>`,
  strong: (text: string) => `<s>${text}</s>`,
  muted: (text: string) => `<m>${text}</m>`,
};

/** A text without what indents it here. */
function block(text: string): string {
  return text.replace(/^\n {4}|\n *$/g, '').replaceAll('\n    ', '\n');
}

test('the terminal shows every change with its sign', () => {
  expect(printPretty(CHANGES, PALETTE)).toBe(
    block(`
    <s>From edition 1 (as of 2024-09-01) to edition 2 (as of 2024-09-04)</s>
    Items: 1 added, 2 removed, 4 changed (1 answered). Fields of the brief changed: 2.
    <m>Items without an id are compared by their content: one that was changed counts as removed and added.</m>

    <s>The brief</s>
      asOf: was 2024-09-01, is now 2024-09-04
      summary: One *<r>[-thing-]</r><a>{+other+}</a>* <a>{+thing+}</a>.

    <s>Key facts</s>
    ~ changed: We will not sign. <m>[a]</m>
        text: We will <a>{+not+}</a> sign.
        sources: <a>+ added: t</a>
    <a>+ added: Another without an id.</a>
    <r>- removed: Gone_soon. <m>[c]</m></r>
    <r>- removed: Without an id.</r>
    ~ marking or id alone changed: b

    <s>Judgements</s>
    ~ changed: So. <m>[j]</m>
        likelihood: was unlikely, is now likely (up)
        confidence: was low, is no longer given

    <s>Open questions</s>
    ~ answered: What now? <m>[q]</m>
        status: was open, is now answered
        answer: <a>{+This.+}</a>
        answeredOn: is now 2024-09-04
    
  `),
  );
});

test('Markdown shows the same, and what is Markdown in a brief is shown as it is', () => {
  expect(printMarkdown(CHANGES)).toBe(
    block(`
    # From edition 1 to edition 2

    As of 2024-09-01, and as of 2024-09-04.

    Items: 1 added, 2 removed, 4 changed (1 answered). Fields of the brief changed: 2.

    Items without an id are compared by their content: one that was changed counts as removed and added.

    ## The brief

    - As of: was 2024-09-01, is now 2024-09-04
    - Summary: One \\*~~thing~~ **other**\\* **thing**.

    ## Key facts

    - **changed:** We will not sign. (\`a\`)
      - Text: We will **not** sign.
      - Sources: added **t**
    - **added:** Another without an id.
    - **removed:** Gone\\_soon. (\`c\`)
    - **removed:** Without an id.
    - marking or id alone changed: b

    ## Judgements

    - **changed:** So. (\`j\`)
      - Likelihood: was unlikely, is now likely (up)
      - Confidence: was low, is no longer given

    ## Open questions

    - **answered:** What now? (\`q\`)
      - Status: was open, is now answered
      - Answer: **This.**
      - Answered on: is now 2024-09-04
    
  `),
  );
});

test('nothing is said of two editions that say the same', () => {
  const same = compareBriefs({ brief: OLDER }, { brief: OLDER }, 'en');
  expect(printPretty(same, PALETTE)).toBe(
    'From edition 1 (as of 2024-09-01) to edition 1 (as of 2024-09-01)\nNothing has changed.\n',
  );
  expect(printMarkdown(same)).toContain('\n\nNothing has changed.\n');
});
