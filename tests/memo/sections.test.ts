import { describe, expect, it } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import type { PrintDocument } from '../../src/document/document.js';
import { plainText } from '../../src/document/walk.js';
import { composeMemo, composePrint } from '../../src/memo/compose.js';
import type { TemplatePack } from '../../src/memo/pack.js';
import { compiledPack, edition, ownPack, PACKS, pack, placed } from './packs.js';

type Sections = NonNullable<Brief['sections']>;

function printed(change: Partial<Brief>, by: TemplatePack): PrintDocument['root'] {
  const outcome = composePrint(edition(change), by, { created: '' });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value.root;
}

/** The headings below the title, in order. */
function headings(change: Partial<Brief>, by: TemplatePack = pack('policy-memo')): string[] {
  const { children } = printed(change, by);
  return children.flatMap((node) => (node.type === 'heading' && node.depth === 2 ? [plainText([node])] : []));
}

function memo(change: Partial<Brief>, name = 'policy-memo'): string {
  const outcome = composeMemo(edition(change), pack(name));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

const section = (id: string, after?: string) => ({
  id,
  title: `The ${id}`,
  body: `Text of ${id}.`,
  ...(after && { after }),
});

describe("the brief's own sections", () => {
  it.each(PACKS)('are printed once each, on the page and in the memo of %s', (name) => {
    const sections: Sections = [
      section('one', 'keyFacts'),
      section('two', 'one'),
      section('three', 'glossary'),
      section('four'),
      section('five', 'summary'),
    ];
    const texts = [plainText(printed({ sections }, pack(name)).children), memo({ sections }, name)];
    for (const text of texts) {
      for (const { id } of sections) expect(text.split(`Text of ${id}.`)).toHaveLength(2);
    }
    const found = headings({ sections }, pack(name));
    expect(found.indexOf('The two')).toBe(found.indexOf('The one') + 1);
    expect(found.indexOf('The one')).toBeGreaterThan(0);
    expect(found[found.indexOf('The three') - 1]).toBe('Glossary');
    expect(found[found.indexOf('The four') + 1]).toMatch(/Next steps|Decision/);
    expect(found[0]).toBe('The five');
  });

  it('stand after the part that they name, several in their order', () => {
    const found = headings({
      sections: [section('one', 'analysis'), section('two', 'one'), section('three', 'analysis')],
    });
    const at = found.indexOf('Analysis');
    expect(found.slice(at, at + 4)).toEqual(['Analysis', 'The one', 'The two', 'The three']);
  });

  it('stand after what belongs to a part, such as its scale', () => {
    const found = headings({ sections: [section('one', 'judgements')] }, pack('assessment'));
    expect(found.indexOf('The one')).toBe(found.indexOf('Key judgements') + 1);
    expect(memo({ sections: [section('one', 'judgements')] }, 'assessment')).toMatch(/\| What we write[^#]+## The one/);
  });

  it('are not moved by an edition that lacks the part or by a circle', () => {
    const sections = [section('one', 'risks'), section('two', 'three'), section('three', 'two')];
    const found = headings({ sections, risks: [] });
    expect(found.filter((each) => /^The (?:one|two|three)$/.test(each))).toEqual(['The one', 'The two', 'The three']);
  });

  it('stand before a new page that an annex opens', () => {
    const { children } = printed(
      { sections: [section('one', 'glossary')] },
      compiledPack('{{> glossary}}\n{{> annexes}}'),
    );
    const at = children.findIndex((node) => node.type === 'directive' && node.name === 'page-break');
    expect(plainText(children.slice(0, at))).toContain('Text of one.');
  });

  it('keep tables, lists, headings and notes, with headings below their own', () => {
    const body = 'A note.[^1]\n\n# Next year\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: The note.';
    const text = memo({ sections: [{ title: 'The *costs*', body }] });
    expect(text).toContain('## The _costs_\n');
    expect(text).toContain('### Next year\n');
    expect(text).toContain('| 1');
    expect(text).toContain('A note. ([c](#notes))\n');
    expect(text).toContain('\n**c.** The note.\n');
  });

  it('can be linked to by their id', () => {
    const node = printed({ sections: [section('one')] }, pack('policy-memo')).children.find(
      (each) => each.type === 'heading' && plainText([each]) === 'The one',
    );
    expect(node).toMatchObject({ id: 'one' });
  });

  it('cannot become structure by their title', () => {
    const text = memo({ sections: [{ title: 'A | B # {{title}}', body: 'Text.' }] });
    expect(text).toContain('## A | B # {{title}}');
  });
});

describe('{{section}}', () => {
  it('prints a section where a template asks for it, and not again', () => {
    const own = compiledPack('{{section "two"}}\n\n{{> key-facts}}\n\n{{section "none"}}\n');
    const sections = [section('one', 'keyFacts'), section('two', 'keyFacts'), section('three', 'two')];
    expect(headings({ sections }, own)).toEqual(['The two', 'The three', 'Key facts', 'The one']);
  });

  it.each([
    ['{{section "keyFacts"}}', 'template-unknown-field'],
    ['{{section "Finance Section"}}', 'template-unknown-field'],
    ['{{section title}}', 'template-syntax'],
    ['{{section}}', 'template-syntax'],
    ['{{section "a" "b"}}', 'template-syntax'],
  ])('%s is wrong', (text, code) => {
    expect(ownPack(text).diagnostics.map(placed)).toEqual([expect.stringContaining(code)]);
  });
});

describe('next steps', () => {
  it.each(PACKS)('are a table in %s', (name) => {
    const text = memo({}, name);
    expect(text).toMatch(/\| Send the draft\. +\| Legal service +\| 5 Dec 2026 +\| Under way +\|/);
    expect(text).toMatch(/\| Ask the embassy\. +\| +\| +\| Open +\|/);
  });

  it('have no columns that are empty throughout', () => {
    const text = memo({ nextSteps: [{ action: 'Ask.' }, { action: 'Send.', status: 'done' }] });
    expect(text).toMatch(/\| Action +\| Status +\|/);
  });
});
