import { describe, expect, it } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import type { Block, Figure } from '../../src/document/tree.js';
import { composePrint } from '../../src/memo/compose.js';
import { compiledPack, editionOfParts } from './packs.js';

const template = '{{#if (risksOnMatrix risks)}}Numbered.{{/if}}\n\n::risk-matrix\n\n:::next-steps\nTable.\n:::';
const blocksOf = (change: Partial<Brief>, language = 'en'): readonly Block[] => {
  const print = composePrint(editionOfParts(change, language), compiledPack(template), { created: '' });
  if (!print.ok) throw new Error(JSON.stringify(print.diagnostics));
  return print.value.root.children;
};
const figureIn = (blocks: readonly Block[], kind: Figure['figure']['kind']) =>
  blocks.find((block): block is Figure => block.type === 'figure' && block.figure.kind === kind);

describe('risks', () => {
  const risk = (likelihood: 'likely' | 'unlikely', impact: 'high' | 'low') => ({ text: 'R.', likelihood, impact });
  const three = [risk('likely', 'high'), risk('unlikely', 'low'), risk('unlikely', 'high')];

  it('are drawn where three have both, and said by their numbers, the worst first', () => {
    const figure = figureIn(blocksOf({ risks: [...three, { text: 'No place.' }] }), 'risk-matrix');
    expect(figure?.alt).toBe('Risks. Impact: high – 1, 3. Impact: low – 2.');
    expect(figure?.figure).toMatchObject({
      risks: [
        { name: '1', low: 55, high: 75, impact: 'high' },
        { name: '2', low: 25, high: 35, impact: 'low' },
        { name: '3', impact: 'high' },
      ],
    });
    expect(JSON.stringify(blocksOf({ risks: three }))).toContain('Numbered.');
    expect(figureIn(blocksOf({ risks: three }, 'sv'), 'risk-matrix')?.alt).toContain('Risker.');
  });

  it('are not drawn where fewer have both', () => {
    const blocks = blocksOf({ risks: [...three.slice(1), { text: 'No place.' }] });
    expect(figureIn(blocks, 'risk-matrix')).toBeUndefined();
    expect(JSON.stringify(blocks)).not.toContain('Numbered.');
  });
});

describe('next steps', () => {
  const steps: NonNullable<Brief['nextSteps']> = [
    { action: 'Without a date', status: 'done' },
    { action: 'Second', owner: 'Desk', due: '2026-06-02' },
    { action: 'First.', due: '2026-05' },
  ];

  it('are drawn in order of time, and said in words', () => {
    const figure = figureIn(blocksOf({ nextSteps: steps }), 'steps');
    expect(figure?.alt).toBe(
      'Next steps. May 2026: First. open. 2 Jun 2026: Second. Desk, open. –: Without a date. done.',
    );
    expect(JSON.stringify(figure?.children)).toContain('Table.');
  });

  it('are the table where they are one, or seven, or lead elsewhere', () => {
    const seven = Array.from({ length: 7 }, (_, i) => ({ action: `Step ${i}` }));
    const linked = [...steps, { action: '[there](https://example.org)' }];
    for (const nextSteps of [steps.slice(0, 1), seven, linked]) {
      const blocks = blocksOf({ nextSteps });
      expect(figureIn(blocks, 'steps')).toBeUndefined();
      expect(JSON.stringify(blocks)).toContain('Table.');
    }
  });
});
