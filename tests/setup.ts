import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const GENERATED = join(ROOT, 'src/brief/validate.generated.js');
const SCHEMA = join(ROOT, 'src/brief/schema');
const COMPILER = join(ROOT, 'scripts/compile-schema.mjs');

/** Tests need the compiled schema: compile it when it is missing or older than the schema. */
export default function setup(): void {
  const inputs = [COMPILER, ...readdirSync(SCHEMA).map((name) => join(SCHEMA, name))];
  const newest = Math.max(...inputs.map((path) => statSync(path).mtimeMs));
  if (existsSync(GENERATED) && statSync(GENERATED).mtimeMs >= newest) return;
  execFileSync(process.execPath, [COMPILER], { stdio: 'inherit' });
}
