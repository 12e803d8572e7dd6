import type { Token } from 'marked';
import type { CitationItem } from '../document/tree.js';

/** The tokens that marked does not know. */
export interface DirectiveToken {
  type: 'directive';
  raw: string;
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** False: the text ends, and no fence has closed it. */
  closed: boolean;
  tokens: Token[];
}
export interface FootnoteToken {
  type: 'footnoteDefinition';
  raw: string;
  label: string;
  tokens: Token[];
}
export interface CitationToken {
  type: 'citation';
  raw: string;
  items: readonly CitationItem[];
}
export interface FootnoteReferenceToken {
  type: 'footnoteReference';
  raw: string;
  label: string;
}

/** Footnote labels are compared as link labels are: without regard to case. */
export function normalizeFootnote(label: string): string {
  return label.toLowerCase();
}
