import { versionedLibraries } from "./portalModules";

/**
 * Which library, and which major version of it, the runtime takes the name of an AMD module for: `react17` and
 * `portalalias!@fluentui8/react` say it, `react` and `@fluentui/react` mean the oldest (`portalModules.json`). `undefined`: a name
 * without versions.
 */
export function versionOf(name: string): { readonly library: string; readonly major: number } | undefined {
  const own = name.replace(/^portalalias!/, "");
  for (const { stem, bareMajor } of versionedLibraries) {
    const digits = own.startsWith(stem) ? /^(\d*)(?:\/.+)?$/.exec(own.slice(stem.length))?.[1] : undefined;
    if (digits !== undefined) {
      return { library: stem, major: digits === "" ? bareMajor : Number(digits) };
    }
  }
  return undefined;
}

/** What a module asks the portal's loader for in another version than the views need, in words. */
export function versionProblems(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const found = versionOf(name);
    const library = versionedLibraries.find(({ stem }) => stem === found?.library);
    return found && library && found.major !== library.wanted
      ? [`asks for ${name}, which is ${library.title} ${found.major} in the portal, not ${library.wanted}`]
      : [];
  });
}

/** Names that an AMD module of the build asks the loader for. */
export function dependenciesOf(text: string): readonly string[] {
  const list = /^define\("[^"]+",\s*(\[[^\]]*\])/.exec(text)?.[1] ?? "[]";
  return JSON.parse(list) as string[]; // The bundler writes an array of strings there.
}
