import type { Theme } from '../layout/theme/theme-type.js';

/** How an element looks, by its name or, with a dot before it, its class. */
export type MailStyles = Readonly<Record<string, string>>;

/**
 * The look of the theme for mail programs, some of which know no style sheet, no variable and no grid: pixels, colours
 * and margins alone, written into each element. What runs from right to left has its borders and lists turned round.
 */
export function mailStyles({ fonts, colours, text, sizes }: Theme, isRightToLeft: boolean): MailStyles {
  const [start, end] = isRightToLeft ? ['right', 'left'] : ['left', 'right'];
  const size = (points: number, least = 13) => `${Math.max(least, Math.round((points / text.size) * BODY))}px`;
  const body = `${family(fonts.body)},Georgia,'Times New Roman',serif`;
  const head = `${family(fonts.heading)},'Helvetica Neue',Arial,sans-serif`;
  const title = `${family(fonts.title)},Georgia,'Times New Roman',serif`;
  const small = `font-family:${head};font-size:${size(sizes.small)};line-height:1.5`;
  const label = `margin:0 0 6px;font-family:${head};font-size:13px;font-weight:bold;letter-spacing:.5px;color:${colours.accent}`;
  const box = `padding:12px 16px;border-${start}:4px solid ${colours.accent}`;
  return {
    body: `margin:0;padding:0;background:#ffffff`,
    '.letter': `max-width:700px;margin:0 auto;padding:16px;background:#ffffff;color:${colours.text};font-family:${body};font-size:${BODY}px;line-height:1.5;text-align:${start};overflow-wrap:break-word;word-break:break-word`,
    '.furniture': `${small};color:${colours.muted};margin:0 0 16px`,
    '.protective': `margin:0 0 6px;text-align:center;font-weight:bold;letter-spacing:.5px;color:${colours.text}`,
    '.draft': `font-weight:bold;color:${colours.warning};padding:0 8px`,
    '.tlp': 'background:#000000;padding:2px 8px;font-weight:bold;white-space:nowrap',
    ...Object.fromEntries(Object.entries(TLP_COLOURS).map(([tlp, colour]) => [`.${tlp}`, `color:${colour}`])),
    p: 'margin:0 0 12px',
    h1: `margin:0 0 12px;font-family:${title};font-size:${size(sizes.title * 0.8)};line-height:1.2;color:${colours.text}`,
    h2: `margin:24px 0 8px;padding:12px 0 0;border-top:1px solid ${colours.rule};font-family:${head};font-size:${size(sizes.heading2)};line-height:1.25;color:${colours.accent}`,
    h3: `margin:18px 0 6px;font-family:${head};font-size:${size(sizes.heading3)};line-height:1.3`,
    h4: `margin:16px 0 6px;font-family:${head};font-size:${size(sizes.heading4)};line-height:1.3`,
    h5: `margin:16px 0 6px;font-family:${head};font-size:${BODY}px`,
    h6: `margin:16px 0 6px;font-family:${head};font-size:${BODY}px`,
    ul: `margin:0 0 12px;padding:0 0 0 0;padding-${start}:24px`,
    ol: `margin:0 0 12px;padding:0 0 0 0;padding-${start}:28px`,
    li: 'margin:0 0 6px',
    '.task': 'list-style:none',
    '.options': 'list-style:none',
    a: `color:${colours.link}`,
    blockquote: `margin:0 0 12px;padding:0 0 0 0;padding-${start}:14px;border-${start}:3px solid ${colours.rule}`,
    '.translation': `font-style:italic;color:${colours.muted}`,
    hr: `border:0;border-top:1px solid ${colours.rule};margin:20px 0`,
    code: `font-family:${family(fonts.mono)},Consolas,monospace;font-size:14px`,
    pre: `margin:0 0 12px;padding:10px;white-space:pre-wrap;background:${colours.codeGround}`,
    '.bottom-line': `${box};background:${colours.tint};font-size:${size(sizes.lead, 17)}`,
    '.changes': `padding:0 16px;border-${start}:2px solid ${colours.accent};font-family:${head};font-size:15px`,
    '.callout': `${box};background:${colours.tint}`,
    '.box-head': `margin:0 0 6px;padding:0;border:0;font-family:${head};font-size:13px;letter-spacing:.5px;text-transform:uppercase;color:${colours.accent}`,
    '.kicker': label,
    '.label': label,
    '.title': `font-family:${head};font-weight:bold`,
    '.subtitle': `font-size:18px;color:${colours.muted}`,
    '.quotation': 'margin:0 0 16px',
    figcaption: `${small};color:${colours.muted}`,
    '.aside': `color:${colours.muted}`,
    '.marking': `font-family:${head};font-size:13px;font-weight:bold;color:${colours.accent}`,
    '.change': `font-family:${head};font-size:13px;font-weight:bold;color:${colours.accent}`,
    '.small': small,
    '.sources': small,
    table: `border-collapse:collapse;margin:0 0 16px;font-family:${head};font-size:15px;line-height:1.4`,
    th: `padding:6px 0 6px 0;padding-${end}:14px;border-bottom:1px solid ${colours.rule};text-align:${start};vertical-align:top`,
    td: `padding:6px 0 6px 0;padding-${end}:14px;border-bottom:1px solid ${colours.rule};text-align:${start};vertical-align:top`,
    '.right': `text-align:${end}`,
    '.center': 'text-align:center',
    dl: `border-collapse:collapse;margin:0 0 16px;font-family:${head};font-size:15px;line-height:1.4`,
    dt: `padding:2px 0 2px 0;padding-${end}:14px;color:${colours.muted};vertical-align:top;white-space:nowrap`,
    dd: 'padding:2px 0;vertical-align:top',
    sup: 'font-size:12px;line-height:1',
  };
}

/** Pixels of the text, as large as mail programs write by themselves. */
const BODY = 16;

/** FIRST, TLP 2.0: the colours of the labels, on black. */
const TLP_COLOURS: Readonly<Record<string, string>> = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER': '#ffc000',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff',
};

/** A family's name as CSS has it; what could end the string is left out. */
function family(name: string): string {
  return `'${name.replace(/["'\\\n<>]/g, '')}'`;
}
