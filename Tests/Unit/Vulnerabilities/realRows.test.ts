import { componentFixtures } from "../../Support/RealRows/componentFixtures";
import { readComponents, readDetails } from "../../Support/RealRows/readComponent";

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
