const SIZE =
  /(?<![\w.])[\d.]+(?:px|pt|em|rem|ex|%|mm|cm|in|pc)|\b(?:xx?-)?(?:small|large)(?:er|r)?\b(?!-caps)|\bmedium\b/i;

/** A shorthand property expanded to its longhands; any other property unchanged. */
export function longhands(name: string, value: string): (readonly [name: string, value: string])[] {
  if (name === 'marker') return ['start', 'mid', 'end'].map((end) => [`marker-${end}`, value] as const);
  return name === 'font' ? fontLonghands(value) : [[name, value]];
}

/** `italic bold 12px/1.2 Arial`: style and weight come before the size, the family after it. */
function fontLonghands(value: string): (readonly [string, string])[] {
  const size = SIZE.exec(value);
  if (size === null) return [['font', value]];
  const before = value.slice(0, size.index);
  const family = value.slice(size.index + size[0].length).replace(/^\s*\/\s*\S+/, '');
  return [
    ['font-size', size[0]],
    ['font-family', family.trim()],
    ['font-weight', /\b(?:bold|bolder|lighter|[1-9]00)\b/i.exec(before)?.[0] ?? 'normal'],
    ['font-style', /\b(?:italic|oblique)\b/i.test(before) ? 'italic' : 'normal'],
    ['font-variant', /small-caps/i.test(before) ? 'small-caps' : 'normal'],
  ];
}
