/** Finds what reaches the machine without an import: globals of Node and of the clock, by the syntax tree. */
import ts from 'typescript';

/** Names that no pure room may use, alone or as the left side of a member. */
const GLOBALS = new Set(['process', 'Buffer', 'require', 'fetch', 'performance', 'crypto', 'navigator', 'setTimeout']);
const MEMBERS = new Set(['Date.now', 'Math.random', 'import.meta']);

/** What is impure in a file: `line:column what`, one entry for each use. */
export function impurities(name, source) {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const report = (node, what) => {
    const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${line + 1}:${character + 1} ${what}`);
  };
  const visit = (node) => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node) && GLOBALS.has(node.text) && isUse(node)) report(node, node.text);
    if (ts.isPropertyAccessExpression(node) && MEMBERS.has(node.getText(file))) report(node, node.getText(file));
    if (ts.isMetaProperty(node)) report(node, 'import.meta');
    const isDate = ts.isNewExpression(node) && node.expression.getText(file) === 'Date';
    if (isDate && (node.arguments?.length ?? 0) === 0) report(node, 'new Date()');
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A field or a parameter of that name is not the global. */
function isUse({ parent, text }) {
  if (ts.isPropertyAccessExpression(parent) && parent.name.text === text) return false;
  const declares = parent.name?.text === text || parent.propertyName?.text === text;
  return !declares && !ts.isImportSpecifier(parent);
}
