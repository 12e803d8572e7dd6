/** How the program becomes one with the packages that it is made of: for `dist/` and for the executable alike. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ROOT } from './load-source.mjs';

/**
 * What packages bring for work that they are not asked for here. fontkit reads WOFF2 with brotli and its dictionary of a
 * megabyte; only TrueType and OpenType files are given to it (src/pdf/fonts/font-file.ts). pdfkit encrypts with tables
 * that are computed when they are loaded; an archival PDF is never encrypted. pdf-lib has the measures of fonts that it could
 * write with, and a reader of PNG; it moves finished pages alone.
 */
const leftOut = {
  name: 'left-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(brotli\/|@noble\/ciphers\/|@pdf-lib\/)/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({
      // pdf-lib lists the fonts that it knows when it is loaded: none.
      contents: `module.exports = () => { throw new Error('${path} is not part of Briefpress') };
        module.exports.FontNames = {};`,
    }));
  },
};

/**
 * fontkit unpacks the properties of all characters for every script that it knows, when it is loaded; here each table is
 * unpacked when it is first asked for, which most never are.
 */
const unpackedLater = {
  name: 'unpacked-later',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]unicode-trie[\\/]index\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text
        .replace(/(data = inflate[\s\S]*?)this\.data = new Uint32Array\(data\.buffer\);/, (_, unpack) => {
          return `this.unpacked = () => { ${unpack} return new Uint32Array(data.buffer); };`;
        })
        .replace('({ data: this.data,', '({ data: this.table,')
        .replace(
          '  get(codePoint) {',
          '  get data() { return (this.table ??= this.unpacked()); }\n\n  get(codePoint) {',
        );
      if (contents.match(/unpacked/g)?.length !== 2 || !contents.includes('this.table,')) {
        throw new Error('unicode-trie is written otherwise than it was.');
      }
      return { contents, loader: 'js' };
    });
  },
};

/**
 * Modules of Node that packages load when they are loaded themselves, for what is never asked of them: fflate threads of its
 * own, commander commands that are other programs, @noble/hashes random bytes. To load them takes as long as half of `--help`.
 */
const askedForLater = {
  name: 'asked-for-later',
  setup({ onResolve, onLoad }) {
    // The same functions, with a worker of the browser's that is looked for when one is started.
    onResolve({ filter: /^fflate$/ }, () => ({ path: join(ROOT, 'node_modules/fflate/esm/browser.js') }));
    // Its compiler, which is for the templates of a user's own; the program's own are compiled when it is built.
    onResolve({ filter: /^handlebars$/ }, ({ path }) => ({ path, namespace: 'asked-for-later' }));
    onLoad({ filter: /./, namespace: 'asked-for-later' }, () => ({
      contents: `const compiler = () => require('handlebars/lib/index.js');
        module.exports = {
          ${['create', 'parse', 'Visitor', 'JavaScriptCompiler'].map((name) => `get ${name}() { return compiler().${name}; }`)}
        };`,
      resolveDir: ROOT,
    }));
    onLoad({ filter: /[\\/]@noble[\\/]hashes[\\/](?:esm[\\/])?cryptoNode\.js$/ }, () => ({
      contents: 'exports.crypto = undefined;',
      loader: 'js',
    }));
    // It takes hashes of Node where it can have them; so does nothing here, as pdfkit is told its file identifiers.
    onLoad({ filter: /[\\/]js-md5[\\/]src[\\/]md5\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const condition = '!root.JS_MD5_NO_NODE_JS && ';
      if (!text.includes(condition)) throw new Error('js-md5 is written otherwise than it was.');
      return { contents: text.replace(condition, 'false && '), loader: 'js' };
    });
    onLoad({ filter: /[\\/]commander[\\/]lib[\\/]command\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const line = "const childProcess = require('node:child_process');\n";
      if (!text.includes(line)) throw new Error('commander is written otherwise than it was.');
      const contents = text.replace(line, '').replaceAll('childProcess.', "require('node:child_process').");
      return { contents, loader: 'js' };
    });
  },
};

/** Where words may be divided, as text: V8 reads JSON many times as fast as it makes ten thousand lists of a program. */
const patternsAsText = {
  name: 'patterns-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]hyphen[\\/]patterns[\\/][\w-]+\.js$/ }, ({ path }) => {
      const patterns = createRequire(import.meta.url)(path);
      const text = JSON.stringify(patterns);
      if (!isDeepStrictEqual(JSON.parse(text), patterns)) throw new Error(`${path} is not written in JSON alone.`);
      return { contents: `module.exports = JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    });
  },
};

/** Options of esbuild. Not made smaller, so that the stack trace of a fault names the functions that it went through. */
export const BUNDLE = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // dist/third-party.txt has the licences whole.
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  write: false,
  plugins: [leftOut, unpackedLater, askedForLater, patternsAsText],
};
