/** How the time grows when there is more of one thing, up to sixteen times as much. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { briefInLanguages, briefWithEditions, longBrief, plainBrief, tableOf } from './briefs.mjs';
import { inTurn } from './measure.mjs';
import { PROGRAM } from './parts.mjs';
import { growthPlot, milliseconds, ratio, table } from './report.mjs';
import { ROWS, SHORT, wordsOf } from './words.mjs';

const STEPS = [1, 2, 4, 8, 16];
/** Those that templates have words for; some bring large patterns for hyphenation. */
const LANGUAGES = 'en sv da nb de fr es it pt nl pl fi tr uk ru el'.split(' ');

const fact = (i) => ({ text: `${SHORT.facts[i % SHORT.facts.length]} (${i})`, sources: ['press'] });
const many = (count, item) => Array.from({ length: count }, (_, i) => item(i));

const KINDS = {
  facts: { first: 50, brief: (count) => plainBrief({ keyFacts: many(count, fact) }) },
  'words of one paragraph': { first: 1000, brief: (count) => plainBrief({ background: wordsOf(count) }) },
  'rows of one table': {
    first: 60,
    brief: (count) =>
      plainBrief({
        background: tableOf(
          ['Who', 'Role', 'Stance'],
          many(count, (i) => ROWS[i % ROWS.length]),
        ),
      }),
  },
  pages: { first: 25, brief: (count) => longBrief(count * 3) },
  languages: { first: 1, brief: (count) => briefInLanguages(LANGUAGES.slice(0, count)), args: ['--lang', 'all'] },
  editions: { first: 1, brief: (count) => briefWithEditions(count - 1), args: ['--all-editions'] },
};

export async function growthPart(bench) {
  const { cwd } = bench;
  const rows = [];
  for (const [kind, { first, brief, args = [] }] of Object.entries(KINDS)) {
    const tools = Object.fromEntries(
      STEPS.map((step) => {
        const file = `growth-${step}.json`;
        writeFileSync(join(cwd, file), JSON.stringify(brief(first * step)));
        return [`x${step}`, { command: [...PROGRAM, 'build', file, '--output', 'growth', '--jobs', '1', ...args] }];
      }),
    );
    const found = await inTurn(tools, { times: bench.times(2), cwd });
    const points = STEPS.map((step) => ({ size: first * step, time: found[`x${step}`].cpu }));
    const times = points.map(({ time }) => milliseconds(time));
    // What starting costs falls out of the difference; 2.0 is a straight line.
    const bend = ratio(points[4].time - points[3].time, points[3].time - points[2].time);
    rows.push([`${kind} (${first} to ${first * 16})`, ...times, bend]);
    bench.files[`growth-${kind.split(' ')[0]}.svg`] = growthPlot(`Time for more ${kind}`, kind, points);
  }
  const plots = Object.keys(KINDS).map((kind) => `![Time for more ${kind}](growth-${kind.split(' ')[0]}.svg)`);
  const head = ['processor', ...STEPS.map((step) => `${step} ×`), 'last step to the one before'];
  return `## Growth\n\nThe last column is 2.00 where twice as much takes twice as long, and 4.00 where it grows with the square.\n\n${table(head, rows)}\n\n${plots.join('\n')}`;
}
