/**
 * Makes packs of the chunks that esbuild has split the program into: files that Node runs without looking for others, and
 * whose compiled code src/workspace/compiled-packs.ts keeps. A pack holds what is needed at the same time; what hardly any
 * brief needs, such as hyphenation or the reader of PDFs, is a pack by itself.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { transform } from 'esbuild';

/** In the order in which they are filled: a chunk goes into the first pack that needs it. */
const PACKS = {
  start: ['src/cli/start.ts'],
  make: ['src/cli/commands/build/run.ts', 'src/cli/worker.ts', 'src/cli/commands/check/run.ts', 'src/index.ts'],
  print: ['src/briefing/page-budget.ts', 'src/pdf/print.ts'],
};

/** Names of modules that the packs can be asked for. */
const ENTRIES = { start: 'src/cli/start.ts', worker: 'src/cli/worker.ts', library: 'src/index.ts' };

/** The packs and their list, as file name → text. */
export async function packsOf(outputFiles, { outputs }) {
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const chunks = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
  const chunkOf = (source) => {
    const found = [...chunks].find(([, { entryPoint }]) => entryPoint === source);
    if (found === undefined) throw new Error(`No chunk begins with ${source}.`);
    return found[0];
  };
  const packed = new Map();
  for (const [pack, sources] of Object.entries(PACKS)) {
    for (const chunk of sources.flatMap((source) => closure(chunkOf(source), chunks))) {
      if (!packed.has(chunk)) packed.set(chunk, pack);
    }
  }
  const rest = [...chunks.keys()].filter((chunk) => !packed.has(chunk));
  for (const chunk of rest) packed.set(chunk, chunk.replace(/\.js$/, ''));

  const files = {};
  for (const pack of new Set(packed.values())) {
    const members = [...packed.keys()].filter((chunk) => packed.get(chunk) === pack).sort();
    files[`${pack}.js`] =
      `({\n${(await Promise.all(members.map((each) => moduleText(each, { text: texts.get(each), inputs: chunks.get(each).inputs })))).join(',\n')}\n})\n`;
  }
  const hashes = Object.entries(files).map(([name, text]) => [name.replace(/\.js$/, ''), hashOf(text)]);
  const list = {
    entries: Object.fromEntries(Object.entries(ENTRIES).map(([name, source]) => [name, chunkOf(source)])),
    chunks: Object.fromEntries([...packed].sort()),
    hashes: Object.fromEntries(hashes.sort()),
  };
  return { ...files, 'list.json': `${JSON.stringify(list)}\n` };
}

/** The names that the library exports. */
export function exportsOf({ outputs }, source) {
  return Object.values(outputs).find(({ entryPoint }) => entryPoint === source).exports;
}

/** A chunk with all those that it cannot begin without. */
function closure(first, chunks) {
  const found = new Set([first]);
  for (const chunk of found) {
    for (const { path, kind } of chunks.get(chunk).imports) {
      if (kind === 'import-statement' && chunks.has(basename(path))) found.add(basename(path));
    }
  }
  return [...found];
}

/** As a member of an object: a function like the one that Node makes of a CommonJS module. */
async function moduleText(name, { text, inputs }) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    // Every module is in a pack, and Node cannot load a part of a pack by its name.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'packAddress' },
    logLevel: 'error',
  });
  // Which files a chunk is made of; the comments that esbuild gives them are lost on the way.
  const made = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const comments = made.map(([path]) => `// ${path}\n`).join('');
  return `${comments}${JSON.stringify(name)}: function (exports, require, module, packAddress) {\n${inAscii(later(code))}\n}`;
}

/**
 * Loads a module of Node, or a chunk, when something of it is first used, and not when the program begins: many a command
 * needs none of them. esbuild gives each a name of its own, behind which stands a dot wherever it is used.
 */
function later(code) {
  const names = new Set();
  const changed = code.replaceAll(/^var (import_\w+) = require\("(node:[\w/]+|\.\/[\w.-]+)"\);$/gm, (_, name, id) => {
    names.add(name);
    const load = `const it = require("${id}"); Object.defineProperty(this, "it", { value: it }); return it;`;
    return `var ${name} = { get it() { ${load} } };`;
  });
  return changed.replaceAll(/\b(import_\w+)\.(?=\w)/g, (use, name) => (names.has(name) ? `${name}.it.` : use));
}

/** So that Node takes a pack byte by byte. esbuild itself leaves regular expressions and comments as they are. */
function inAscii(code) {
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
