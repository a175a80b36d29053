import { FailureError } from "../../../Client/Core/failure";
import type { Services } from "../../../Client/services";
import { beginAll, tabsOf } from "../../../Views/Kit/Report/reportRequest";
import { vexWriter } from "../../../Views/Kit/Report/vexWriter";
import { writeReport } from "../../../Views/Kit/Report/writeReport";
import { tabs } from "../../../Views/Tabs/registry";
import { fakeServices, secondPage } from "../../Support/fakeServices";
import { aComponent, aVulnerability, clusterId, pageOf } from "../../Support/findings";
import { textOfParts } from "../../Support/readCsv";

const components = Array.from({ length: 30 }, (_, index) => aComponent(`c${index}`));
const cvesOf = (some: readonly { readonly id: string }[]) =>
  Promise.resolve({
    byComponent: new Map(some.map(({ id }) => [id, [aVulnerability("CVE-2026-1")]])),
    unreadable: 0,
  });
const lost = new FailureError({ kind: "unexpected", message: "Page two is gone." });

async function write(
  format: Parameters<typeof vexWriter>[0],
  vulnerabilities: Partial<Services["vulnerabilities"]>,
) {
  const { signal } = new AbortController();
  const options = {
    services: fakeServices({ vulnerabilities }),
    context: { hasCspm: true, me: undefined },
    withParts: true,
  };
  const kinds = await beginAll(tabsOf(tabs, format), options, signal);
  const about = { clusterId, createdAt: new Date("2026-11-30T10:00:00Z") };
  const writer = vexWriter(format, { ...about, scope: "All", narrowing: [], part: undefined });
  return writeReport(kinds, { writer, signal, onProgress: () => undefined });
}

test("every component of every page is in it, and no other finding is asked for", async () => {
  const { rows, missing } = await write("openvex", {
    listPage: (cursor) =>
      Promise.resolve(
        pageOf(components.slice(cursor ? 26 : 0, cursor ? 30 : 26), cursor ? {} : { next: secondPage }),
      ),
    cvesOf,
  });
  expect([rows, missing]).toEqual([30, []]);
});

test("a component without a CVE has no row", async () => {
  const { rows, parts } = await write("cyclonedx", {
    listPage: () => Promise.resolve(pageOf(components.slice(0, 2))),
    cvesOf: () => cvesOf(components.slice(0, 1)),
  });
  expect(rows).toBe(1);
  expect(JSON.parse(await textOfParts(parts))).toMatchObject({ vulnerabilities: [{ id: "CVE-2026-1" }] });
});

test("a page, a row, or a CVE that can't be read makes it incomplete, which it says itself", async () => {
  const { parts, rows, missing } = await write("openvex", {
    listPage: (cursor) =>
      cursor
        ? Promise.reject(lost)
        : Promise.resolve(
            pageOf(components, { next: secondPage, gaps: [{ kind: "unexpected", message: "?" }] }),
          ),
    cvesOf: async (some) => ({ ...(await cvesOf(some)), unreadable: 1 }),
  });
  expect(rows).toBe(30);
  expect(missing).toEqual([
    expect.stringMatching(/^Vulnerabilities: Only 30 of .* Page two is gone\./),
    expect.stringMatching(/^Vulnerabilities: We couldn't read some rows \(1\)\./),
    "Vulnerabilities: We couldn't read some CVEs (2).",
  ]);
  expect(await textOfParts(parts)).toMatch(/"tooling": ".*INCOMPLETE: .*Page two is gone/);
});

test("where nothing could be read, that is not said to be none", async () => {
  const asked = write("openvex", { listPage: () => Promise.reject(lost), cvesOf });
  await expect(asked).rejects.toThrow(/^We couldn't read Vulnerabilities\. Page two is gone\./);
  const unread = write("openvex", {
    listPage: () => Promise.resolve(pageOf(components)),
    cvesOf: () => Promise.reject(lost),
  });
  await expect(unread).rejects.toThrow(/^Vulnerabilities: Only 0 of 30 .* Page two is gone\./);
});

test("OpenVEX has no document without a CVE, CycloneDX has", async () => {
  const listPage = () => Promise.resolve(pageOf([]));
  await expect(write("openvex", { listPage, cvesOf })).rejects.toThrow(/^We found no CVE/);
  const { parts } = await write("cyclonedx", { listPage, cvesOf });
  expect(JSON.parse(await textOfParts(parts))).toMatchObject({ vulnerabilities: [], components: [] });
});
