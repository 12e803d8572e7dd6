/**
 * Tells Stryker which texts are wording: what people read in a message, and what no test should repeat letter by letter.
 * Codes, keys, operators, names and separators are texts as well, and stay.
 */

/** Two words with a space between them, or a word beside the place where a value is filled in. */
const SENTENCE = /\p{L}[\p{L}\p{N}`"'().,:;]* ["'`(]?\p{L}/u;
const BESIDE_A_VALUE = /^[\p{P}\s]*[\p{L}\p{P}]+ | [\p{L}\p{P}]+[\p{P}\s]*$/u;

/** What may be filled in without anything else being hidden: names, members, calls of them. */
function isPlain(node) {
  if (node.type === 'Identifier' || node.type === 'ThisExpression' || node.type === 'PrivateName') return true;
  if (/^(?:Optional)?MemberExpression$/.test(node.type)) return isPlain(node.object) && isPlain(node.property);
  if (/^(?:Optional)?CallExpression$/.test(node.type)) return isPlain(node.callee) && node.arguments.every(isPlain);
  return node.type === 'NumericLiteral';
}

function isWording(node) {
  if (node.type === 'StringLiteral') return SENTENCE.test(node.value);
  if (node.type !== 'TemplateLiteral' || !node.expressions.every(isPlain)) return false;
  const texts = node.quasis.map(({ value }) => value.cooked ?? '');
  return texts.some((text) => SENTENCE.test(text) || (/\p{L}{2}/u.test(text) && BESIDE_A_VALUE.test(text)));
}

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'wording',
    value: {
      shouldIgnore: ({ node }) => (isWording(node) ? 'The wording of messages is for people to judge.' : undefined),
    },
  },
];
