/** Numbered copies: no number twice, in a language that there is, and no login to a printer. */
import { error, warning } from '../../diagnostics/diagnostic.js';
import type { Brief } from '../brief.js';
import { languagesOf } from '../languages.js';
import type { Checked, Finding } from './finding.js';

export function checkDistribution({ brief }: Checked): Finding[] {
  return [...doubledNumbers(brief), ...unknownLanguages(brief), ...printerLogins(brief)];
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

/**
 * Whoever prints refuses it. It is said of the brief as a whole, since the line of a place is shown, and may stand in the
 * log of a server.
 */
function printerLogins({ distribution = [] }: Brief): Finding[] {
  return distribution.flatMap(({ printer = '' }, index): Finding[] => {
    if (!/^ipps?:\/\/[^/?#]*@/i.test(printer)) return [];
    const message = `\`distribution[${index}].printer\` has a name or a password in it, and whoever has the brief file can read it.`;
    return [
      warning('print-printer', message, {
        hints: ['Leave it out; Briefpress does not log in to printers. Print by a queue of this computer that does.'],
      }),
    ];
  });
}
