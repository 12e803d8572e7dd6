import { installationFolder, readAsset } from '../workspace/installation.js';
import type { Workspace } from '../workspace/workspace.js';

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
};
const FILE_LIMIT = 8 * 1024 * 1024;

/** The fonts of the page: those that documents are set in. */
const FONTS = [
  'SourceSans3_400Regular.ttf',
  'SourceSans3_700Bold.ttf',
  'SourceSerif4_400Regular.ttf',
  'SourceSerif4_700Bold.ttf',
  'SourceCodePro_400Regular.ttf',
];

/** The files of the page, by name: those that the build has put into `dist/page/`, read once, and no others. */
export function pageFiles(workspace: Workspace): ReadonlyMap<string, PageFile> {
  const folder = `${installationFolder()}/dist/page`;
  const entries = workspace.list(folder);
  const files = (entries.ok ? entries.value : []).flatMap(({ name, kind }): [string, PageFile][] => {
    const type = TYPES[/\.(\w+)$/.exec(name)?.[1] ?? ''];
    if (kind !== 'file' || type === undefined) return [];
    const bytes = workspace.read(`${folder}/${name}`, FILE_LIMIT);
    return bytes.ok ? [[name, { type, bytes: bytes.value }]] : [];
  });
  return new Map(files);
}

/** A font of the page. */
export function fontFile(name: string): PageFile | undefined {
  return FONTS.includes(name) ? { type: 'font/ttf', bytes: readAsset(name) } : undefined;
}
