import type { DiagnosticCode } from '../../diagnostics/codes.js';
import { editionShape } from '../../edition/edition.js';
import { flag, number, plain, type Shape } from '../../edition/shape.js';
import { suggestion } from './check-directives.js';
import { describe, fieldNames, type Known } from './scope.js';
import type { Parameter, Signature } from './signatures.js';
import type { TemplateFile } from './syntax.js';

/** What a template may name besides fields: the partials of its pack and the words of the label files. */
export interface Vocabulary {
  readonly partials: ReadonlyMap<string, TemplateFile>;
  /** The names in braces that the text of a label asks for; null where no label file has the key. */
  labelFields(key: string): readonly string[] | null;
  readonly labels: readonly string[];
  readonly groups: readonly string[];
}

/** Takes what is wrong with a call. */
export interface Report {
  readonly vocabulary: Vocabulary;
  report(code: DiagnosticCode, node: { readonly loc: hbs.AST.SourceLocation }, message: string, hint: string): void;
}

/** A helper's call in a template, and what the helper takes. */
export interface Call {
  readonly name: string;
  readonly signature: Signature;
  readonly node: {
    readonly params: hbs.AST.Expression[];
    readonly hash: hbs.AST.Hash;
    readonly loc: hbs.AST.SourceLocation;
  };
}
interface Argument {
  readonly node: hbs.AST.Expression;
  readonly value: Known | null;
}
type KnownArgument = Argument & { readonly value: Known };

/** Checks the arguments of a helper's call and returns the shape of what it gives. */
export function checkArguments(
  checker: Report,
  call: Call,
  evaluate: (node: hbs.AST.Expression) => Known | null,
): Known {
  const { name, signature } = call;
  const given = call.node.params.map((node): Argument => ({ node, value: evaluate(node) }));
  for (const pair of call.node.hash?.pairs ?? []) evaluate(pair.value);
  const { takes, rest } = signature;
  if (given.length < takes.length || (rest === undefined && given.length > takes.length)) {
    const count = `${takes.length}${rest === undefined ? '' : ' or more'}`;
    const message = `\`${name}\` takes ${count} argument${count === '1' ? '' : 's'}, found ${given.length}.`;
    checker.report('template-syntax', call.node, message, `For example ${signature.example}.`);
  }
  for (const [i, argument] of given.entries()) {
    const parameter = takes[i] ?? rest;
    if (parameter !== undefined) checkArgument(checker, argument, parameter, name);
  }
  checkNamed(checker, call, given);
  if (name === 'any') checkListField(checker, given);
  return { shape: RESULTS[signature.gives] };
}

const RESULTS: Readonly<Record<Signature['gives'], Shape>> = {
  text: plain('a text'),
  flag: flag('a yes or no'),
  number: number('a number'),
};

function checkArgument(checker: Report, { node, value }: Argument, parameter: Parameter, helper: string): void {
  if (value === null) return;
  if (parameter.accepts.includes('key')) {
    checkKey(checker, { node, value }, 'label', checker.vocabulary.labels);
    return;
  }
  if (parameter.accepts.includes('group')) {
    checkKey(checker, { node, value }, 'group of terms', checker.vocabulary.groups);
    return;
  }
  if (parameter.accepts.includes('section')) {
    checkSection(checker, node, value);
    return;
  }
  if (parameter.accepts.some((each) => accepts(each, value.shape))) return;
  const wanted = parameter.accepts
    .map((each) => (each === 'party' || each === 'source' ? `a ${each}` : each))
    .join(' or ');
  const message = `\`${helper}\` wants its ${parameter.name} to be ${wanted}; this is ${describe(value.shape)}.`;
  checker.report('template-syntax', node, message, 'docs/templates.md lists what each helper takes.');
}

function accepts(accepted: Parameter['accepts'][number], shape: Shape): boolean {
  if (accepted === 'anything' || accepted === shape.kind) return true;
  return shape.kind === 'record' && shape.name === accepted;
}

/** Keys of the label files are written out in the template, so that a misspelt one is found before anything prints. */
function checkKey(checker: Report, { node, value }: KnownArgument, what: string, names: readonly string[]): void {
  if (value.literal === undefined) {
    checker.report(
      'template-syntax',
      node,
      `The name of a ${what} has to be a string.`,
      'For example {{label "sources"}}.',
    );
  } else if (!names.includes(value.literal)) {
    const message = `No label file has a ${what} \`${value.literal}\`.`;
    checker.report('template-label-missing', node, message, suggestion(value.literal, names));
  }
}

/** Ids are the brief's, so that one is there cannot be known; that a section could bear it can. */
function checkSection(checker: Report, node: hbs.AST.Expression, { literal }: Known): void {
  if (literal === undefined) {
    const message = 'The id of a section has to be written out.';
    checker.report('template-syntax', node, message, 'For example {{section "finance"}}.');
  } else if (fieldNames(editionShape).includes(literal)) {
    const message = `\`${literal}\` is a part of every brief, and not a section of its own.`;
    checker.report('template-unknown-field', node, message, 'Parts have partials, such as {{> key-facts}}.');
  } else if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(literal)) {
    const message = `No section can have the id \`${literal}\`.`;
    const hint = 'Ids are lower-case letters and digits, joined by hyphens.';
    checker.report('template-unknown-field', node, message, hint);
  }
}

function checkNamed(checker: Report, { name, signature, node }: Call, given: readonly Argument[]): void {
  const key = given[0]?.value?.literal;
  const wanted = signature.named === 'label' && key !== undefined ? checker.vocabulary.labelFields(key) : [];
  if (wanted === null) return;
  const pairs = node.hash?.pairs ?? [];
  for (const pair of pairs.filter((each) => !wanted.includes(each.key))) {
    const owner = signature.named === 'label' ? `The label \`${key ?? ''}\`` : `\`${name}\``;
    checker.report('template-syntax', pair, `${owner} does not ask for \`${pair.key}\`.`, suggestion(pair.key, wanted));
  }
  for (const field of wanted.filter((each) => !pairs.some((pair) => pair.key === each))) {
    const hint = `Write {{label "${key ?? ''}" ${field}=…}}.`;
    checker.report('template-syntax', node, `The label \`${key ?? ''}\` asks for \`${field}\`.`, hint);
  }
}

function checkListField(checker: Report, [items, field]: readonly Argument[]): void {
  const shape = items?.value?.shape;
  const name = field?.value?.literal;
  if (shape?.kind !== 'list' || field === undefined || name === undefined) return;
  const names = fieldNames(shape.of);
  if (names.includes(name)) return;
  const message = `There is no \`${name}\` in ${describe(shape.of)}.`;
  checker.report('template-unknown-field', field.node, message, suggestion(name, names));
}
