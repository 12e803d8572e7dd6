import { type Diagnostic, diagnostic, warning } from '../diagnostics/diagnostic.js';
import type { MarkdownProblem } from '../markdown/problem.js';

/**
 * A link that runs a script, carries a file in its address or points into a machine is an error, and so is a picture
 * from the network. Any other address that leads nowhere on paper, such as a relative one, is a warning: its text stays.
 */
const HOSTILE = /^\P{L}*(?:(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t|data|file|blob|filesystem|https?)\s*:/iu;

/** What the Markdown of the field `path` contains that is not printed as intended. */
export function markdownProblem(problem: MarkdownProblem, path: string): Diagnostic {
  const markup = (message: string, hint: string) => warning('sense-markup', message, { at: path, hints: [hint] });
  switch (problem.kind) {
    case 'forbidden-link':
      return forbiddenLink(problem.url, path);
    case 'unclosed-directive':
      return markup(
        `In \`${path}\`, \`:::${problem.name}\` is not closed; it reaches to the end of the text.`,
        'Close it with a line of as many colons.',
      );
    case 'stray-fence':
      return markup(
        `In \`${path}\`, a line of colons closes nothing; it is printed as text.`,
        'Open what it is to close above it, such as `:::keep`, or leave it out.',
      );
    case 'html-comment':
      return problem.ends
        ? markup(
            `In \`${path}\`, the comment \`${shortened(problem.comment)}\` is left out.`,
            'Take it out of the text.',
          )
        : markup(`In \`${path}\`, a comment begins with \`<!--\` and never ends; it is printed.`, 'Close it with -->.');
    case 'unread-citation':
      return markup(
        `In \`${path}\`, \`${shortened(problem.written)}\` is printed as it stands; a citation is \`[@${problem.key}]\`.`,
        `Put the words before the bracket, and the place behind the id: see [@${problem.key}, p. 3].`,
      );
    case 'unused-definition':
      return markup(
        `In \`${path}\`, \`${shortened(problem.written)}\` is not printed: to Markdown it defines a link or a note, and nothing uses it.`,
        'If it is text, write a backslash before its first bracket. Otherwise refer to it, or take it out.',
      );
    case 'list-numbers':
      return markup(
        `In \`${path}\`, a list is numbered ${shortened(problem.written.join(', '))}, and is printed as ${shortened(
          problem.written.map((_, index) => (problem.written[0] ?? 1) + index).join(', '),
        )}.`,
        'A list counts on from its first number. To keep the numbers, write a backslash before the stop: 3\\. The third point.',
      );
    case 'single-tilde':
      return markup(
        `In \`${path}\`, \`${shortened(problem.written)}\` is printed struck out.`,
        'Write ~~ on both sides if it is meant; a backslash before the sign prints it as it is: \\~.',
      );
    case 'lost-sign':
      return markup(
        `In \`${path}\`, the ${problem.sign} of \`${shortened(problem.written)}\` is read as markup, and is not printed.`,
        `A backslash before the sign prints it as it is: \\${problem.sign}.`,
      );
  }
}

export function forbiddenLink(url: string, path: string): Diagnostic {
  const message = `\`${path}\` links to \`${url}\`; a link may begin with http:, https:, mailto: or #.`;
  const hints = ['The text is printed without the link. Give the whole address, or write it as code.'];
  return diagnostic(HOSTILE.test(url) ? 'error' : 'warning', 'sense-forbidden-link', message, { at: path, hints });
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 50 ? `${line.slice(0, 49)}…` : line;
}
