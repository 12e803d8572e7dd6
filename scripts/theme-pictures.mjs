/**
 * The pictures in docs/themes.md: the first page of a sample in each theme of docs/themes/, and in the program's own. Needs
 * pdftoppm (poppler).
 *
 *   node scripts/theme-pictures.mjs
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const THEMES = join(ROOT, 'docs/themes');
const SAMPLE = 'read-ahead-exercise';
const DOTS_PER_INCH = '50';

const folder = mkdtempSync(join(tmpdir(), 'briefpress-themes-'));
try {
  writeFileSync(join(folder, 'own.yaml'), '');
  picture('own', join(folder, 'own.yaml'));
  for (const file of readdirSync(THEMES).filter((name) => name.endsWith('.yaml'))) {
    picture(file.replace('.yaml', ''), join(THEMES, file));
  }
} finally {
  rmSync(folder, { recursive: true });
}

function picture(name, theme) {
  const brief = join(ROOT, `briefs/${SAMPLE}.yaml`);
  run(process.execPath, [
    join(ROOT, 'dist/cli/bin.js'),
    'build',
    brief,
    '-o',
    folder,
    '--format',
    'pdf',
    '--theme',
    theme,
  ]);
  const pdf = join(folder, `${SAMPLE}.pdf`);
  run('pdftoppm', ['-r', DOTS_PER_INCH, '-l', '1', '-singlefile', '-png', pdf, join(THEMES, name)]);
}

function run(command, args) {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}
