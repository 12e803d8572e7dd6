import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from '../../../src/colour/colour.js';
import { defaultTheme, parseTheme } from '../../../src/layout/theme/theme.js';
import { themeShape } from '../../../src/layout/theme/theme-shape.js';
import type { SettingShape } from '../../../src/syntax/setting-shape.js';
import { madeBy } from '../setting.js';

const read = (text: string) => parseTheme(text, 'my.yaml');

describe('themes that come with the program', () => {
  it('the shared one says what the built-in one says', () => {
    expect(madeBy(read(readFileSync('templates/shared/theme.yaml', 'utf8')))).toEqual(defaultTheme);
  });

  const packs = readdirSync('templates', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('theme.yaml'),
  );
  it.each(packs)('%s is without fault', (file) => {
    const outcome = parseTheme(readFileSync(`templates/${file}`, 'utf8'), file);
    expect(outcome.diagnostics).toEqual([]);
  });

  it('the documentation has every field and every default', () => {
    const text = readFileSync('docs/themes.md', 'utf8');
    const missing = leaves(themeShape, '', defaultTheme).filter(([path, value]) => {
      const name = path.split('.').slice(1).join('.') || path;
      const row = text.split('\n').find((line) => line.startsWith(`| \`${name}\` | `) && line.includes(shown(value)));
      return row === undefined && path !== 'fontFiles' && !path.startsWith('logo');
    });
    expect(missing).toEqual([]);
  });
});

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  return String(value);
}

function leaves(field: SettingShape, path: string, value: unknown): [string, unknown][] {
  if (field.kind !== 'section') return [[path, value]];
  return Object.entries(field.fields).flatMap(([name, inner]) =>
    leaves(inner, path === '' ? name : `${path}.${name}`, (value as Record<string, unknown> | null)?.[name]),
  );
}

describe('a theme file', () => {
  it('changes what it names and nothing else', () => {
    const theme = madeBy(read('colours:\n  accent: "#5B1A3A"\nsizes: {title: 30}\n'));
    expect(theme).toEqual({
      ...defaultTheme,
      colours: { ...defaultTheme.colours, accent: '#5b1a3a' },
      sizes: { ...defaultTheme.sizes, title: 30 },
    });
  });

  it('is laid over its base', () => {
    const base = madeBy(read('text: {size: 12}'));
    expect(madeBy(parseTheme('text: {leading: 18}', 'x.yaml', base)).text).toEqual({
      size: 12,
      leading: 18,
      alignment: 'ragged',
      hyphenate: true,
      smart: false,
      references: 'raised',
    });
  });

  it('has leading and headings that go with the size of the text, where it does not set them', () => {
    const { text, sizes } = madeBy(read('text: {size: 12}\nsizes: {heading3: 11}'));
    expect(text).toMatchObject({ size: 12, leading: 15.6 });
    expect(sizes).toEqual({ ...defaultTheme.sizes, lead: 14.4, heading2: 14.4, heading3: 11, heading4: 12 });
    expect(madeBy(read('text: {size: 12, leading: 14}')).text.leading).toBe(14);
    expect(madeBy(read('text: {leading: 16}')).sizes).toEqual(defaultTheme.sizes);
  });

  it.each(['', '# nothing\n', 'page:\n'])('may be empty: %j', (text) => {
    expect(madeBy(read(text))).toEqual(defaultTheme);
  });

  it('names own fonts by face, and a logo', () => {
    const theme = madeBy(read('fontFiles:\n  Mine:\n    normal: a.ttf\n    bold: b.ttf\nlogo: {file: l.svg}\n'));
    expect(theme.fontFiles).toEqual({ Mine: { normal: 'a.ttf', bold: 'b.ttf' } });
    expect(theme.logo).toEqual({ file: 'l.svg', width: 30, alt: '' });
  });

  it('may take a logo away again', () => {
    const base = madeBy(read('logo: {file: l.svg}'));
    expect(madeBy(parseTheme('logo: null', 'x.yaml', base)).logo).toBeNull();
  });

  it('reports everything that is wrong, each with its place', () => {
    const text = [
      'colours:',
      '  acent: "#123456"',
      '  rule: blue',
      'page:',
      '  paper: A5',
      '  rail: 200',
      'text: 7',
      'fonts: {body: 3}',
      'logo: {width: 20}',
    ];
    const outcome = read(text.join('\n'));
    expect(outcome.ok).toBe(false);
    const found = outcome.diagnostics.map(({ code, place, hints }) => [
      code,
      place?.line,
      place?.column,
      hints[0] ?? '',
    ]);
    expect(found).toEqual([
      ['theme-invalid', 2, 3, 'Did you mean `accent`?'],
      ['theme-invalid', 3, 9, ''],
      ['theme-invalid', 5, 10, ''],
      ['theme-invalid', 6, 9, ''],
      ['theme-invalid', 7, 7, ''],
      ['theme-invalid', 8, 15, ''],
      ['theme-invalid', 9, 1, 'Add `file`, or write `logo: null`.'],
    ]);
  });

  it.each([
    ['colours:\n  text: "#11\n', 2],
    ['a: 1\na: 2\n', 2],
    ['\tpage: 1\n', 1],
    ['- a\n', 1],
    ['colours: *nothing\n', 1],
  ])('that is not YAML, or not fields, is an error with its line: %j', (text, line) => {
    const outcome = read(text);
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics[0]).toMatchObject({ code: 'theme-invalid', place: { file: 'my.yaml' } });
    expect(outcome.diagnostics.map((one) => one.place?.line)).toContain(line);
  });

  it('warns of pale text, where the pale colour stands', () => {
    const outcome = read('colours:\n  muted: "#aaaaaa"\n');
    expect(outcome.ok).toBe(true);
    expect(outcome.diagnostics).toMatchObject([
      { severity: 'warning', code: 'theme-invalid', place: { line: 2, column: 10 } },
    ]);
  });

  it('cannot reach the prototype of things', () => {
    const theme = madeBy(read('fontFiles:\n  __proto__: {normal: a.ttf}\n'));
    expect(Object.getPrototypeOf(theme.fontFiles)).toBe(Object.prototype);
    expect(read('__proto__: {}\n').ok).toBe(false);
    expect(read('constructor: {}\n').ok).toBe(false);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof read(text).ok === 'boolean'));
    const odd = fc.constantFrom(
      'a: &a [*a]',
      '&a {b: *a}',
      '<<: 1',
      '? {a: 1} : 2',
      '!!js/function x',
      '[',
      '{',
      'page: {margins: [1]}',
    );
    fc.assert(fc.property(fc.array(odd), (lines) => typeof read(lines.join('\n')).ok === 'boolean'));
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('is enough for all text of the built-in theme', () => {
    const { text, muted, accent, link, warning, tint, codeGround } = defaultTheme.colours;
    for (const colour of [text, muted, accent, link, warning])
      expect(contrastRatio(colour, '#ffffff')).toBeGreaterThan(4.5);
    for (const colour of [text, muted, accent, warning]) expect(contrastRatio(colour, tint)).toBeGreaterThan(4.5);
    expect(contrastRatio(text, codeGround)).toBeGreaterThan(4.5);
  });
});
