/** Which elements of a page a selector stands for. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Attribute, Compound, Condition, Selector } from './selectors.js';

type Element = DefaultTreeAdapterTypes.Element;

/** Comparisons of an element with a part of a selector. A page that needs more is an attack. */
const MOST_COMPARISONS = 20_000_000;

/** A page that would take minutes to read. */
export class TooComplex extends Error {}

/** Where an element stands among its siblings; from 0, all of them and those with its name. */
interface Place {
  readonly siblings: readonly Element[];
  readonly index: number;
  readonly typeIndex: number;
  readonly typeCount: number;
}

export class Matcher {
  readonly #places = new WeakMap<Element['parentNode'] & object, ReadonlyMap<Element, Place>>();
  #comparisons = 0;

  matches({ compounds }: Selector, element: Element): boolean {
    return this.#from(compounds, compounds.length - 1, element);
  }

  /** Whether the element fits a compound, and those before it fit elements that stand to it as they should. */
  #from(compounds: readonly Compound[], last: number, element: Element): boolean {
    const compound = compounds[last];
    if (compound === undefined) return true;
    if (!this.#fits(compound, element)) return false;
    if (last === 0) return true;
    return this.#some(compound, element, (other) => this.#from(compounds, last - 1, other));
  }

  /** Whether this is so of an element that stands to the other as a combinator says. */
  #some({ combinator }: Compound, element: Element, isSo: (other: Element) => boolean): boolean {
    if (combinator === ' ' || combinator === '>') {
      let at = parentOf(element);
      while (combinator === ' ' && at !== null && !isSo(at)) at = parentOf(at);
      return at !== null && (combinator === ' ' || isSo(at));
    }
    const { siblings, index } = this.#placeOf(element);
    return siblings.slice(combinator === '+' ? Math.max(0, index - 1) : 0, index).some(isSo);
  }

  #fits({ tag, ids, classes, attributes, conditions }: Compound, element: Element): boolean {
    this.#comparisons += 1;
    if (this.#comparisons > MOST_COMPARISONS) throw new TooComplex();
    if (tag !== null && tag !== element.tagName) return false;
    if (ids.length + classes.length + attributes.length + conditions.length === 0) return true;
    const attribute = (wanted: string) => element.attrs.find(({ name }) => name === wanted)?.value;
    const own = classes.length === 0 ? [] : classesOf(element);
    return (
      ids.every((id) => attribute('id') === id) &&
      classes.every((each) => own.includes(each)) &&
      attributes.every((each) => hasAttribute(attribute(each.name), each)) &&
      conditions.every((each) => this.#meets(each, element))
    );
  }

  #meets(condition: Condition, element: Element): boolean {
    switch (condition.is) {
      case 'any':
        return condition.of.some((selector) => this.matches(selector, element));
      case 'none':
        return !condition.of.some((selector) => this.matches(selector, element));
      case 'has':
        return condition.of.some((selector) => this.#has(selector, element));
      case 'nth':
        return this.#isNth(condition, element);
      case 'empty':
        return element.childNodes.every(({ nodeName }) => nodeName === '#comment');
      case 'link':
        return /^(?:a|area)$/.test(element.tagName) && element.attrs.some(({ name }) => name === 'href');
      case 'checked':
        return element.attrs.some(({ name }) => name === 'checked' || name === 'selected');
      case 'root':
        return element.tagName === 'html';
      case 'never':
        return false;
    }
  }

  #isNth({ step, offset, isLast, ofType }: Condition & { is: 'nth' }, element: Element): boolean {
    const { siblings, index, typeIndex, typeCount } = this.#placeOf(element);
    const [at, count] = ofType ? [typeIndex, typeCount] : [index, siblings.length];
    const steps = (isLast ? count - at : at + 1) - offset;
    return step === 0 ? steps === 0 : steps % step === 0 && steps / step >= 0;
  }

  /** Whether something in the element, or after it, is what the selector says of it. */
  #has({ compounds }: Selector, element: Element): boolean {
    const [first] = compounds;
    if (first === undefined) return false;
    const isBeside = first.combinator === '+' || first.combinator === '~';
    const { siblings, index } = this.#placeOf(element);
    const roots = isBeside ? siblings.slice(index + 1) : childrenOf(element);
    const pending = [...roots];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (this.#leadsTo(compounds, compounds.length - 1, at, element)) return true;
      pending.push(...childrenOf(at));
    }
    return false;
  }

  #leadsTo(compounds: readonly Compound[], last: number, at: Element, scope: Element): boolean {
    const compound = compounds[last];
    if (compound === undefined || !this.#fits(compound, at)) return false;
    return this.#some(compound, at, (other) =>
      last === 0 ? other === scope : this.#leadsTo(compounds, last - 1, other, scope),
    );
  }

  #placeOf(element: Element): Place {
    const parent = element.parentNode;
    if (parent === null) return { siblings: [element], index: 0, typeIndex: 0, typeCount: 1 };
    let places = this.#places.get(parent);
    if (places === undefined) {
      places = placesIn(childrenOf(parent));
      this.#places.set(parent, places);
    }
    return places.get(element) ?? { siblings: [element], index: 0, typeIndex: 0, typeCount: 1 };
  }
}

function placesIn(siblings: readonly Element[]): ReadonlyMap<Element, Place> {
  const counts = new Map<string, number>();
  const places = siblings.map((element, index) => {
    const typeIndex = counts.get(element.tagName) ?? 0;
    counts.set(element.tagName, typeIndex + 1);
    return { element, index, typeIndex };
  });
  return new Map(
    places.map(({ element, ...place }) => [
      element,
      { ...place, siblings, typeCount: counts.get(element.tagName) ?? 1 },
    ]),
  );
}

function childrenOf({ childNodes }: { readonly childNodes: readonly DefaultTreeAdapterTypes.Node[] }): Element[] {
  return childNodes.filter((node): node is Element => 'tagName' in node);
}

function parentOf({ parentNode }: Element): Element | null {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : null;
}

export function classesOf({ attrs }: Element): readonly string[] {
  const written = attrs.find(({ name }) => name === 'class')?.value.trim() ?? '';
  return written === '' ? [] : written.split(/\s+/);
}

/** https://www.w3.org/TR/selectors-4/#attribute-representation */
function hasAttribute(found: string | undefined, { operator, value, ignoresCase }: Attribute): boolean {
  if (found === undefined || value === undefined) return found !== undefined;
  const [written, wanted] = ignoresCase === true ? [found.toLowerCase(), value.toLowerCase()] : [found, value];
  switch (operator) {
    case '^=':
      return wanted !== '' && written.startsWith(wanted);
    case '$=':
      return wanted !== '' && written.endsWith(wanted);
    case '*=':
      return wanted !== '' && written.includes(wanted);
    case '~=':
      return written.split(/\s+/).includes(wanted);
    case '|=':
      return written === wanted || written.startsWith(`${wanted}-`);
    default:
      return written === wanted;
  }
}
