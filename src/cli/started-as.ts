import { basename, delimiter, dirname, isAbsolute, relative, sep } from 'node:path';
import type { Workspace } from '../workspace/workspace.js';
import { shellWord } from './shell-word.js';

/** The name of the command in messages and help. */
const NAME = 'briefpress';

/**
 * The words that start the program as it was started now, so that a command in a hint works when it is pasted: `npx
 * briefpress` for whoever has it in a project only, `node dist/cli/bin.js` in a clone, `briefpress` where it is on the
 * path. `script` is the path of the program, as Node has it.
 */
export function startedAs(script: string, { cwd, env }: Pick<Workspace, 'cwd' | 'env'>): string {
  if (env.npm_command || env.npm_config_user_agent) return throughRunner(env);
  const file = basename(script);
  const isInProject = isUnder(`${cwd}${sep}node_modules`, script);
  if (isInProject) return `npx ${NAME}`;
  // Windows starts a program that is installed for all projects by its script.
  if (/[\\/]node_modules[\\/]/.test(script)) return NAME;
  if (/\.[cm]?js$/.test(file)) return `node ${shellWord(near(script, cwd))}`;
  const isOnPath = (env.PATH ?? env.Path ?? '').split(delimiter).includes(dirname(script));
  // The executable is told the word that was typed: a name alone was found on the path.
  if (!isAbsolute(script)) return shellWord(script);
  return isOnPath ? file : shellWord(near(script, cwd));
}

/** A package manager that runs programs of packages says who it is in the environment. */
function throughRunner({ npm_config_user_agent: agent = '' }: Workspace['env']): string {
  if (agent.startsWith('pnpm')) return `pnpm exec ${NAME}`;
  if (agent.startsWith('yarn')) return `yarn ${NAME}`;
  return agent.startsWith('bun') ? `bunx ${NAME}` : `npx ${NAME}`;
}

function near(script: string, cwd: string): string {
  const path = relative(cwd, script);
  if (path.startsWith('..')) return script;
  return /\.[cm]?js$/.test(path) ? path : `.${sep}${path}`;
}

function isUnder(folder: string, path: string): boolean {
  return path.startsWith(folder + sep);
}

const COMMANDS =
  'build|check|completion|copies|diff|doctor|email|help|impose|new|preview|print|quote|schema|snapshot|templates|trace|verify|--help';

/** A text in which every command begins with the words that start the program here. */
export function withProgram(text: string, program: string): string {
  if (program === NAME) return text;
  return text.replace(
    new RegExp(`(?<![\\w/.-]|npx |exec |yarn |bunx )${NAME}(?= (?:${COMMANDS}|\\[))`, 'g'),
    () => program,
  );
}
