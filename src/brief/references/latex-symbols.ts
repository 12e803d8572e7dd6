/** Commands of LaTeX that stand for a character, with those of mathematics; after "The Comprehensive LaTeX Symbol List". */
const LIST = `
ss ß SS ẞ o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i i j j dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ
textendash – textemdash — textquoteright ’ textquoteleft ‘ textquotedblleft “ textquotedblright ” textquotesingle '
textquotedbl " quotedblbase „ quotesinglbase ‚ guillemotleft « guillemotright » guillemetleft « guillemetright »
guilsinglleft ‹ guilsinglright › flqq « frqq » glqq „ grqq “ lq ‘ rq ’ ldots … dots … textellipsis … cdots ⋯
S § P ¶ textsection § textparagraph ¶ copyright © textcopyright © textregistered ® texttrademark ™ textservicemark ℠
pounds £ textsterling £ texteuro € euro € EUR € textyen ¥ textcent ¢ textdollar $ textcurrency ¤ textwon ₩ textlira ₤
textdegree ° textcelsius ℃ textmu µ textohm Ω textonehalf ½ textonequarter ¼ textthreequarters ¾ textperthousand ‰
textpertenthousand ‱ textnumero № textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textordfeminine ª
textordmasculine º textexclamdown ¡ textquestiondown ¿ textbullet • textperiodcentered · textasteriskcentered ∗
textdagger † textdaggerdbl ‡ dag † ddag ‡ textbar | textbardbl ‖ textbrokenbar ¦ textless < textgreater >
textasciicircum ^ textasciitilde ~ textasciigrave \` textasciiacute ´ textasciimacron ¯ textasciidieresis ¨
textbackslash \\ textunderscore _ textbraceleft { textbraceright } textnumbersign # textpercent % textampersand &
textvisiblespace ␣ textsurd √ textlnot ¬ textminus − texttimes × textdiv ÷ textpm ± textfractionsolidus ⁄
textleftarrow ← textrightarrow → textuparrow ↑ textdownarrow ↓ textestimated ℮ textmusicalnote ♪ textinterrobang ‽
lbrace { rbrace } lbrack [ rbrack ] vert | mid | Vert ‖ backslash \\ slash / colon : hash # lnot ¬ neg ¬ percent %
alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν
xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ
Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω times × cdot · ast ∗ star ⋆ div ÷ pm ± mp ∓ leq ≤ le ≤ geq ≥ ge ≥
leqslant ≤ geqslant ≥ lt < gt > ll ≪ gg ≫ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ infty ∞ to →
rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ uparrow ↑ downarrow ↓ mapsto ↦
longrightarrow → circ ° degree ° prime ′ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ surd √ in ∈ notin ∉ ni ∋ subset ⊂
subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ emptyset ∅ varnothing ∅ forall ∀ exists ∃ wedge ∧ vee ∨ oplus ⊕ otimes ⊗
perp ⊥ parallel ∥ angle ∠ bullet • dagger † ddagger ‡ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ langle ⟨ rangle ⟩ checkmark ✓
less < greater > bigstar ★ diamond ⋄ square □ triangle △ LaTeX LaTeX TeX TeX BibTeX BibTeX XeTeX XeTeX`;

export const SYMBOLS: ReadonlyMap<string, string> = new Map(
  [...LIST.matchAll(/(\S+)\s+(\S+)/g)].map(([, name = '', symbol = '']) => [name, symbol]),
);

/** Commands that say how their argument looks, and nothing that is lost in plain text. */
export const STYLES: ReadonlySet<string> = new Set(
  (
    'emph textit textbf textsc textsf texttt textrm textnormal textup textsl textmd uline underline mbox hbox text ' +
    'mathrm mathit mathbf mathsf mathtt mathcal mathbb mathfrak mathnormal boldsymbol bm operatorname ensuremath ' +
    'mkbibemph mkbibitalic mkbibbold mkbibacro mkbibparens mkbibbrackets bibstring nocase uppercase lowercase ' +
    'MakeUppercase MakeLowercase it bf sc sf tt rm em sl itshape bfseries scshape sffamily ttfamily rmfamily upshape ' +
    'normalfont small footnotesize large relax protect left right big Big displaystyle textstyle url path nolinkurl ' +
    'foreignlanguage textlatin textcyrillic textgreek enquote mkbibquote textsuperscript textsubscript unskip ignorespaces'
  ).split(' '),
);

/** Commands that sort or leave room, and whose argument is not printed. */
export const SILENT: ReadonlySet<string> = new Set(
  'noopsort noop sortnoop singleletter phantom hphantom vphantom label footnote thanks cite hspace vspace'.split(' '),
);

const RAISED = new Map(Array.from('0123456789+-=()ni', (sign, i) => [sign, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ')[i] ?? '']));
const LOWERED = new Map(Array.from('0123456789+-=()', (sign, i) => [sign, Array.from('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎')[i] ?? '']));

/** What stands above the line, in characters that do: `10⁶`. What has none keeps its sign, since 10^x is not 10x. */
export function raised(text: string): string {
  if (/^[°′*†‡]$/.test(text)) return text;
  return inScript(text, RAISED) ?? `^${text}`;
}

/** What stands below the line: `CO₂`. */
export function lowered(text: string): string {
  return inScript(text, LOWERED) ?? `_${text}`;
}

function inScript(text: string, signs: ReadonlyMap<string, string>): string | null {
  const found = Array.from(text.replaceAll('−', '-'), (sign) => signs.get(sign));
  return found.every((sign) => sign !== undefined) ? found.join('') : null;
}
