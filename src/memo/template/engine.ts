import Handlebars from 'handlebars';
import Runtime from 'handlebars/runtime';

/** A parsed template, which Handlebars calls a program. */
export type Program = hbs.AST.Program;

/** What one run of a template brings along: the helpers, and the hook that every printed value goes through. */
export interface Run {
  readonly helpers: Readonly<Record<string, (...args: never[]) => unknown>>;
  print(value: unknown): string;
}

export type CompiledTemplate = (context: unknown, run: Run) => string;

/** The name under which compiled code calls `Run.print`. A template that uses it is refused as an unknown helper. */
const PRINT = '__print';

type CodeGenerator = new () => object;

/**
 * A Handlebars of our own. Its compiler hands every printed value to `Run.print` instead of escaping it for HTML.
 * Replacing `escapeExpression` on the instance has no effect and on `Utils` would change every Handlebars in the
 * process, so the code generator is subclassed. Prototype access stays blocked, which is the default.
 */
function createCompiler(): typeof Handlebars {
  const engine = Handlebars.create();
  const Base = (Handlebars as unknown as { JavaScriptCompiler: CodeGenerator }).JavaScriptCompiler;
  class PlaceholderCompiler extends Base {
    // Handlebars makes the generators of nested programs with `new this.compiler()`.
    get compiler(): typeof PlaceholderCompiler {
      return PlaceholderCompiler;
    }
    appendEscaped(): void {
      const self = this as unknown as CodeGeneration;
      // Handlebars writes to the last argument of every helper, so there has to be an object for it.
      self.pushSource(self.appendToBuffer([`helpers.${PRINT}(`, self.popStack(), ',{})']));
    }
  }
  (engine as unknown as { JavaScriptCompiler: CodeGenerator }).JavaScriptCompiler = PlaceholderCompiler;
  return withoutUnsafe(engine);
}

function withoutUnsafe<Engine extends Pick<typeof Handlebars, 'unregisterHelper'>>(engine: Engine): Engine {
  for (const name of ['log', 'lookup']) engine.unregisterHelper(name);
  return engine;
}

interface CodeGeneration {
  popStack(): unknown;
  appendToBuffer(source: unknown): unknown;
  pushSource(source: unknown): void;
}

/** Throws Handlebars' own error at a syntax error; `syntax.ts` turns it into a diagnostic. */
export function parseTemplate(source: string): Program {
  return Handlebars.parse(source);
}

/**
 * Compiles a template with the partials it may call.
 * Every `{{{x}}}` becomes `{{x}}`: there is no way to print a value past the hook.
 */
export function compileTemplate(program: Program, partials: ReadonlyMap<string, Program>): CompiledTemplate {
  const engine = createCompiler();
  const compile = (ast: Program) => {
    guardTripleStash(ast);
    return engine.compile(ast, { preventIndent: false });
  };
  for (const [name, ast] of partials) engine.registerPartial(name, compile(ast));
  return runner(compile(program));
}

function runner(template: HandlebarsTemplateDelegate): CompiledTemplate {
  return (context, run) =>
    template(context, { helpers: { ...run.helpers, [PRINT]: (value: unknown) => run.print(value) } });
}

/** A template or a partial as the text of a JavaScript value, for `fromPrecompiled`. */
export function precompileTemplate(program: Program): string {
  guardTripleStash(program);
  return String(createCompiler().precompile(program, { preventIndent: false }));
}

/** A template, compiled before, with the partials it may call: each is taken when it is first called. No compiler is loaded. */
export function fromPrecompiled(program: unknown, partials: ReadonlyMap<string, () => unknown>): CompiledTemplate {
  const engine = withoutUnsafe(Runtime.create());
  for (const [name, partial] of partials) {
    let template: HandlebarsTemplateDelegate | undefined;
    engine.registerPartial(name, (context, options) => {
      template ??= engine.template(partial() as object);
      return template(context, options);
    });
  }
  return runner(engine.template(program as object));
}

/** Calls `visit` for the text between the tags of a template, block by block. */
export function visitContent(program: Program, visit: (content: hbs.AST.ContentStatement) => void): void {
  class Contents extends Handlebars.Visitor {
    override ContentStatement(content: hbs.AST.ContentStatement): void {
      visit(content);
    }
  }
  new Contents().accept(program);
}

function guardTripleStash(ast: Program): void {
  class Guard extends Handlebars.Visitor {
    override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
      mustache.escaped = true;
      super.MustacheStatement(mustache);
    }
  }
  new Guard().accept(ast);
}
