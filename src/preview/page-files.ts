import { installationFolder } from '../workspace/installation.js';
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
  ttf: 'font/ttf',
};
const FILE_LIMIT = 8 * 1024 * 1024;

/** The files of the page, by name: those that the build has put into `dist/page/`, read once, and no others. */
export function pageFiles(workspace: Workspace): ReadonlyMap<string, PageFile> {
  return filesIn(workspace, 'page', /\.(?:html|js|mjs|css|svg|json)$/);
}

/** The fonts that documents are set in, which the page uses too. */
export function fontFiles(workspace: Workspace): ReadonlyMap<string, PageFile> {
  return filesIn(workspace, 'assets', /^Source\w+\.ttf$/);
}

function filesIn(workspace: Workspace, name: string, wanted: RegExp): ReadonlyMap<string, PageFile> {
  const folder = `${installationFolder()}/dist/${name}`;
  const entries = workspace.list(folder);
  const files = (entries.ok ? entries.value : []).flatMap(({ name, kind }): [string, PageFile][] => {
    const type = TYPES[/\.(\w+)$/.exec(name)?.[1] ?? ''];
    if (kind !== 'file' || type === undefined || !wanted.test(name)) return [];
    const bytes = workspace.read(`${folder}/${name}`, FILE_LIMIT);
    return bytes.ok ? [[name, { type, bytes: bytes.value }]] : [];
  });
  return new Map(files);
}
