import type { Vulnerability, VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { failureOfCall, withOneClock, withServices } from "../../Support/withServices";

/** What search and filters know of components is what their details say. */
const unique = (texts: readonly string[]) => [...new Set(texts)].sort();

/** What the details say, each once. */
function summary(cves: readonly Vulnerability[]) {
  return {
    ids: unique(cves.map(({ cveId }) => cveId)),
    packages: unique(cves.map(({ packageName }) => packageName).filter((name) => name !== "")),
  };
}

test("malformed-rows: every component has the CVEs and packages of its details, and one query reads them", async () => {
  await withOneClock({ scenario: "malformed-rows" }, async ({ services: { vulnerabilities }, calls }) => {
    const { components } = await vulnerabilities.contents();
    expect(calls.map(({ commandName }) => commandName)).toEqual(["Dashboard/ListContents"]);
    const listed = (await vulnerabilities.listPage(undefined)).items;
    expect(unique(components.map(({ id }) => id))).toEqual(unique(listed.map(({ id }) => id)));
    const { byComponent } = await vulnerabilities.cvesOf(listed);
    for (const { id, contents } of components) {
      const { ids, packages } = summary(byComponent.get(id) ?? []);
      expect({ id, ids: contents?.ids }).toEqual({ id, ids });
      // Of one whose CVEs cannot be read, the package may be known.
      expect({ id, packages: contents?.packages }).toEqual({
        id,
        packages: contents?.isPartial ? (expect.arrayContaining(packages) as unknown) : packages,
      });
    }
  });
});

test("a component of the contents is as the list has it", async () => {
  await withServices("busy", async ({ vulnerabilities }) => {
    const { components } = await vulnerabilities.contents();
    const listed = new Map((await vulnerabilities.listPage(undefined)).items.map((item) => [item.id, item]));
    const bare = components.map(({ contents: _, ...component }): VulnerableComponent => component);
    expect(bare.map(({ id, ownership: _, ...rest }) => ({ id, ...rest }))).toEqual(
      bare.map(({ id }) => {
        const { ownership: _, ...rest } = listed.get(id) ?? {};
        return rest;
      }),
    );
  });
});

test("no-access: refused, and never an empty answer", async () => {
  await withServices("no-access", async ({ vulnerabilities }) => {
    expect(await failureOfCall(vulnerabilities.contents())).toMatchObject({ kind: "forbidden" });
  });
});

test("a call that is taken back ends as such", async () => {
  await withServices("busy", async ({ vulnerabilities }) => {
    const controller = new AbortController();
    const call = vulnerabilities.contents(controller.signal);
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});
