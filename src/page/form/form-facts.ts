import { isMap } from '../../syntax/values.js';
import type { FormFacts } from './form-context.js';
import type { Group } from './paths.js';
import { plainText } from './summary-line.js';

/** What the fields need to know of a brief. */
export function factsOf(data: Group): Omit<FormFacts, 'problems' | 'writer' | 'Field'> {
  const tags = Array.isArray(data.languages) ? data.languages.filter((each) => typeof each === 'string') : [];
  const [main = 'en', ...others] = tags as string[];
  const list = Array.isArray(data.sources) ? data.sources : [];
  const sources = list.flatMap((each) =>
    isMap(each) && typeof each.id === 'string' ? [{ id: each.id, title: plainText(each.title, main) }] : [],
  );
  const idsOf = (name: string): readonly string[] => {
    const items = Array.isArray(data[name]) ? (data[name] as readonly unknown[]) : [];
    return items.flatMap((each) => (isMap(each) && typeof each.id === 'string' ? [each.id] : []));
  };
  return {
    languages: [main, ...others],
    sources,
    canAddSource: Array.isArray(data.sources) || data.sources === undefined,
    idsFor: (field) => (field === 'stakeholder' ? idsOf('stakeholders') : field === 'basis' ? idsOf('keyFacts') : []),
  };
}
