/**
 * The part of Bicep's grammar that our snippets may use: parameters, variables, resources, objects and lists over several
 * lines, literals, names, comments. Everything else throws, string interpolation above all: no value may become code.
 * Microsoft's compiler is on none of the registries that these tests reach.
 */
export interface BicepFile {
  readonly parameters: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, BicepResource>>;
}

export interface BicepResource {
  readonly type: string;
  readonly isExisting: boolean;
  readonly body: unknown;
}

/** A name in an expression, such as that of a parameter. */
export class BicepName {
  constructor(readonly name: string) {}
}

type Token =
  { readonly kind: "name" | "string" | "symbol"; readonly text: string } | { readonly kind: "line" };

const escapes: Readonly<Record<string, string>> = { "\\": "\\", "'": "'", n: "\n", r: "\r", t: "\t", $: "$" };

function stringToken(text: string, start: number): { readonly value: string; readonly end: number } {
  let value = "";
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "'") {
      return { value, end: at + 1 };
    }
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(character)) {
      throw new Error(`A string goes over the end of line at ${at}.`);
    }
    if (character === "$" && text.charAt(at + 1) === "{") {
      throw new Error(`Interpolation at ${at}.`);
    }
    if (character !== "\\") {
      value += character;
      continue;
    }
    const codePoint = /^\\u\{([0-9A-Fa-f]{1,6})\}/.exec(text.slice(at, at + 12));
    const simple = escapes[text.charAt(at + 1)];
    if (codePoint?.[1] !== undefined) {
      value += String.fromCodePoint(Number.parseInt(codePoint[1], 16));
      at += codePoint[0].length - 1;
    } else if (simple !== undefined) {
      value += simple;
      at += 1;
    } else {
      throw new Error(`Unknown escape at ${at}.`);
    }
  }
  throw new Error("A string does not end.");
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const skipped = /^(?: +|\/\/[^\n]*)/.exec(rest)?.[0];
    const name = /^(?:[A-Za-z_]\w*|\d+)/.exec(rest)?.[0];
    if (skipped !== undefined) {
      at += skipped.length;
    } else if (name !== undefined) {
      tokens.push({ kind: "name", text: name });
      at += name.length;
    } else if (rest.startsWith("\n")) {
      tokens.push({ kind: "line" });
      at += 1;
    } else if (rest.startsWith("'")) {
      const { value, end } = stringToken(text, at);
      tokens.push({ kind: "string", text: value });
      at = end;
    } else if (/^[{}[\]:=]/.test(rest)) {
      tokens.push({ kind: "symbol", text: rest.charAt(0) });
      at += 1;
    } else {
      throw new Error(`Unexpected ${JSON.stringify(rest.slice(0, 20))}.`);
    }
  }
  return tokens;
}

/** Reads a file, or throws with what is wrong with it. */
export function parseBicep(text: string): BicepFile {
  const tokens = tokensOf(text);
  const parameters: Record<string, string> = {};
  const variables: Record<string, unknown> = {};
  const resources: Record<string, BicepResource> = {};
  let at = 0;

  const isSymbol = (symbol: string) => {
    const token = tokens[at];
    return token?.kind === "symbol" && token.text === symbol;
  };
  const take = (kind: "name" | "string" | "symbol", expected?: string): string => {
    const token = tokens[at];
    if (token?.kind !== kind || (expected !== undefined && token.text !== expected)) {
      throw new Error(`Expected ${expected ?? kind}, found ${JSON.stringify(token)}.`);
    }
    at += 1;
    return token.text;
  };
  const endLine = () => {
    if (tokens[at]?.kind !== "line") {
      throw new Error(`Expected the end of a line, found ${JSON.stringify(tokens[at])}.`);
    }
    while (tokens[at]?.kind === "line") {
      at += 1;
    }
  };

  const value = (): unknown => {
    if (tokens[at]?.kind === "string") {
      return take("string");
    }
    if (isSymbol("{")) {
      return object();
    }
    if (isSymbol("[")) {
      return list();
    }
    const name = take("name");
    const literals: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
    return name in literals ? literals[name] : /^\d/.test(name) ? Number(name) : new BicepName(name);
  };
  const object = (): unknown => {
    const result: Record<string, unknown> = {};
    take("symbol", "{");
    if (!isSymbol("}")) {
      endLine();
    }
    while (!isSymbol("}")) {
      const key = tokens[at]?.kind === "string" ? take("string") : take("name");
      take("symbol", ":");
      if (Object.hasOwn(result, key)) {
        throw new Error(`${key} is there twice.`);
      }
      result[key] = value();
      endLine();
    }
    take("symbol", "}");
    return result;
  };
  const list = (): unknown => {
    const result: unknown[] = [];
    take("symbol", "[");
    if (!isSymbol("]")) {
      endLine();
    }
    while (!isSymbol("]")) {
      result.push(value());
      endLine();
    }
    take("symbol", "]");
    return result;
  };

  while (tokens[at]?.kind === "line") {
    at += 1;
  }
  while (at < tokens.length) {
    const statement = take("name");
    const name = take("name");
    if (statement === "param") {
      const type = take("name");
      parameters[name] = isSymbol("[") ? type + take("symbol", "[") + take("symbol", "]") : type;
    } else if (statement === "var") {
      take("symbol", "=");
      variables[name] = value();
    } else if (statement === "resource") {
      const type = take("string");
      const isExisting = tokens[at]?.kind === "name" && take("name", "existing") === "existing";
      take("symbol", "=");
      resources[name] = { type, isExisting, body: value() };
    } else {
      throw new Error(`Unknown statement ${statement}.`);
    }
    endLine();
  }
  return { parameters, variables, resources };
}
