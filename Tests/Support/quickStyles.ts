/** Properties that tests and axe ask for thousands of times, with how elements come by them where no rule says otherwise. */
const quick: ReadonlyMap<string, (element: Element, whole: StylesOf) => string | undefined> = new Map([
  ...["clip", "clip-path", "content-visibility", "direction", "overflow"].map(
    (name) => [name, (element: Element) => inline(element, name)] as const,
  ),
  ...["height", "position", "width"].map(
    (name) => [name, (element: Element) => unlessSized(element, name)] as const,
  ),
  ["display", displayOf],
  ["opacity", (element) => inline(element, "opacity")],
  ["pointerEvents", (element) => inherited(element, "pointer-events", "auto")],
  ["pointer-events", (element) => inherited(element, "pointer-events", "auto")],
  ["visibility", (element) => inherited(element, "visibility", "visible")],
]);

type StylesOf = (element: Element) => CSSStyleDeclaration;

/** What decides about `display` of these is more than their name and `hidden`, in the style sheet that jsdom begins with. */
const special = new Set(["dialog", "rp", "rt"]);

/**
 * `getComputedStyle` for pages without style sheets. jsdom's own matches more than a hundred rules and works out fifteen
 * properties, colors among them, on every call; queries by role and presses ask it about each element and all that it lies in,
 * and read one property. Those are worked out here alone, and everything else is still asked of jsdom's `whole`.
 */
export function quickStyles(whole: StylesOf): StylesOf {
  return (element) => {
    if (element.ownerDocument.styleSheets.length > 0) {
      return whole(element);
    }
    return new Proxy({} as CSSStyleDeclaration, {
      get(_, name) {
        const known = typeof name === "string" ? quick.get(name)?.(element, whole) : undefined;
        if (known !== undefined) {
          return known;
        }
        if (name === "getPropertyValue") {
          return (property: string) =>
            quick.get(property)?.(element, whole) ?? whole(element).getPropertyValue(property);
        }
        const style = whole(element);
        const value: unknown = Reflect.get(style, name);
        return typeof value === "function" ? (value.bind(style) as unknown) : value;
      },
    });
  };
}

/** What the element's own `style` says; empty where it says nothing. Making a declaration to read from takes long, and few have one. */
function inline(element: Element, property: string): string {
  return element.hasAttribute("style") ? (element as HTMLElement).style.getPropertyValue(property) : "";
}

function inherited(element: Element, property: string, initial: string): string | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const own = inline(at, property);
    if (own !== "") {
      return own === "unset" ? undefined : own;
    }
  }
  return initial;
}

/** That style sheet gives these a size or a position. */
const sized = new Set(["dialog", "input", "meter", "progress"]);

function unlessSized(element: Element, property: string): string | undefined {
  return sized.has(element.localName) ? undefined : inline(element, property);
}

/** By the name of an element. */
const displays = new Map<string, string>();

function displayOf(element: Element, whole: StylesOf): string | undefined {
  const own = inline(element, "display");
  const { localName, namespaceURI, ownerDocument } = element;
  if (own === "unset" || special.has(localName)) {
    return undefined;
  }
  if (own !== "" || element.hasAttribute("hidden")) {
    return own || "none";
  }
  if (localName === "input" && element.getAttribute("type") === "hidden") {
    return "none";
  }
  const key = `${namespaceURI ?? ""} ${localName}`;
  const display = displays.get(key) ?? whole(ownerDocument.createElementNS(namespaceURI, localName)).display;
  displays.set(key, display);
  return display;
}
