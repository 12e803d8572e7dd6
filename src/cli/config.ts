import { ATTACHMENT_CHOICES } from '../briefing/build-record.js';
import { FORMATS } from '../briefing/choices.js';
import {
  type Diagnostic,
  error,
  failure,
  type Outcome,
  outcomeOf,
  success,
  wholeFile,
} from '../diagnostics/diagnostic.js';
import { PAPERS } from '../document/paper.js';
import { IMPOSITION_CHOICES } from '../imposition/sheet-order.js';
import { STANDARDS } from '../pdf/document/standard.js';
import { type SettingValue, section } from '../syntax/setting-shape.js';
import { readSettings } from '../syntax/settings.js';
import type { Workspace } from '../workspace/workspace.js';

const path = { kind: 'text', what: 'a path' } as const;
const paths = { kind: 'list', what: 'paths', each: path, orOne: true } as const;

export const configurationShape = section({
  input: paths,
  output: path,
  formats: { kind: 'list', what: 'formats', each: { kind: 'choice', of: FORMATS }, orOne: true },
  template: { kind: 'text', what: 'the name or the path of a template pack' },
  templates: paths,
  theme: path,
  labels: path,
  fonts: path,
  paper: { kind: 'choice', of: PAPERS },
  attachments: { kind: 'choice', of: ATTACHMENT_CHOICES },
  standard: { kind: 'choice', of: STANDARDS },
  imposition: { kind: 'choice', of: IMPOSITION_CHOICES },
  incremental: { kind: 'switch' },
  smtp: { kind: 'text', what: 'the address of a mail server, without a password' },
  mailFrom: { kind: 'text', what: 'the address that mails are sent from' },
  printer: { kind: 'text', what: 'the address or the name of a printer' },
});

/** `briefpress.config.yaml` or `.json`. Paths are absolute here; in the file they are relative to it. */
export type Configuration = SettingValue<typeof configurationShape>;

const FILE_NAMES = ['briefpress.config.yaml', 'briefpress.config.yml', 'briefpress.config.json'];
const FILE_LIMIT = 256 * 1024;

/**
 * Reads the configuration that is named, or the first one here or in a folder above; nothing where there is none. It is
 * data: nothing in it is run. Every problem is a `config-invalid` with its place.
 */
export function readConfiguration(workspace: Workspace, named?: string): Outcome<Configuration> {
  const [file, ...others] = named === undefined ? findConfigurations(workspace) : [workspace.resolve(named)];
  if (file === undefined) return success({});
  if (others.length > 0) return failure([ambiguous([file, ...others].map((each) => workspace.name(each)))]);
  const text = workspace.readText(file, FILE_LIMIT);
  return text.ok ? parseConfiguration(text.value, file, workspace) : text;
}

/** Which of them counts would be a matter of luck. */
function ambiguous(files: readonly string[]): Diagnostic {
  return error('config-invalid', `There is more than one configuration here: ${files.join(', ')}.`, {
    at: wholeFile(files[0] ?? ''),
    hints: ['Keep one of them, or name the one that counts with `--config`.'],
  });
}

function findConfigurations(workspace: Workspace): readonly string[] {
  for (let folder = workspace.cwd; ; ) {
    const files = FILE_NAMES.map((name) => workspace.resolve(folder, name));
    const found = files.filter((file) => workspace.kind(file) === 'file');
    const above = workspace.resolve(folder, '..');
    if (found.length > 0 || above === folder) return found;
    folder = above;
  }
}

function parseConfiguration(text: string, file: string, workspace: Workspace): Outcome<Configuration> {
  const about = { file: workspace.name(file), code: 'config-invalid', what: 'The configuration' } as const;
  const { value, problems } = readSettings(text, configurationShape, about);
  const {
    formats,
    paper,
    attachments,
    standard,
    imposition,
    incremental,
    template,
    theme,
    smtp,
    mailFrom,
    printer,
    ...paths
  } = value;
  const absolute = (path: string) => workspace.resolve(file, '..', path);
  const resolved = Object.entries(paths).map(([name, path]) => [
    name,
    typeof path === 'string' ? absolute(path) : path.map(absolute),
  ]);
  const configuration = {
    ...(Object.fromEntries(resolved) as typeof paths),
    ...(formats && { formats }),
    ...(paper && { paper }),
    ...(attachments && { attachments }),
    ...(standard && { standard }),
    ...(imposition && { imposition }),
    ...(incremental !== undefined && { incremental }),
    ...(smtp && { smtp }),
    ...(mailFrom && { mailFrom }),
    ...(printer && { printer }),
    // A name alone is that of a theme that comes with the program.
    ...(theme && { theme: /^[\w-]+$/.test(theme) ? theme : absolute(theme) }),
    ...(template && { template: /[\\/]/.test(template) ? absolute(template) : template }),
  };
  return outcomeOf(configuration, problems);
}
