/** Major versions that the portal's runtime takes a name without a number for (facts: portal-sdk.md §10.2). */
const ofBareNames: Readonly<Record<string, number>> = { react: 16, "react-dom": 16, "@fluentui": 7 };

/** Major versions that the views are written for. */
const wanted: Readonly<Record<string, number>> = { react: 17, "react-dom": 17, "@fluentui": 8 };

const titles: Readonly<Record<string, string>> = {
  react: "React",
  "react-dom": "React DOM",
  "@fluentui": "Fluent UI",
};

/**
 * Which library, and which major version of it, the runtime takes the name of an AMD module for: `react17` and
 * `portalalias!@fluentui8/react` say it, `react` and `@fluentui/react` mean the oldest. `undefined`: a name without versions.
 */
export function versionOf(name: string): { readonly library: string; readonly major: number } | undefined {
  const [, library = "", digits = ""] =
    /^(?:portalalias!)?(react-dom|react|@fluentui)(\d*)(?:\/.+)?$/.exec(name) ?? [];
  const bare = ofBareNames[library];
  return bare === undefined ? undefined : { library, major: digits === "" ? bare : Number(digits) };
}

/** What a module asks the portal's loader for in another version than the views need, in words. */
export function versionProblems(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const found = versionOf(name);
    return found && found.major !== wanted[found.library]
      ? [
          `asks for ${name}, which is ${titles[found.library]} ${found.major} in the portal, not ${wanted[found.library]}`,
        ]
      : [];
  });
}

/** Names that an AMD module of the build asks the loader for. */
export function dependenciesOf(text: string): readonly string[] {
  const list = /^define\("[^"]+",\s*(\[[^\]]*\])/.exec(text)?.[1] ?? "[]";
  return JSON.parse(list) as string[]; // The bundler writes an array of strings there.
}
