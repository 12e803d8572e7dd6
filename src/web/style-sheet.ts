import { mixed } from '../colour/colour.js';
import type { Theme, ThemeColours } from '../layout/theme/theme-type.js';
import { atNight, readableOn } from './colours.js';

/** The look of the theme: its families where the reader has them, its colours, and the measures of its type. */
export function styleSheet({ fonts, colours, text, sizes, table }: Theme): string {
  const day = palette(colours, '#ffffff');
  const night = palette(nightColours(colours), NIGHT);
  const scale = (size: number) => `${Math.round((size / text.size) * 1000) / 1000}rem`;
  return `
:root{color-scheme:light dark;${day}
--body:${family(fonts.body)},Georgia,"Times New Roman",serif;
--title:${family(fonts.title)},Georgia,"Times New Roman",serif;
--head:${family(fonts.heading)},"Helvetica Neue",Arial,sans-serif;
--mono:${family(fonts.mono)},Consolas,monospace;
--title-size:${scale(sizes.title * 0.9)};--lead-size:${scale(sizes.lead)};--h2-size:${scale(sizes.heading2)};--h3-size:${scale(sizes.heading3)};--h4-size:${scale(sizes.heading4)};--small-size:max(.8rem,${scale(sizes.small)});--table-size:max(.85rem,${scale(sizes.table)});--leading:${Math.round((text.leading / text.size) * 1150) / 1000}}
@media (prefers-color-scheme:dark){:root{${night}}}
${RULES}
${table.style === 'grid' ? 'th,td{border:1px solid var(--rule)}' : table.style === 'plain' ? 'tr{border:0}' : ''}`.trim();
}

const NIGHT = '#16181c';

function nightColours(colours: ThemeColours): ThemeColours {
  const turned = Object.entries(colours).map(([name, colour]) => [name, atNight(colour)]);
  const { tint, codeGround } = colours;
  const grounds = { tint: mixed(NIGHT, atNight(tint), 0.45), codeGround: mixed(NIGHT, atNight(codeGround), 0.45) };
  return { ...(Object.fromEntries(turned) as unknown as ThemeColours), ...grounds };
}

/** Every colour of text is readable on the page and on the tint of a box. */
function palette(colours: ThemeColours, ground: string): string {
  const { tint, codeGround, rule } = colours;
  const ink = (colour: string, least?: number) => readableOn(tint, readableOn(ground, colour, least), least);
  return [
    `--ground:${ground}`,
    `--tint:${tint}`,
    `--code:${codeGround}`,
    `--rule:${rule}`,
    `--text:${ink(colours.text, 7)}`,
    `--muted:${ink(colours.muted)}`,
    `--accent:${ink(colours.accent)}`,
    `--link:${ink(colours.link)}`,
    `--warning:${ink(colours.warning)}`,
    '',
  ].join(';');
}

/** A family's name as CSS has it; what could end the string is left out. */
function family(name: string): string {
  return `"${name.replace(/["\\\n<>]/g, '')}"`;
}

/** FIRST, TLP 2.0: the colours of the labels, on black. */
const TLP = `.tlp{background:#000;padding:.1em .5em;font-weight:700;white-space:nowrap}
.tlp-red{color:#ff2b2b}.tlp-amber,.tlp-amber-strict{color:#ffc000}.tlp-green{color:#3f0}.tlp-clear{color:#fff}`;

const RULES = `*{box-sizing:border-box}
html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:1rem/var(--leading) var(--body);overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999rem;top:0;background:var(--ground);color:var(--link);padding:.6em 1em;z-index:1}
.skip:focus{left:0}
.furniture,main{max-width:44rem;margin:0 auto;padding:0 1.25rem}
.furniture{display:flex;flex-wrap:wrap;gap:.3rem 1rem;align-items:center;justify-content:space-between;font:var(--small-size)/1.5 var(--head);color:var(--muted);padding-top:1rem;padding-bottom:1rem}
.furniture p{margin:0}
.furniture .protective{flex:1 0 100%;text-align:center;font-weight:700;letter-spacing:.06em;color:var(--text)}
.furniture .draft{font-weight:700;letter-spacing:.06em;color:var(--warning)}
footer.furniture{border-top:1px solid var(--rule);margin-top:3rem}
${TLP}
h1,h2,h3,h4,h5,h6{line-height:1.2;text-wrap:balance;break-after:avoid;hyphens:auto;overflow-wrap:anywhere}
h1{font:700 var(--title-size)/1.15 var(--title);margin:.2em 0 .3em}
h2{font:700 var(--h2-size)/1.25 var(--head);color:var(--accent);border-top:1px solid var(--rule);padding-top:.9rem;margin:2.2rem 0 .6rem}
h3{font:700 var(--h3-size)/1.3 var(--head);margin:1.6rem 0 .4rem}
h4,h5,h6{font:700 var(--h4-size)/1.3 var(--head);margin:1.3rem 0 .3rem}
p,ul,ol,dl,blockquote,figure,pre,details{margin:0 0 .8rem}
li,dd,p,figcaption,a{overflow-wrap:anywhere}
ul,ol{padding-inline-start:1.6em}
li{margin:.25rem 0}
li.task{list-style:none;margin-inline-start:-1.4em}
.box{margin-inline-end:.4em}
hr{border:0;border-top:1px solid var(--rule);margin:1.6rem 0}
sup{font:.72em/1 var(--head);vertical-align:super}
sup a{text-decoration:none;padding:.25em .2em}
code,pre{font-family:var(--mono);font-size:.88em;background:var(--code)}
pre{padding:.8em 1em;white-space:pre-wrap}
pre code{font-size:1em}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid var(--rule)}
img,svg{max-width:100%;height:auto}
.masthead{border-bottom:2px solid var(--accent);padding-bottom:.8rem;margin-bottom:1.6rem}
.kicker,.label{font:700 .78rem/1.4 var(--head);letter-spacing:.06em;text-transform:uppercase;color:var(--accent)}
.kicker p,.label{margin:0 0 .3rem}
.subtitle{font:1.15rem/1.35 var(--title);color:var(--muted)}
.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:.5rem 1.5rem;font-family:var(--head);font-size:var(--table-size);line-height:1.4;margin:1rem 0}
.fields dt{color:var(--muted);font-size:.9em}
.fields dd{margin:0}
nav{font-family:var(--head);font-size:var(--table-size);margin-bottom:1.6rem}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:0}
nav li{margin:0}
nav a{display:inline-block;padding:.25rem 0}
.bottom-line{background:var(--tint);border-inline-start:5px solid var(--accent);padding:1rem 1.25rem .4rem;margin:0 0 1.6rem;font-size:var(--lead-size)}
.bottom-line h2,.changes h2{border:0;padding:0;margin:0 0 .4rem;font-size:.82rem;letter-spacing:.06em;text-transform:uppercase}
.changes{border-inline-start:2px solid var(--accent);padding-inline-start:1.25rem;font:var(--table-size)/1.5 var(--head)}
.callout{background:var(--tint);border-inline-start:4px solid var(--accent);padding:.8rem 1.1rem .2rem;margin:1.4rem 0}
.callout.warning,.callout.caution{border-color:var(--warning)}
.callout.warning .label,.callout.caution .label{color:var(--warning)}
.title{font-family:var(--head);font-weight:700}
.facts>li::marker{font-family:var(--head);font-weight:700;color:var(--accent)}
.facts>li{margin:.5rem 0;padding-inline-start:.3em}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr));gap:0 2rem}
.quotation{margin:1.2rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--accent)}
.quotation blockquote{border:0;padding:0;margin:0 0 .5rem;font-size:var(--lead-size)}
.quotation .translation{font-size:1rem;font-style:italic;color:var(--muted)}
figcaption{font:var(--small-size)/1.45 var(--head);color:var(--muted)}
figcaption p{margin:0}
.small,.sources{font-family:var(--head);font-size:var(--table-size);line-height:1.5}
.sources>li{overflow-wrap:anywhere}
.sources>li:target,.facts>li:target,.notes>li:target{background:var(--tint)}

.back a{padding:.2em}
.table,.drawing{position:relative;overflow-x:auto;margin:0 0 1.2rem}
table{border-collapse:collapse;width:100%;font:var(--table-size)/1.4 var(--head)}
th,td{text-align:start;vertical-align:top;padding:.4rem .8rem .45rem 0;min-width:5rem}
th:last-child,td:last-child{padding-inline-end:0}
tr{border-bottom:1px solid var(--rule)}
thead tr{border-bottom-width:2px}
thead th{font-size:.92em;color:var(--muted)}
.right{text-align:end}.center{text-align:center}
.aside{display:block;color:var(--muted);font-weight:400}
.marking,.change{font:700 .78em/1 var(--head);letter-spacing:.03em;color:var(--accent)}
.gauge{display:flex;gap:.6rem;align-items:center;margin:.15rem 0}
.drawing{background:#fff;padding:.6rem}
.drawing svg{width:100%;min-width:30rem;height:auto;display:block}
.drawing text{font-family:var(--head)}
summary{font-family:var(--head);font-size:var(--small-size);color:var(--link);cursor:pointer;padding:.3rem 0}
.options{list-style:none;padding:0}
.signature{display:flex;gap:2rem;margin-top:3.5rem;font:var(--small-size)/1.4 var(--head);color:var(--muted)}
.signature p{flex:1;border-top:1px solid var(--text);padding-top:.3rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{@page{margin:18mm 20mm}:root{color-scheme:light}html{font-size:10pt}.furniture,main{max-width:none;padding-inline:0}nav,.skip,.back,summary{display:none}a{color:inherit;text-decoration:none}figure,.callout,tr,li{break-inside:avoid}.table,.drawing{overflow:visible}.tlp,.bottom-line,.callout{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;
