import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PreviewSettings } from '../../src/preview/preview-settings.js';
import type { State } from '../../src/preview/protocol.js';
import { type Preview, startPreview } from '../../src/preview/server.js';
import { diskWorkspace } from '../../src/workspace/workspace.js';

export const BRIEF = `# What this is about
briefpress: 1
title: "A visit" # in short
asOf: 2024-09-04
summary: Somebody came.
keyFacts:
  - id: came
    text: The visitor came on Monday.
    sources: [press]
sources:
  - id: press
    type: article-newspaper
    title: A report
    issued: 2024-09-03
`;

/** A folder with files, as long as the test runs. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-preview-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A preview of a brief, or of a folder with briefs, which ends with the test. */
export async function previewOf(
  folder: string,
  target: string,
  listening: { readonly port: number; readonly key?: string } = { port: 0 },
  settings: Partial<PreviewSettings> = {},
): Promise<Preview> {
  const preview = await startPreview(
    diskWorkspace(folder),
    {
      target,
      materials: {},
      building: {},
      today: () => '2024-09-05',
      begin: (where, name) => {
        writeFileSync(join(where, `${name}.yaml`), BRIEF);
        return { ok: true, value: join(where, `${name}.yaml`), diagnostics: [] };
      },
      told: (diagnostic) => diagnostic,
      faultOf: (fault) => {
        throw fault;
      },
      ...settings,
    },
    listening,
  );
  onTestFinished(() => preview.stop());
  return preview;
}

/** The first state for which `isIt` holds. */
export function stateWhere(preview: Preview, isIt: (state: State) => boolean): Promise<State> {
  return new Promise((resolve) => {
    if (isIt(preview.session.state)) {
      resolve(preview.session.state);
      return;
    }
    const end = preview.session.subscribe((state) => {
      if (!isIt(state)) return;
      end();
      resolve(state);
    });
  });
}

export const isReady = ({ build }: State) => build.status === 'ready';

/** Asks as the page does. */
export function ask(preview: Preview, path: string, body?: unknown, method = 'POST'): Promise<Response> {
  if (body === undefined) return fetch(preview.address + path);
  const headers = {
    'content-type': 'application/json',
    'x-briefpress-preview': '1',
    origin: new URL(preview.address).origin,
  };
  return fetch(preview.address + path, { method, headers, body: JSON.stringify(body) });
}
