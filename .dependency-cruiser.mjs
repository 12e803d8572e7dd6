/** Who may import whom in `src/`: the rules that follow from the list of rooms. */
import { ENTRANCES, OWNERS, PURE_ROOMS, ROOMS, SHARED_PACKAGES } from './scripts/rooms.mjs';

const oneOf = (names) => `(${names.join('|')})`;

const rooms = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `room-${room}`,
  comment: `src/${room} may import ${allowed.join(', ') || 'nothing'} of our own`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/${oneOf([room, ...allowed])}/` },
}));

const owned = Object.entries(OWNERS).map(([name, owner]) => ({
  name: `package-${name}`,
  comment: `only src/${owner} may import ${name}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${owner}/` },
  to: { path: `node_modules/${name}/` },
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
      from: { path: `^src/${oneOf(PURE_ROOMS)}/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-known-rooms',
      comment: 'a new room is entered in scripts/rooms.mjs and ARCHITECTURE.md',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/${oneOf([...Object.keys(ROOMS), ...ENTRANCES])}/` },
      to: {},
    },
    {
      name: 'nothing-imports-the-command-line',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${oneOf(ENTRANCES)}/` },
      to: { path: `^src/${oneOf(ENTRANCES)}/` },
    },
    {
      name: 'one-door-to-pdfmake',
      comment: 'what extends or mends an object of pdfmake is in src/pdf/engine; elsewhere its shapes are enough',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/pdf/engine/' },
      to: { path: '^src/pdf/engine/pdfmake' },
    },
    { name: 'resolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
    {
      name: 'only-known-packages',
      comment: 'every package becomes part of the program; one that scripts/rooms.mjs does not name is for development',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: 'node_modules/',
        pathNot: `node_modules/${oneOf([...Object.keys(OWNERS), ...SHARED_PACKAGES])}/`,
        dependencyTypesNot: ['type-only'],
      },
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
