import { type Surface, surfacesOfText } from './surfaces.js';

/** Elements that stand in the middle of a word or of a sentence: without them it reads on. */
const IN_LINE = 'a|abbr|b|bdi|bdo|code|del|em|i|ins|mark|s|small|span|strong|sub|sup|text|tspan|u|wbr';
const IN_LINE_TAG = new RegExp(`</?(?:${IN_LINE})(?:\\s[^>]*)?>`, 'gi');
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;
const DATA = /^data:[^,]*;base64,([A-Za-z0-9+/=]+)$/;

/** Everything in a page of HTML that can be read, by a person or a program: its words, every attribute, its comments and style. */
export function surfacesOfHtml(html: string): readonly Surface[] {
  const body = html.replace(STYLE, '');
  const words = body
    .replace(/<!--[\s\S]*?-->/g, '\n')
    .replace(IN_LINE_TAG, '')
    .replace(/<[^>]*>/g, '\n');
  const parted = body.replace(/<[^>]*>/g, '\n');
  const attributes = [...body.matchAll(/=\s*"([^"]*)"/g)].map(([, value = '']) => value);
  const styles = [...html.matchAll(STYLE)].map(([, rules = '']) => rules);
  return [
    ...[words, parted].flatMap((text) => surfacesOfText(text, 'in its text')),
    ...attributes.flatMap(attributeSurfaces),
    ...styles.map((text) => ({ where: 'in its style', text })),
    { where: 'in the bytes of the file', text: html, isRaw: true },
  ];
}

function attributeSurfaces(value: string): readonly Surface[] {
  const [, data] = DATA.exec(value) ?? [];
  if (data === undefined) return surfacesOfText(value, 'in an attribute');
  return [{ where: 'in a picture', text: atob(data), isRaw: true }];
}
