import { describe, expect, test } from 'vitest';
import { textOfHtml } from '../../../src/evidence/extract/html.js';

/** The words of a page that its reader sees. */
function seen(body: string, head = ''): string {
  const extracted = textOfHtml(`<!doctype html><head>${head}</head><body>${body}`);
  if (!extracted.ok) throw new Error(extracted.reason);
  return extracted.text.replace(/\s+/g, ' ').trim();
}

const styled = (style: string) => seen(`<p style="${style}">Words</p>`);

describe('a style hides words', () => {
  test.each([
    ['overflow:hidden;width:0'],
    ['overflow:clip;height:1px'],
    ['overflow-x:hidden;max-width:0px'],
    ['overflow-y:clip;max-height:1.0px'],
    ['opacity:0'],
    ['opacity:0.00'],
    ['opacity:.0'],
    ['opacity:0%'],
    ['zoom:0'],
    ['zoom:0%'],
    ['content-visibility:hidden'],
    ['filter:opacity(0%)'],
    ['filter:blur(1px) opacity( 0.0 )'],
    ['color:transparent'],
    ['color:#12345600'],
    ['color:#1230'],
    ['color:rgba(1, 2, 3, 0)'],
    ['color:rgba(1,2,3,0.0)'],
    ['color:hsl(0 0% 0% / 0%)'],
    ['color:rgb(1 2 3/0)'],
    ['transform:scale(0)'],
    ['transform:scalex( 0 )'],
    ['transform:rotate(9deg) scaley(0.0)'],
    ['transform:scale3d(0,1,1)'],
    ['transform:scale(.0)'],
    ['transform:scale(0%)'],
    ['transform:scale(1, 0)'],
    ['transform:scale3d(1,0,1)'],
    ['transform:rotateY(90deg)'],
    ['transform:rotateX( -.25turn )'],
    ['transform:rotate3d(0,1,0,1.5708rad)'],
    ['transform:matrix(0,0,0,0,0,0)'],
    ['transform:matrix(1,0,0,0,0,0)'],
    ['scale:0'],
    ['scale:1 0'],
    ['rotate:y 90deg'],
    ['transform:translate(0, -9999px)'],
    ['translate:0 -200vh'],
    ['position:absolute;inset:-9999px auto auto'],
    ['position:absolute;bottom:-9999px'],
    ['position:absolute;left:calc(-9999px)'],
    ['text-indent:100%;white-space:nowrap;overflow:hidden'],
    ['overflow:hidden;height:0em'],
    ['overflow:hidden;width:.5px'],
    ['opacity:.01'],
    ['opacity:1%'],
    ['-webkit-text-fill-color:transparent'],
    ['font-size:calc(0px)'],
    ['clip-path:inset(0 100% 0 0)'],
    ['clip-path:inset(60% 0 40%)'],
    ['clip-path:inset(0  100%  0  0)'],
    ['clip-path:inset(50% round 10px 5px)'],
    ['clip-path:ellipse(0 0)'],
    ['clip-path:polygon(0 0, 0 0, 0 0)'],
    ['color:#eee;background:#eeeeee'],
    ['color:rgb(0,0,0);background-color:black'],
    ['color:hsl(0, 0%, 100%)'],
    ['color:rgb(100%,100%,100%)'],
    ['clip:rect(0 0 0 0)'],
    ['clip:rect(1px, 1px, 1px, 1px)'],
    ['clip-path:inset(50%)'],
    ['clip-path:inset( 100%)'],
    ['clip-path:circle(0)'],
    ['clip-path:circle( 0)'],
    ['clip-path:polygon(0 0, 0 0)'],
    ['clip-path:polygon(0px 0px,0px 0px)'],
    ['position:absolute;left:-500px'],
    ['position:absolute;top:-500.5pt'],
    ['position:fixed;right:-50em'],
    ['position:fixed;left:-50rem'],
    ['position:fixed;left:-50ch'],
    ['position:absolute;left:-100%'],
    ['position:absolute;left:-100vw'],
    ['position:absolute;top:-100vh'],
    ['position:relative;left:-9999px'],
    ['text-indent:-500px'],
    ['margin-left:-100%'],
    ['margin-top:-9999px'],
    ['transform:translate(-9999px, 0)'],
    ['transform:translatey( -100vh)'],
    ['transform:translate3d(-50em,0,0)'],
    ['font-size:0'],
    ['font-size:0px'],
    ['font-size:0.0em'],
    ['font-size:.9px'],
    ['font-size:0.5px'],
    ['font-size:1px'],
    ['font-size:0%'],
    ['font:0 serif'],
    ['font:italic 0px/1 serif'],
    ['font:bold 0em serif'],
    ['color:white'],
    ['color:#FFFFFF'],
    ['color:rgb(255,255,255)'],
    ['color:rgb( 255 255 255 )'],
    ['color:rgba(255, 255, 255, 0.5)'],
    ['color:white;background:none'],
    ['color:white;background:transparent'],
    ['color:white;background-color:inherit'],
    ['color:white;background:#fff'],
    ['text-decoration:underline line-through'],
    ['text-decoration-line:line-through'],
  ])('%s', (style) => {
    expect(styled(style)).toBe('');
  });

  test.each([
    ['overflow:hidden'],
    ['width:0;height:0'],
    ['overflow:visible;width:1px'],
    ['overflow:hidden;width:auto'],
    ['overflow:hidden;max-height:none'],
    ['overflow:hidden;width:10px'],
    ['overflow:hidden;height:1em'],
    ['overflow:hidden;height:2px'],
    ['overflow:hidden;max-width:1.5px'],
    ['opacity:0.1'],
    ['opacity:10%'],
    ['zoom:0.5'],
    ['zoom:50%'],
    ['content-visibility:auto'],
    ['filter:opacity(0.5)'],
    ['filter:opacity(10%)'],
    ['color:#ff0'],
    ['color:#ffff00'],
    ['color:#fff000'],
    ['color:rgb(1, 2, 0)'],
    ['color:rgb(255 255 0)'],
    ['color:rgba(1,2,3,0.5)'],
    ['color:rgb(1 2 3/10%)'],
    ['color:hsl(0, 0%, 0%)'],
    ['color:whitesmoke'],
    ['color:rgb(255,255,25)'],
    ['transform:scale(0.5)'],
    ['transform:scale(10)'],
    ['transform:scale(1, 0.5)'],
    ['transform:scaleZ(0)'],
    ['transform:rotateY(180deg)'],
    ['transform:rotate(90deg)'],
    ['transform:matrix(1,0,0,1,0,0)'],
    ['scale:1'],
    ['scale:none'],
    ['rotate:90deg'],
    ['rotate:y 180deg'],
    ['translate:-50% -50%'],
    ['inset:-9999px'],
    ['text-indent:100%'],
    ['text-indent:2em;white-space:nowrap;overflow:hidden'],
    ['visibility:inherit'],
    ['font-size:inherit'],
    ['color:inherit'],
    ['color:currentcolor'],
    ['color:#eee;background:#ddd'],
    ['color:transparent;background-clip:text'],
    ['color:white;background:linear-gradient(white,white)'],
    ['clip-path:inset(0 50% 0 0)'],
    ['clip-path:inset(10px)'],
    ['clip:rect(0, 100px, 100px, 0)'],
    ['clip:auto'],
    ['clip-path:inset(5%)'],
    ['clip-path:circle(50%)'],
    ['clip-path:polygon(0 0, 100% 0)'],
    ['left:-9999px'],
    ['position:static;left:-9999px'],
    ['position:absolute;left:-499px'],
    ['position:absolute;left:-49em'],
    ['position:absolute;left:-99%'],
    ['position:absolute;left:-99vw'],
    ['position:absolute;left:9999px'],
    ['position:absolute;left:-9999'],
    ['text-indent:-49em'],
    ['margin-left:-1em'],
    ['transform:translate(-50%, -50%)'],
    ['transform:rotate(-9999deg)'],
    ['font-size:2px'],
    ['font-size:10px'],
    ['font-size:11px'],
    ['font-size:0.5em'],
    ['font-size:1.5px'],
    ['font:10px serif'],
    ['font:italic 1.0em/1 serif'],
    ['font:12px/0 serif'],
    ['color:white;background:navy'],
    ['color:white;background-color:#000'],
    ['color:white;background:url(x.png)'],
    ['color:white;background:none;background-color:navy'],
    ['text-decoration:underline'],
    ['visibility:visible'],
    ['display:inline'],
  ])('but not %s', (style) => {
    expect(styled(style)).toBe('Words');
  });
});

describe('what an element inherits', () => {
  test.each([
    ['a size', '<div style="font-size:0">A<p style="font:12px serif">B</p></div>', 'B'],
    ['that it is not shown', '<div style="display:none">A<p style="display:block">B</p></div>', ''],
    ['that it is moved away', '<div style="text-indent:-999px">A<p style="text-indent:0">B</p></div>', ''],
    ['that it is struck out', '<s>A<p style="text-decoration:none">B</p></s>', ''],
    ['a size to which its own is in proportion', '<div style="font-size:0">A<p style="font-size:2em">B</p></div>', ''],
    [
      'no size where its own is in no proportion',
      '<div style="font-size:0"><p style="font-size:1rem">B</p></div>',
      'B',
    ],
    ['invisibility that it repeats', '<div style="visibility:hidden"><p style="visibility:inherit">B</p></div>', ''],
    ['invisibility that it ends', '<div style="visibility:hidden"><p style="visibility:visible">B</p></div>', 'B'],
    ['a transparent colour that it ends', '<div style="color:transparent">A<p style="color:#333">B</p></div>', 'B'],
    ['the colour of what is behind', '<div style="background:#222">A<p style="color:#222">B</p></div>', 'A'],
    ['invisibility', '<div style="visibility:hidden">A<p>B</p></div>', ''],
    ['a colour', '<div style="color:#fff">A<p>B</p><p style="color:#333">C</p></div>', 'C'],
    ['a background', '<div style="background:navy"><p style="color:#fff">B</p></div>', 'B'],
    ['the background of an old page', '<table bgcolor=navy><tr><td style="color:#fff">B</table>', 'B'],
    ['the picture behind an old page', '<table background=x.png><tr><td style="color:#fff">B</table>', 'B'],
  ])('%s', (_what, body, words) => {
    expect(seen(body).replace(/\W/g, '')).toBe(words);
  });
});

describe('an element hides words', () => {
  test.each([
    ...['sr-only', 'tw-sr-only', 'visually-hidden', 'visuallyhidden', 'screen-reader-text', 'screenreader'].map(
      (name) => `<b class="a ${name}">x</b>`,
    ),
    ...['assistive-text', 'element-invisible', 'u--sr-only', 'SR-Only', 'screen-reader-only'].map(
      (name) => `<b class="${name}">x</b>`,
    ),
    ...['noembed', 'object', 'audio', 'video', 'canvas', 'progress', 'meter', 'iframe', 'noframes', 'svg', 'math'].map(
      (tag) => `<${tag}>x</${tag}>`,
    ),
    '<select><option>x</select>',
    '<ruby><rp>(</rp><rt>x</rt><rp>)</rp></ruby>',
    '<map>x</map>',
    '<b hidden>x</b>',
    '<b popover=manual>x</b>',
    '<dialog>x</dialog>',
    '<font color=WHITE>x</font>',
  ])('%s', (html) => {
    expect(seen(`A ${html}B`)).toMatch(/^A ?B$/);
  });

  test.each([
    '<b class="not-sr-only-x">x</b>',
    '<b class="sr-only-focusable">x</b>',
    '<b class="a1-sr-only">x</b>',
    '<b popover=auto style="display:inline">x</b>',
    '<dialog open style="display:inline">x</dialog>',
    '<dialog style="display:inline">x</dialog>',
    '<font color=red>x</font>',
    '<b color=white>x</b>',
  ])('but not %s', (html) => {
    expect(seen(`A ${html}B`)).toBe('A xB');
  });

  test('white words are seen where the styles of the page were not kept', () => {
    expect(seen('<p style="color:white">x</p>', '<link rel="alternate stylesheet" href=x>')).toBe('x');
    expect(seen('<p style="color:white">x</p>', '<link rel=icon href=x>')).toBe('');
  });
});

test.each([
  ['<p style="color:white"><b>Words</b></p>', ''],
  ['<div style="color:white"><p style="color:currentcolor">Words</p></div>', ''],
  ['<div style="color:white"><p style="color:inherit">Words</p></div>', ''],
  ['<p style="color:white"><a href=x>Words</a></p>', 'Words'],
  ['<p style="color:white"><font>Words</font></p>', ''],
  ['<p><font>Words</font></p>', 'Words'],
  ['<p><font color=white>Words</font></p>', ''],
  ['<p color=white>Words</p>', 'Words'],
])('the colour of letters comes from what is around them: %s', (body, words) => {
  expect(seen(body)).toBe(words);
});

describe('letters that nobody can read', () => {
  const inner = (style: string, more = '') => seen(`<p>We will <i style="${style}">not${more}</i> sign</p>`);
  test.each([
    '-webkit-text-security:disc',
    'letter-spacing:-1em',
    'letter-spacing:-.5em',
    'letter-spacing:-12px',
    'font-family:Material Icons',
    "font-family:'Material Symbols Outlined', serif",
    'font:24px/1 Material Icons Round',
    'font-family:Wingdings',
    'font-family:Symbol',
  ])('are not words: %s', (style) => {
    expect(inner(style)).toBe('We will sign');
  });

  test.each([
    '-webkit-text-security:none',
    'letter-spacing:-0.02em',
    'letter-spacing:1em',
    'letter-spacing:-1px',
    'font-family:Georgia, Symbol',
    'font-family:Silicon Sans',
    'font-family:Segoe UI Symbol',
    'font-family:fontello',
    'font:italic 24px/1 Lexicon, serif',
    'font-family:inherit',
  ])('others are: %s', (style) => {
    expect(inner(style)).toBe('We will not sign');
  });

  test('what is within is drawn as well, unless it has a font of its own', () => {
    const nested = (style: string) =>
      seen(`<p style="font-family:Material Icons">info <b style="${style}">Words</b></p>`);
    expect(nested('')).toBe('');
    expect(nested('font-family:inherit')).toBe('');
    expect(nested('font-family:serif')).toBe('Words');
  });
});
