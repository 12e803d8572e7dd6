import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const GENERATED = join(ROOT, 'src/brief/validate.generated.js');
const SCHEMA = join(ROOT, 'src/brief/schema');
const COMPILER = join(ROOT, 'scripts/compile-schema.mjs');
const PRECOMPILED = join(ROOT, 'src/memo/template/precompiled.generated.js');
const PRECOMPILER = join(ROOT, 'scripts/precompile.mjs');
const ASSETS = join(ROOT, 'dist/assets/sRGB_IEC61966_2_1.icc');
const FONTS = join(ROOT, 'src/materials/font-files.ts');
const COPIER = join(ROOT, 'scripts/assets.mjs');
const PAGE = join(ROOT, 'dist/page/page.js');
const PAGE_SOURCE = join(ROOT, 'src/page');
const PAGE_BUNDLER = join(ROOT, 'scripts/page.mjs');

/** Tests need the compiled schema and templates, the fonts, and the page of the preview: make what is missing, or older than what it is made from. */
export default function setup(): void {
  const inputs = [COMPILER, ...readdirSync(SCHEMA).map((name) => join(SCHEMA, name))];
  if (!isNewer(GENERATED, inputs)) execFileSync(process.execPath, [COMPILER], { stdio: 'inherit' });
  // Where the templates have changed since, they are read anew.
  if (!isNewer(PRECOMPILED, [PRECOMPILER])) execFileSync(process.execPath, [PRECOMPILER], { stdio: 'inherit' });
  if (!isNewer(ASSETS, [FONTS, COPIER])) execFileSync(process.execPath, [COPIER], { stdio: 'inherit' });
  const ofPage = readdirSync(PAGE_SOURCE, { recursive: true, encoding: 'utf8' }).map((name) => join(PAGE_SOURCE, name));
  if (!isNewer(PAGE, [PAGE_BUNDLER, ...ofPage])) execFileSync(process.execPath, [PAGE_BUNDLER], { stdio: 'inherit' });
}

function isNewer(made: string, inputs: readonly string[]): boolean {
  return existsSync(made) && inputs.every((input) => statSync(input).mtimeMs <= statSync(made).mtimeMs);
}
