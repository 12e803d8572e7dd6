/** Numbered copies: no number twice, and in a language that there is. */
import { error } from '../../diagnostics/diagnostic.js';
import type { Brief } from '../brief.js';
import { languagesOf } from '../languages.js';
import type { Checked, Finding } from './finding.js';

export function checkDistribution({ brief }: Checked): Finding[] {
  return [...doubledNumbers(brief), ...unknownLanguages(brief)];
}

function doubledNumbers({ distribution = [] }: Brief): Finding[] {
  const first = new Map<number, number>();
  return distribution.flatMap(({ copy }, index): Finding[] => {
    const other = first.get(copy);
    if (other === undefined) {
      first.set(copy, index);
      return [];
    }
    return [
      error(
        'sense-duplicate-id',
        `\`distribution[${index}]\` is copy ${copy}, as \`distribution[${other}]\` is; expected a number of its own.`,
        {
          at: `distribution[${index}].copy`,
          hints: [`The next free number is ${Math.max(...distribution.map((each) => each.copy)) + 1}.`],
        },
      ),
    ];
  });
}

function unknownLanguages(brief: Brief): Finding[] {
  const { distribution = [], editions = [] } = brief;
  return distribution.flatMap(({ language, edition: id }, index): Finding[] => {
    if (language === undefined) return [];
    const edition = editions.find((each) => each.id === id);
    const languages = edition?.languages ?? languagesOf(brief);
    if (languages.some((tag) => tag.toLowerCase() === language.toLowerCase())) return [];
    const owner = edition === undefined ? 'the brief' : `the edition "${edition.id}"`;
    return [
      error(
        'sense-language-missing',
        `\`distribution[${index}].language\` is \`${language}\`, which ${owner} is not written in.`,
        { at: `distribution[${index}].language`, hints: [`It has: ${languages.join(', ')}.`] },
      ),
    ];
  });
}
