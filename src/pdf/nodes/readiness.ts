import type { Role } from '../../layout/print-nodes.js';

/** How readily the words of a text are divided at line ends, the most readily first. */
const READINESS = ['freely', 'if-too-wide', 'never'] as const;
export type Readiness = (typeof READINESS)[number];

export function lessReady(a: Readiness, b: Readiness): Readiness {
  return READINESS.indexOf(a) > READINESS.indexOf(b) ? a : b;
}

/** Code and numbers are copied letter by letter; a heading is read at a glance. */
export function readinessOf(role: Role | undefined): Readiness {
  switch (role) {
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
      return 'if-too-wide';
    case 'Code':
    case 'Lbl':
    case 'Reference':
      return 'never';
    case undefined:
    case 'P':
    case 'Sect':
    case 'Div':
    case 'Part':
    case 'Art':
    case 'BlockQuote':
    case 'Quote':
    case 'Note':
    case 'Caption':
    case 'Figure':
    case 'L':
    case 'LI':
    case 'LBody':
    case 'Span':
      return 'freely';
  }
}
