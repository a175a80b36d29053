import type { Graph } from "./importGraph";
import type { Seconds } from "./testReports";

/** A test that `npm test` has jest run: not the recipes. Those in Architecture read the whole tree, so any change is theirs. */
const isTest = (file: string) =>
  /^Tests\/(Unit|Contract|Views|Architecture)\/.*(?<!Recipe)\.test\.tsx?$/.test(file);
const readsAll = (file: string) => file.startsWith("Tests/Architecture/");

/** Tests that depend on any of these files, the nearest first: one that imports a file goes before one that imports its importer. */
export function relatedTests(graph: Graph, changed: readonly string[]): readonly string[] {
  const importers = new Map<string, string[]>();
  for (const [file, imports] of graph) {
    for (const imported of imports) {
      importers.set(imported, [...(importers.get(imported) ?? []), file]);
    }
  }
  // A set keeps the order in which things were added, and what is added while it is walked comes last.
  const reached = new Set(changed);
  for (const file of reached) {
    importers.get(file)?.forEach((importer) => reached.add(importer));
  }
  // Last, or they would take the time of the tests that are about what changed.
  const all = changed.length > 0 ? [...graph.keys()].filter(readsAll) : [];
  return [...new Set([...reached, ...all])].filter((file) => isTest(file) && graph.has(file));
}

/** A guess for a test that has not run here yet. */
const unknownSeconds = 4;

/** The first tests that take no longer than that together, by what they took last; at least one. */
export function within(seconds: number, tests: readonly string[], recorded: Seconds): readonly string[] {
  let sum = 0;
  const end = tests.findIndex((test, index) => {
    sum += recorded[test] ?? unknownSeconds;
    return index > 0 && sum > seconds;
  });
  return end < 0 ? tests : tests.slice(0, end);
}
