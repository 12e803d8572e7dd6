/** What test files import as `vitest` while mutants are tried: it collects tests, to be run again and again in one process. */
export { expect } from 'vitest';

/** What is collected; scripts/mutation/runner.mjs reads it. */
export const collected = { tests: [], befores: [] };

/** The file and the groups that a test is in, and what is done before each test in them. */
let path = [];
let hooks = [];

export function beginFile(file) {
  path = [file];
  hooks = [];
}

function under(name, fill) {
  const outside = { path, hooks };
  path = [...path, name];
  hooks = [...hooks];
  fill();
  ({ path, hooks } = outside);
}

/** Tests of one name are told apart by their number. */
function add(name, run) {
  const title = [...path, name].join(' ');
  const same = collected.tests.filter((each) => each.title === title).length;
  const before = hooks;
  const whole = async () => {
    for (const hook of before) await hook();
    await run();
  };
  collected.tests.push({ title, id: same === 0 ? title : `${title} #${same + 1}`, run: whole });
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

/** It stands before the tests that it concerns. */
export function beforeEach(run) {
  hooks.push(run);
}
