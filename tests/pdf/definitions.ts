import type { PrintDefinition } from '../../src/layout/definition.js';
import type { PrintNode, TableRules } from '../../src/layout/print-nodes.js';

/** A definition with this content and nothing else of note. */
export function definitionOf(content: readonly PrintNode[], changes: Partial<PrintDefinition> = {}): PrintDefinition {
  return {
    language: 'en-GB',
    info: {
      title: 'A <test> & its title',
      author: 'Ada Łovelace',
      subject: 'Tests',
      keywords: ['pdf', 'structure'],
      creator: 'Briefpress tests',
      created: '2026-11-23T08:00:00+01:00',
      fields: [
        { name: 'reference', kind: 'Text', description: 'Registry number', value: 'A/2 <b> & "c"' },
        { name: 'edition', kind: 'Integer', description: 'Number of the edition', value: '2' },
        { name: 'asOf', kind: 'Date', description: 'The day that the information is from', value: '2026-11' },
      ],
    },
    page: { width: 595.28, height: 841.89, margins: [62, 70, 62, 70] },
    fonts: {
      fallback: { serif: ['Noto Serif', 'Amiri', 'Frank Ruhl Libre'], sans: ['Noto Sans'], mono: [] },
      kind: { 'Source Serif 4': 'serif', 'Source Sans 3': 'sans', 'Source Code Pro': 'mono' },
    },
    defaultStyle: { font: 'Source Serif 4', fontSize: 10.5, leading: 17.3 },
    content,
    header: { first: null, rest: null },
    footer: { first: null, rest: null },
    watermark: null,
    ...changes,
  };
}

export const RULED: TableRules = {
  top: 0.8,
  head: 0.5,
  between: 0.25,
  bottom: 0.8,
  left: 0,
  inner: 0,
  right: 0,
  color: '#333333',
  padding: [4, 3, 4, 3],
};

export const LOREM =
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore ' +
  'magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo. ';
