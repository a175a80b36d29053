import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** English texts by the enum that holds them, then by key. */
export type Strings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Folders whose texts a view can show. */
const folders = ["Client", "Views"];

/** Reads the texts of all views, and those of the manifest. Throws where two enums have one name. */
export function readStrings(root: string, manifestStrings: string): Strings {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".resjson.ts"))
      .map((file) => path.join(folder, file)),
  );
  const strings: Record<string, Readonly<Record<string, string>>> = {};
  for (const file of [...files, manifestStrings].sort()) {
    for (const [name, texts] of Object.entries(stringsIn(readFileSync(path.join(root, file), "utf8")))) {
      if (name in strings) {
        throw new Error(`${file} has texts called ${name}, and so has another file.`);
      }
      strings[name] = texts;
    }
  }
  return strings;
}

/** The string enums of a source text. */
export function stringsIn(text: string): Strings {
  const source = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest);
  return Object.fromEntries(
    source.statements
      .filter(ts.isEnumDeclaration)
      .map((declaration) => [
        declaration.name.text,
        Object.fromEntries(
          declaration.members.flatMap(({ name, initializer }) =>
            ts.isIdentifier(name) && initializer && ts.isStringLiteralLike(initializer)
              ? [[name.text, initializer.text] as const]
              : [],
          ),
        ),
      ]),
  );
}

/** The pseudo-locale: every text in accented letters, a third longer, with its placeholders unchanged. */
export function pseudoLocalized(strings: Strings): Strings {
  return Object.fromEntries(
    Object.entries(strings).map(([name, texts]) => [
      name,
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudoText(text)])),
    ]),
  );
}

const accented: Readonly<Record<string, string>> = {
  a: "á",
  c: "ç",
  e: "é",
  i: "í",
  n: "ñ",
  o: "ö",
  u: "ü",
  y: "ý",
  A: "Å",
  C: "Ç",
  E: "É",
  I: "Î",
  N: "Ñ",
  O: "Ø",
  S: "Š",
  U: "Ü",
};

function pseudoText(text: string): string {
  // Links are texts as well, so that a language can have its own; without one they stay.
  if (/^https:\/\//.test(text)) {
    return text;
  }
  const letters = text.replace(/\{\d+\}|./gs, (part) => accented[part] ?? part);
  return `[${letters}${"!".repeat(Math.ceil(text.length / 3))}]`;
}
