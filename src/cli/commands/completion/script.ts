import { script } from '@bomb.sh/tab';

export type Shell = 'bash' | 'zsh' | 'fish' | 'powershell';

/** The command that is completed. Where the program has no name of its own on the path, the script makes it one. */
const NAME = 'briefpress';

/** The script that completes commands in a shell; it asks `program` what may come next, and may be read twice. */
export function completionScript(shell: Shell, program: string): string {
  const name = program === NAME ? '' : `${nameFor(shell, program)}\n\n`;
  return name + (shell === 'bash' ? bashScript(program) : scriptOfTab(shell, program));
}

/** A command of that name, if the program was started in another way. */
function nameFor(shell: Shell, program: string): string {
  switch (shell) {
    case 'bash':
    case 'zsh':
      return `${NAME}() { ${program} "$@"; }`;
    case 'fish':
      return `function ${NAME}; ${program} $argv; end`;
    case 'powershell':
      return `function ${NAME} { ${program} @args }`;
  }
}

/** @bomb.sh/tab prints its scripts itself, and has no other way to give them. */
function scriptOfTab(shell: Shell, program: string): string {
  const printed: string[] = [];
  const { log } = console;
  console.log = (...texts: unknown[]) => void printed.push(`${texts.join(' ')}\n`);
  try {
    script(shell, NAME, program);
  } finally {
    console.log = log;
  }
  return printed.join('');
}

/**
 * For bash there is a script of our own: that of @bomb.sh/tab needs the package bash-completion, sets constants that cannot
 * be set twice in one shell, and runs as a command what was only typed.
 */
function bashScript(program: string): string {
  const [runner = NAME, ...words] = program.split(' ');
  const isRunner = words.length === 1 && words[0] === NAME;
  const alsoRunner = isRunner ? `complete -o bashdefault -o default -F __${NAME}_complete ${runner}\n` : '';
  return `# bash completion for ${NAME}
__${NAME}_complete() {
    local first=1 current=\${COMP_WORDS[COMP_CWORD]} value description
    COMPREPLY=()
    if [[ \${COMP_WORDS[0]##*/} != ${NAME} ]]; then
        [[ $COMP_CWORD -gt 1 && \${COMP_WORDS[1]} == ${NAME} ]] || return 0
        first=2
    fi
    while IFS=$'\\t' read -r value description; do
        [[ -n $value && $value != :* && $value == "$current"* ]] && COMPREPLY+=("$(printf %q "$value")")
    done < <(${program} complete -- "\${COMP_WORDS[@]:first:COMP_CWORD-first+1}" 2>/dev/null)
    [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == */ ]] && compopt -o nospace 2>/dev/null
    return 0
}
complete -o bashdefault -o default -F __${NAME}_complete ${NAME}
${alsoRunner}`;
}
