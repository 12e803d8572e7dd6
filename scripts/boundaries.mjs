/**
 * Checks who imports whom in `src/` against .dependency-cruiser.mjs, and that no pure room uses the machine without an
 * import. It also checks that it saw the program at all: with a compiler that it does not know, dependency-cruiser finds
 * no modules and reports success.
 */
import { readFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import configuration from '../.dependency-cruiser.mjs';
import { impurities } from './pure-code.mjs';
import { PURE_ROOMS } from './rooms.mjs';

const LEAST_MODULES = 150;

const { options, forbidden } = configuration;
const { output } = await cruise(
  ['src'],
  { ...options, ruleSet: { forbidden }, validate: true },
  options.enhancedResolveOptions,
  { tsConfig: extractTSConfig('tsconfig.json') },
);
const seen = output.modules.filter(({ source }) => source.startsWith('src/')).length;
for (const { rule, from, to, cycle, comment } of output.summary.violations) {
  const way = cycle ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `${from} → ${to}`;
  console.log(`${rule.name}: ${way}${comment ? ` (${comment})` : ''}`);
}
if (seen < LEAST_MODULES)
  console.log(`Only ${seen} modules of src/ were seen, and there are more than ${LEAST_MODULES}.`);
else console.log(`${seen} modules, ${output.summary.totalDependenciesCruised} imports.`);

const impure = output.modules
  .map(({ source }) => source)
  .filter((source) => source.endsWith('.ts') && PURE_ROOMS.some((room) => source.startsWith(`src/${room}/`)))
  .flatMap((source) => impurities(source, readFileSync(source, 'utf8')).map((each) => `${source}:${each}`));
for (const each of impure) console.log(`no-machine-in-pure-rooms: ${each}`);
process.exitCode = impure.length > 0 || seen < LEAST_MODULES || output.summary.error > 0 ? 1 : 0;
