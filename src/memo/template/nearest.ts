import { nearestWord } from '../../diagnostics/spelling.js';

/** "did you mean `x`?", or what there is to choose from. */
export function suggestion(name: string, names: readonly string[]): string {
  const near = nearestWord(name, names);
  if (near !== null) return `Did you mean \`${near}\`?`;
  return names.length === 0 ? 'There is none to choose from.' : `There is: ${[...names].sort().join(', ')}.`;
}
