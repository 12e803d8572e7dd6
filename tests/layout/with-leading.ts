import type { PrintDefinition } from '../../src/layout/definition.js';

/** A definition whose lines stand `share` as far apart, wherever it says how far. */
export function withLeading(definition: PrintDefinition, share: number): PrintDefinition {
  const scaled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(scaled);
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    const entries = Object.entries(value).map(([name, inner]) => [
      name,
      name === 'leading' && typeof inner === 'number' ? inner * share : scaled(inner),
    ]);
    return Object.fromEntries(entries);
  };
  return {
    ...definition,
    content: scaled(definition.content) as PrintDefinition['content'],
    defaultStyle: scaled(definition.defaultStyle) as PrintDefinition['defaultStyle'],
  };
}
