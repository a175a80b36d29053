import { componentFixtures } from "../../Support/RealRows/componentFixtures";
import { readComponents, readContents, readDetails } from "../../Support/RealRows/readComponent";

/** What our queries and mappers make of published forms of rows, all of them in one subscription. */
const rows = componentFixtures.flatMap((fixture) => fixture.rows);
const variants = {
  "as they are": rows,
  "the other way round": [...rows].reverse(),
};

function readAll(all: typeof rows) {
  const components = [...readComponents(all)].sort((left, right) => left.id.localeCompare(right.id));
  const details = readDetails(all, components);
  return new Map(
    components.map((component, index) => [component.id, { component, details: details[index] }]),
  );
}

describe.each(Object.entries(variants))("rows %s", (_, all) => {
  const read = readAll(all);

  test("are the components that they are about, and no others", () => {
    expect([...read.keys()].sort()).toEqual(componentFixtures.map(({ component }) => component.id).sort());
  });

  test.each(componentFixtures)("$name", ({ component, cves, unreadable }) => {
    const found = read.get(component.id);
    expect(found?.component).toMatchObject(component);
    expect(found?.details?.vulnerabilities).toMatchObject(cves);
    expect(found?.details?.unreadable).toHaveLength(unreadable);
  });
});

describe("what search and filters look at", () => {
  const read = new Map(readContents(rows).map(({ id, contents }) => [id, contents]));
  const details = readAll(rows);
  const unique = (texts: readonly string[]) => [...new Set(texts)].sort();

  test.each(componentFixtures)("$name: the CVEs and packages of its details", ({ component }) => {
    const found = details.get(component.id)?.details;
    const contents = read.get(component.id);
    const ids = found?.vulnerabilities.map(({ cveId }) => cveId) ?? [];
    const packages = found?.vulnerabilities.map(({ packageName }) => packageName) ?? [];
    expect(contents?.ids).toEqual(expect.arrayContaining(unique(ids)));
    expect(contents?.packages).toEqual(
      expect.arrayContaining(unique(packages.filter((name) => name !== ""))),
    );
    expect(contents?.isPartial).toBe((found?.unreadable.length ?? 0) > 0);
  });

  test.each(componentFixtures)("$name: whether a fix and an exploit are reported", ({ component }) => {
    const cves = details.get(component.id)?.details?.vulnerabilities ?? [];
    const contents = read.get(component.id);
    const isNamed = cves.some(({ fix }) => fix === "fixed" || fix === "notAbove");
    const isKnown = cves.some(({ exploits }) => exploits.length > 0);
    expect([contents?.fixes.includes("named"), contents?.exploits.includes("known")]).toEqual([
      isNamed,
      isKnown,
    ]);
  });
});
