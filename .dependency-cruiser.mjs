/**
 * The rooms of `src/` and what each may import: ARCHITECTURE.md, as rules. A room that is not listed here, or a file
 * that is in none, breaks a rule too.
 */
const ROOMS = {
  diagnostics: [],
  markdown: ['diagnostics'],
  brief: ['diagnostics'],
  evidence: ['diagnostics', 'brief', 'markdown'],
  change: ['diagnostics', 'brief'],
  edition: ['diagnostics', 'brief', 'markdown', 'change'],
  memo: ['diagnostics', 'edition', 'markdown'],
  layout: ['diagnostics', 'markdown'],
  pdf: ['diagnostics', 'layout'],
  proof: ['diagnostics'],
  verify: ['diagnostics', 'proof'],
  workspace: ['diagnostics'],
};

/** Packages that one room alone knows. */
const OWNED = [
  ['markdown', 'marked', ['^src/markdown/']],
  ['memo', 'handlebars', ['^src/memo/']],
  ['pdf', '(pdfmake|pdfkit|fontkit|linebreak|hyphen)', ['^src/pdf/']],
  [
    'brief',
    'yaml',
    [
      '^src/brief/',
      '^src/memo/(pack|front-matter|words/labels)\\.ts$',
      '^src/layout/theme\\.ts$',
      '^src/cli/config\\.ts$',
    ],
  ],
  ['change', 'diff', ['^src/change/']],
  ['cli', '(commander|@bomb\\.sh/tab|picocolors)', ['^src/cli/']],
  ['evidence', '(parse5|unpdf)', ['^src/evidence/']],
  ['workspace', 'chokidar', ['^src/workspace/']],
];

const PURE = '^src/(brief|evidence|edition|markdown|memo|layout|pdf)/';

const rooms = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `room-${room}`,
  comment: `src/${room} may import ${allowed.join(', ') || 'nothing'} of our own`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [room, ...allowed].map((name) => `^src/${name}/`) },
}));

const owned = OWNED.map(([room, packages, owners]) => ({
  name: `package-of-${room}`,
  comment: `only ${owners.join(', ')} may know ${packages}`,
  severity: 'error',
  from: { path: '^src/', pathNot: owners },
  to: { path: `node_modules/${packages}/` },
}));

export default {
  forbidden: [
    ...rooms,
    ...owned,
    {
      name: 'no-circles',
      comment: 'type-only imports and lazy ones included',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-machine-in-pure-rooms',
      comment: 'disk, clock and process come in as arguments, so that the same brief gives the same bytes',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-known-rooms',
      comment: 'a new room is entered in .dependency-cruiser.mjs and ARCHITECTURE.md',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${[...Object.keys(ROOMS), 'cli'].join('|')})/` },
      to: {},
    },
    {
      name: 'nothing-imports-the-command-line',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    { name: 'resolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
    {
      name: 'shipped-needs-only-dependencies',
      comment: 'what is shipped may not need a package that is installed for development alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'src-knows-no-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^(tests|scripts)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
