/**
 * One tool's work in one process, timed from inside: the first document, rebuilds with one fact changed, and the memory
 * that it took at most. Its last line is JSON.
 *
 *   node inside.mjs TOOL WORK COUNT OUTPUT
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { shortBrief } from './briefs.mjs';
import { median } from './measure.mjs';
import { pdfmakeLong, pdfmakeShort, typstLong, typstShort } from './peer-files.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const [, , tool, work, given, output] = process.argv;
const count = Number(given);

const MAKERS = {
  async briefpress() {
    const { buildBriefing } = await import(join(ROOT, 'dist', 'index.js'));
    return async (mark) => {
      const text = JSON.stringify(shortBrief(mark));
      const made = await buildBriefing({ text, format: 'json', name: 'bench.json', folder: process.cwd() });
      if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
      return made.value.pdf;
    };
  },
  async typst() {
    const { NodeCompiler } = createRequire(join(process.env.BENCH_PEERS, 'package.json'))(
      '@myriaddreamin/typst-ts-node-compiler',
    );
    const compiler = NodeCompiler.create();
    return async (mark) => {
      const mainFileContent = work === 'file' ? readFileSync(given, 'utf8') : typstText(mark);
      const pdf = compiler.pdf({ mainFileContent });
      compiler.evictCache(10);
      return pdf;
    };
  },
  async pdfmake() {
    const require = createRequire(join(ROOT, 'package.json'));
    const { default: pdfmake } = await import(require.resolve('pdfmake'));
    const folder = join(ROOT, 'node_modules', 'pdfmake', 'build', 'fonts', 'Roboto');
    pdfmake.setFonts({
      Roboto: {
        normal: join(folder, 'Roboto-Regular.ttf'),
        bold: join(folder, 'Roboto-Medium.ttf'),
        italics: join(folder, 'Roboto-Italic.ttf'),
        bolditalics: join(folder, 'Roboto-MediumItalic.ttf'),
      },
    });
    pdfmake.setUrlAccessPolicy?.(() => false);
    return (mark) => {
      const content = work === 'long' ? pdfmakeLong(count) : pdfmakeShort(mark);
      return pdfmake.createPdf({ content, defaultStyle: { fontSize: 10.5 } }).getBuffer();
    };
  },
};

function typstText(mark) {
  return work === 'long' ? typstLong(count) : typstShort(mark);
}

const make = await MAKERS[tool]();
const first = await timed(() => make(''));
if (output !== undefined) writeFileSync(output, first.made);
const again = [];
for (let i = 0; work === 'warm' && i < count; i++) again.push(await timed(() => make(` Change ${i}.`)));
// The first rebuilds still compile; what a person at work sees is a later one.
const late = again.slice(again.length >> 1);
console.log(
  JSON.stringify({
    first: first.wall,
    peak: process.resourceUsage().maxRSS / 1024,
    ...(late.length > 0 && { warm: median(late.map((e) => e.wall)), warmCpu: median(late.map((e) => e.cpu)) }),
  }),
);

async function timed(action) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const made = await action();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { made, wall, cpu: (user + system) / 1000 };
}
