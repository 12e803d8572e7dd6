import type { DiagnosticCode } from '../../diagnostics/codes.js';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.js';

import { editionShape } from '../../edition/edition.js';
import { number, type Shape, word } from '../../edition/shape.js';
import { checkArguments, type Report, type Vocabulary } from './check-arguments.js';
import { checkDirectives, suggestion } from './check-directives.js';
import { boundScope, describe, innerScope, type Known, resolve, rootScope, type Scope } from './scope.js';
import { BLOCK_HELPERS, SIGNATURES } from './signatures.js';
import { placeOf, type TemplateFile } from './syntax.js';

type Call = Pick<hbs.AST.MustacheStatement, 'params' | 'hash' | 'loc'> & { readonly path: hbs.AST.Expression };

/**
 * Finds every name in a template that means nothing: fields, helpers, partials, labels, directives, whether the branch
 * they stand in is ever taken or not. Handlebars itself prints nothing for a misspelt `{{#if refrence}}`.
 */
export function checkTemplate(template: TemplateFile, vocabulary: Vocabulary): Diagnostic[] {
  const checker = new Checker(template, vocabulary, []);
  checker.program(template.program, rootScope({ shape: editionShape }));
  return dedupe(checker.problems);
}

class Checker implements Report {
  readonly problems: Diagnostic[] = [];

  constructor(
    private readonly template: TemplateFile,
    readonly vocabulary: Vocabulary,
    /** The partials that led here, to find one that calls itself. */
    private readonly trail: readonly string[],
  ) {}

  report(code: DiagnosticCode, node: { readonly loc: hbs.AST.SourceLocation }, message: string, hint: string): void {
    const place = placeOf(this.template.file, node.loc);
    this.problems.push(error(code, message, { at: place, hints: [hint] }));
  }

  program(program: hbs.AST.Program, scope: Scope): void {
    for (const statement of program.body) this.statement(statement, scope);
  }

  private statement(node: hbs.AST.Statement, scope: Scope): void {
    switch (node.type) {
      case 'MustacheStatement':
        this.mustache(node as hbs.AST.MustacheStatement, scope);
        break;
      case 'BlockStatement':
        this.block(node as hbs.AST.BlockStatement, scope);
        break;
      case 'PartialStatement':
        this.partial(node as hbs.AST.PartialStatement, scope);
        break;
      case 'ContentStatement':
        this.problems.push(...checkDirectives(node as hbs.AST.ContentStatement, this.template));
        break;
      case 'CommentStatement':
        break;
      default:
        this.report(
          'template-syntax',
          node,
          'Templates have no inline or block partials and no decorators.',
          'Put the passage into a file of its own in `partials/`.',
        );
    }
  }

  private mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const value = this.call(node, scope);
    if (value === null || PRINTABLE.has(value.shape.kind)) return;
    const shape = value.shape;
    const what = describe(shape);
    const hint =
      shape.kind === 'record'
        ? `Print one of its fields (${Object.keys(shape.fields).join(', ')})${shape.name === 'party' ? ', or `{{party …}}`' : ''}.`
        : shape.kind === 'list'
          ? 'Use {{#each …}}, {{list …}} or {{join … ", "}}.'
          : 'Use it in {{#if …}}.';
    this.report('template-syntax', node, `\`${original(node.path)}\` is ${what}, which cannot be printed.`, hint);
  }

  /** A helper with its arguments, or a field; null where something was wrong and has been reported. */
  private call(node: Call, scope: Scope): Known | null {
    const path = node.path;
    if (path.type !== 'PathExpression') return this.expression(path, scope);
    const name = original(path);
    const hasArguments = node.params.length > 0 || node.hash !== undefined;
    if (!hasArguments) {
      const field = resolve(path as hbs.AST.PathExpression, scope, editionShape);
      if (field.kind === 'found') return field.value;
      if (!Object.hasOwn(SIGNATURES, name)) return this.expression(path, scope);
    }
    const signature = Object.hasOwn(SIGNATURES, name) ? SIGNATURES[name] : undefined;
    if (signature === undefined) {
      this.report(
        'template-unknown-field',
        path,
        `There is no helper \`${name}\`.`,
        suggestion(name, Object.keys(SIGNATURES)),
      );
      return null;
    }
    return checkArguments(this, { name, signature, node }, (each) => this.expression(each, scope));
  }

  private expression(node: hbs.AST.Expression, scope: Scope): Known | null {
    switch (node.type) {
      case 'PathExpression':
        return this.path(node as hbs.AST.PathExpression, scope);
      case 'SubExpression':
        return this.call(node as hbs.AST.SubExpression, scope);
      case 'StringLiteral':
        return { shape: word('a string'), literal: (node as hbs.AST.StringLiteral).value };
      case 'NumberLiteral':
        return { shape: number('a number') };
      default:
        return { shape: { kind: 'flag', about: 'a yes or no' } };
    }
  }

  private path(node: hbs.AST.PathExpression, scope: Scope): Known | null {
    const found = resolve(node, scope, editionShape);
    if (found.kind === 'found') return found.value;
    const hint = suggestion(found.name, found.names);
    this.report('template-unknown-field', node, `There is no \`${found.name}\` in ${found.within}.`, hint);
    return null;
  }

  private block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const name = node.path.original;
    const subject = node.params[0];
    if (!(BLOCK_HELPERS as readonly string[]).includes(name) || subject === undefined || node.params.length > 1) {
      const wrong = (BLOCK_HELPERS as readonly string[]).includes(name) ? `takes one argument` : 'is not a block';
      this.report(
        'template-unknown-field',
        node.path,
        `\`{{#${name}}}\` ${wrong}.`,
        suggestion(name, [...BLOCK_HELPERS]),
      );
      return;
    }
    const value = this.expression(subject, scope);
    if (node.program) this.program(node.program, value === null ? scope : this.blockScope(node, value, scope));
    if (node.inverse) this.program(node.inverse, scope);
  }

  private blockScope(node: hbs.AST.BlockStatement, value: Known, scope: Scope): Scope {
    const params = node.program.blockParams ?? [];
    const bind = (...values: Known[]) =>
      params.flatMap((param, i): [string, Known][] => (values[i] === undefined ? [] : [[param, values[i]]]));
    switch (node.path.original) {
      case 'each': {
        const shape = value.shape;
        if (shape.kind !== 'list') {
          this.report(
            'template-syntax',
            node,
            `{{#each}} goes through lists; this is ${describe(shape)}.`,
            'Use {{#with …}} or {{#if …}}.',
          );
          return innerScope(scope, value, bind(value), true);
        }
        const item: Known = { shape: shape.of };
        return innerScope(scope, item, bind(item, { shape: number('place in the list, from 0') }), true);
      }
      case 'with':
        return innerScope(scope, value, bind(value), scope.inLoop);
      default:
        return boundScope(scope, []);
    }
  }

  private partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    const name = node.name.type === 'PathExpression' ? (node.name as hbs.AST.PathExpression).original : null;
    const partial = name === null ? undefined : this.vocabulary.partials.get(name);
    const context = node.params[0] === undefined ? scope.context : this.expression(node.params[0], scope);
    const pairs = (node.hash?.pairs ?? []).map((pair) => [pair.key, this.expression(pair.value, scope)] as const);
    if (name === null || partial === undefined) {
      const message =
        name === null ? 'The name of a partial has to be written out.' : `There is no partial \`${name}\`.`;
      this.report(
        'template-unknown-field',
        node,
        message,
        suggestion(name ?? '', [...this.vocabulary.partials.keys()]),
      );
      return;
    }
    if (this.trail.includes(name)) {
      this.report(
        'template-syntax',
        node,
        `The partial \`${name}\` calls itself.`,
        'Partials may call others, never in a circle.',
      );
      return;
    }
    if (context === null || pairs.some(([, value]) => value === null)) return;
    const inherited = node.params[0] === undefined ? scope.given : new Map<string, Known>();
    const given = new Map([
      ...inherited,
      ...pairs.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])),
    ]);
    const inner = new Checker(partial, this.vocabulary, [...this.trail, name]);
    inner.program(partial.program, rootScope(context, given));
    this.problems.push(...inner.problems);
  }
}

const PRINTABLE: ReadonlySet<Shape['kind']> = new Set(['text', 'date', 'likelihood', 'citation', 'word', 'number']);

function original(path: hbs.AST.Expression): string {
  return String((path as Partial<hbs.AST.PathExpression>).original ?? '');
}

/** A partial that is called twice has its mistakes found twice. */
function dedupe(problems: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify([problem.place, problem.message]), problem]));
  return [...seen.values()];
}
