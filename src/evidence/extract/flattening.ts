/** Transforms and clippings of CSS that leave nothing of an element. */

/** A turn that shows an element from its edge, in degrees, within rounding. */
const EDGE = 90;
const ROUNDING = 0.1;

/** Whether an element is turned or scaled until it has no area. */
export function isFlat(transform: string, scale: string, rotate: string): boolean {
  if (scale !== '' && scale.split(/\s+/).slice(0, 2).some(isZero)) return true;
  const turn = /^(?:[xy]|1 0 0|0 1 0)\s+(\S+)$/.exec(rotate)?.[1];
  if (turn !== undefined && isOnEdge(turn)) return true;
  return [...transform.matchAll(/\b([a-z]+[a-z3]*d?)\(([^()]*)\)/g)].some(([, name = '', given = '']) =>
    flattens(
      name,
      given.split(',').map((each) => each.trim()),
    ),
  );
}

function flattens(name: string, given: readonly string[]): boolean {
  switch (name) {
    case 'scale':
    case 'scalex':
    case 'scaley':
    case 'scale3d':
      return given.slice(0, 2).some(isZero);
    case 'rotatex':
    case 'rotatey':
      return isOnEdge(given[0] ?? '');
    case 'rotate3d':
      return isZero(given[2] ?? '') && isOnEdge(given[3] ?? '');
    case 'matrix': {
      const [a = 1, b = 0, c = 0, d = 1] = given.map(Number);
      return given.length === 6 && a * d - b * c === 0;
    }
    default:
      return false;
  }
}

function isZero(number: string): boolean {
  return /^[+-]?0*(?:\.0+)?%?$/.test(number) && number !== '';
}

const DEGREES: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, turn: 360, rad: 180 / Math.PI };

function isOnEdge(angle: string): boolean {
  const [, number, unit = ''] = /^([+-]?\d*\.?\d+)(deg|grad|turn|rad)$/.exec(angle) ?? [];
  if (number === undefined) return false;
  const beyond = Math.abs((Number(number) * (DEGREES[unit] ?? 1)) % (2 * EDGE));
  return Math.abs(beyond - EDGE) < ROUNDING;
}

/** Whether a `clip-path` leaves nothing. */
export function isClipped(path: string): boolean {
  const inset = /^inset\(\s*([^()]*?)\s*(?:\bround\b.*)?\)/.exec(path)?.[1];
  if (inset !== undefined) {
    const [top = 0, right = top, bottom = top, left = right] = inset.split(/\s+/).map(percentOf);
    return top + bottom >= 100 || left + right >= 100;
  }
  if (/^(?:circle|ellipse)\(\s*0(?:px|%|em)?(?:\s|\))/.test(path)) return true;
  const points = /^polygon\(([^()]*)\)/
    .exec(path)?.[1]
    ?.split(',')
    .map((point) => point.trim().replace(/(?<=\b0)(?:px|%)/g, ''));
  return points !== undefined && new Set(points).size === 1;
}

function percentOf(length: string): number {
  const [, number, unit] = /^(\d*\.?\d+)(%|px)?$/.exec(length) ?? [];
  // Longer than any line or paragraph is high.
  return number === undefined ? 0 : unit === '%' ? Number(number) : Number(number) >= 9999 ? 100 : 0;
}
