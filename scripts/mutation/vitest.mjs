/** What test files import as `vitest` while mutants are tried: it collects tests, to be run again and again in one process. */
import { expect as vitestExpect } from 'vitest';

/** What is collected of a file; scripts/mutation/runner.mjs sets and reads it. */
export const collected = { file: '', tests: [], befores: [] };

let path = [];

function under(name, fill) {
  path.push(name);
  fill();
  path.pop();
}

/** Tests of one name are told apart by their number. */
function add(name, run) {
  const title = [collected.file, ...path, name].join(' ');
  const same = collected.tests.filter((each) => each.title === title).length;
  collected.tests.push({ title, id: same === 0 ? title : `${title} #${same + 1}`, run });
}

/** `test.each(rows)(name, run)`, and the like: the row's number stands for its values. */
function eachOf(define) {
  return (rows) => (name, run) =>
    rows.forEach((row, at) => {
      define(`${name} [${at}]`, () => run(...(Array.isArray(row) ? row : [row])));
    });
}

export const describe = Object.assign(under, { each: eachOf(under) });
export const test = Object.assign(add, { each: eachOf(add) });
export const it = Object.assign((name, run) => add(name, run), { each: test.each });

export function beforeAll(run) {
  collected.befores.push(run);
}

export function beginFile(file) {
  collected.file = file;
  path = [];
}

export const expect = vitestExpect;

/** Vitest compares inline snapshots by the file that it is running: there is none here. */
expect.extend({
  toMatchInlineSnapshot(received, inline) {
    const lines = inline.split('\n').filter((line) => line.trim() !== '');
    const indent = Math.min(...lines.map((line) => /^ */.exec(line)[0].length));
    const expected = inline.replaceAll(`\n${' '.repeat(indent)}`, '\n').trim();
    return { pass: `"${received}"`.trim() === expected, message: () => 'The text is not that of the snapshot.' };
  },
});
