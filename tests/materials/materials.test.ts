import { describe, expect, test } from 'vitest';
import { failure } from '../../src/diagnostics/diagnostic.js';
import { Materials } from '../../src/materials/materials.js';
import { openBrief, openText, unopened } from '../../src/materials/open-brief.js';
import { type MemoryEntry, MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';
import { brief } from '../cli/session.js';

type Choices = ConstructorParameters<typeof Materials>[1];

/** What a brief at /desk/a.yaml is made with. */
function materialsOf(files: Record<string, MemoryEntry>, choices: Choices = {}, faults = {}) {
  const workspace = memoryWorkspace(new MemoryFiles(files, faults));
  const opened = openBrief(workspace, '/desk/a.yaml');
  if (!opened.loaded.ok) throw new Error(JSON.stringify(opened.loaded.diagnostics));
  const materials = new Materials(workspace, choices);
  return { materials, loaded: opened.loaded.value, found: materials.for(opened.loaded.value, opened) };
}

const at = (more = '', others: Record<string, MemoryEntry> = {}) => ({ '/desk/a.yaml': brief(more), ...others });
const themed = at('layout: { theme: house/theme.yaml }\n');
const JUDGED = 'judgements: [{ text: Proceedings will be opened., likelihood: likely }]\n';
const PLAIN = 'text: { size: 12, leading: 16 }\n';

describe('what a brief is made with', () => {
  test.each([
    ['type: read-ahead\nmeeting: { at: 2024-09-06, purpose: To agree., objectives: [A statement.] }\n', 'read-ahead'],
    ['type: action-memo\nrequest: { kind: note }\n', 'submission'],
    [`type: assessment\n${JUDGED}`, 'assessment'],
    ['', 'policy-memo'],
    [`type: assessment\n${JUDGED}layout: { template: two-pager }\n`, 'two-pager'],
  ])('is the pack of its type, or the one that it names: %j', (more, name) => {
    const { found } = materialsOf(at(more));
    expect(found.ok && found.value.pack.name).toBe(name);
  });

  test('is what a person chooses before what the brief names', () => {
    const { found } = materialsOf(at('layout: { template: two-pager }\n'), { template: 'submission' });
    expect(found.ok && found.value.pack.name).toBe('submission');
  });

  test('is read once, however many briefs are made with it', () => {
    const { materials, loaded, found } = materialsOf(at());
    const again = materials.for(loaded, openBrief(memoryWorkspace(new MemoryFiles(at())), '/desk/a.yaml'));
    expect(found.ok && again.ok && again.value.pack).toBe(found.ok && found.value.pack);
  });

  test.each([
    ['the pack', at('layout: { template: ../pack }\n'), 'template-not-found', 'layout.template'],
    ['the theme', themed, 'file-not-found', 'layout.theme'],
    [
      'a theme outside its folder',
      at('layout: { theme: x.yaml }\n', { '/desk/x.yaml': { link: '/out.yaml' }, '/out.yaml': PLAIN }),
      'file-outside-folder',
      'layout.theme',
    ],
  ])('and where it is not there, the brief says which field names it: %s', (_what, files, code, field) => {
    const { found } = materialsOf(files);
    expect(found.diagnostics).toMatchObject([{ code, field, place: { file: 'a.yaml' } }]);
  });

  test.each([
    [{ fonts: 'none' }, 'should hold fonts'],
    [{ templateFolders: ['none'] }, 'should hold template packs'],
    [{ labels: 'none' }, 'should hold labels'],
  ])('a folder that is misspelt is an error: %j', (choices, message) => {
    const { found } = materialsOf(at(), choices);
    expect(found.diagnostics).toMatchObject([{ code: 'config-invalid', message: expect.stringContaining(message) }]);
  });

  test('tells what is not in the program', () => {
    const files = at('', { '/desk/mine.yaml': PLAIN, '/desk/words/en.yaml': 'labels: { to: For }\n' });
    const { found } = materialsOf(files, { theme: 'mine.yaml', labels: 'words' });
    expect(found.ok && found.value.own).toEqual(['theme', 'labels']);
    expect(materialsOf(at()).found).toMatchObject({ value: { own: [] } });
  });

  test('is watched, apart from what comes with the program', () => {
    const { materials, loaded } = materialsOf(at('', { '/desk/mine.yaml': PLAIN }), { theme: 'mine.yaml' });
    expect(materials.watched(loaded)).toContain('/desk/mine.yaml');
  });
});

describe('themes', () => {
  test('of a brief vary that of the pack, from the folder of the brief', () => {
    const { found } = materialsOf({ ...themed, '/desk/house/theme.yaml': PLAIN });
    expect(found.ok && found.value.theme.text).toMatchObject({ size: 12, leading: 16 });
    expect(materialsOf(at()).found).not.toMatchObject({ value: { theme: { text: { size: 12, leading: 16 } } } });
  });

  const LOGO = 'logo: { file: logo.svg, alt: Ministry }\n';
  test('have their logo beside them', () => {
    const { found } = materialsOf({ ...themed, '/desk/house/theme.yaml': LOGO, '/desk/house/logo.svg': '<svg/>' });
    expect(found.ok && new TextDecoder().decode(found.value.logo ?? undefined)).toBe('<svg/>');
  });

  test.each([
    ['is not there', {}, {}, 'there is no such file'],
    [
      'lies outside',
      { '/desk/house/logo.svg': { link: '/l.svg' }, '/l.svg': 'x' },
      {},
      'it is outside the folder that it may',
    ],
    [
      'may not be read',
      { '/desk/house/logo.svg': 'x' },
      { 'read /desk/house/logo.svg': 'EACCES' },
      'it is not a file that you may read',
    ],
  ])('say it where a logo %s', (_what, more, faults, why) => {
    const files = { ...themed, '/desk/house/theme.yaml': LOGO, ...more } as Record<string, MemoryEntry>;
    const { found } = materialsOf(files, {}, faults);
    expect(found.diagnostics).toMatchObject([
      {
        code: 'theme-invalid',
        message: expect.stringContaining(`The logo \`logo.svg\` cannot be read: ${why}`),
        place: { file: 'house/theme.yaml', line: 1 },
      },
    ]);
  });

  test('of a person may take what they name from anywhere, and say why they could not', () => {
    const mine = 'logo: { file: ../elsewhere/logo.svg, alt: Ministry }\n';
    const files = at('', { '/desk/mine.yaml': mine, '/elsewhere/logo.svg': '<svg/>' });
    const { found } = materialsOf(files, { theme: 'mine.yaml' });
    expect(found.ok && new TextDecoder().decode(found.value.logo ?? undefined)).toBe('<svg/>');
    const denied = materialsOf(files, { theme: 'mine.yaml' }, { 'read /elsewhere/logo.svg': 'EACCES' });
    expect(denied.found.diagnostics[0]?.message).toContain('it is not a file that you may read');
    const { '/elsewhere/logo.svg': _, ...without } = files as Record<string, MemoryEntry>;
    expect(materialsOf(without, { theme: 'mine.yaml' }).found.diagnostics[0]?.message).toContain('no such file');
  });

  test('name fonts that there are', () => {
    const { found } = materialsOf({ ...themed, '/desk/house/theme.yaml': 'fonts: { body: [No Such Font] }\n' });
    expect(found.ok).toBe(false);
    expect(found.diagnostics[0]).toMatchObject({ code: 'theme-invalid' });
  });

  test('may bring fonts of their own', () => {
    const theme = 'fonts: { body: Ours }\nfontFiles:\n  Ours: { normal: ours.ttf }\n';
    const { found } = materialsOf({ ...themed, '/desk/house/theme.yaml': theme, '/desk/house/ours.ttf': 'a font' });
    expect(found.diagnostics).toEqual([]);
    expect(found.ok && new TextDecoder().decode(found.value.readFont('Ours', 'normal') ?? undefined)).toBe('a font');
    expect(found.ok && found.value.readFont('Ours', 'bold')).toBeNull();
  });
});

describe('a brief that is opened', () => {
  const files = at('annexes: [{ title: Law, file: law.md }]\n', { '/desk/law.md': 'The law.' });

  test('knows the files that it names, whether they are there or not', () => {
    const opened = openBrief(memoryWorkspace(new MemoryFiles(files)), 'a.yaml');
    expect([...opened.named]).toEqual(['/desk/law.md']);
    expect(opened.readFile('map.png')).toEqual({ ok: false, reason: 'missing' });
    expect([...opened.named]).toEqual(['/desk/law.md', '/desk/map.png']);
    expect([opened.file, opened.folder]).toEqual(['a.yaml', '/desk']);
  });

  test('that is not there says so, and reads nothing', async () => {
    const opened = openBrief(memoryWorkspace(new MemoryFiles(files)), 'b.yaml');
    expect(opened.loaded).toMatchObject({ ok: false, diagnostics: [{ code: 'file-not-found' }] });
    expect(opened.readFile('law.md')).toEqual({ ok: false, reason: 'missing' });
    expect(await unopened('b.yaml', '/desk', failure([])).evidence()).toMatchObject({ ok: false });
  });

  test('is compared with the day of the build only where there is one', () => {
    const workspace = memoryWorkspace(new MemoryFiles());
    const given = { text: brief('reviewBy: 2024-10-01\n'), file: 'a.yaml', folder: '/desk' };
    const codes = (today?: string) => {
      const { loaded } = openText(workspace, today === undefined ? given : { ...given, today });
      return loaded.diagnostics.map(({ code }) => code);
    };
    expect(codes()).toEqual([]);
    expect(codes('2030-01-01').length).toBeGreaterThan(0);
  });
});
