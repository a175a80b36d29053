import { FailureError } from "../../../Client/Core/failure";
import type { Services } from "../../../Client/services";
import { CommandLineError } from "../../../Extension/CommandLine/commandLine";
import { vexReport } from "../../../Extension/Program/Report/vexReport";
import { fakeServices, secondPage } from "../../Support/fakeServices";
import { aComponent, aVulnerability, clusterId, pageOf } from "../../Support/findings";
import { textOfParts } from "../../Support/readCsv";

const components = Array.from({ length: 30 }, (_, index) => aComponent(`c${index}`));
const cvesOf = (some: readonly { readonly id: string }[]) =>
  Promise.resolve({
    byComponent: new Map(some.map(({ id }) => [id, [aVulnerability("CVE-2026-1")]])),
    unreadable: 0,
  });

const ask = (vulnerabilities: Partial<Services["vulnerabilities"]>) =>
  vexReport("openvex", fakeServices({ vulnerabilities }), {
    clusterId,
    createdAt: new Date("2026-11-30T10:00:00Z"),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });

test("every component of every page is in it", async () => {
  const { rows, missing } = await ask({
    listPage: (cursor) =>
      Promise.resolve(
        pageOf(components.slice(cursor ? 26 : 0, cursor ? 30 : 26), cursor ? {} : { next: secondPage }),
      ),
    cvesOf,
  });
  expect([rows, missing]).toEqual([30, []]);
});

test("a page, a row, or a CVE that can't be read makes it incomplete, which it says itself", async () => {
  const { parts, rows, missing } = await ask({
    listPage: (cursor) =>
      cursor
        ? Promise.reject(new FailureError({ kind: "unexpected", message: "Page two is gone." }))
        : Promise.resolve(
            pageOf(components, { next: secondPage, gaps: [{ kind: "unexpected", message: "?" }] }),
          ),
    cvesOf: async (some) => ({ ...(await cvesOf(some)), unreadable: 1 }),
  });
  expect([rows, missing]).toEqual([
    30,
    [
      "Some vulnerable components are missing, because we couldn't read them. Page two is gone.",
      "We couldn't read some vulnerable components (1).",
      "We couldn't read some CVEs (2).",
    ],
  ]);
  expect(await textOfParts(parts)).toMatch(/"tooling": ".*INCOMPLETE: .*Page two is gone/);
});

test("where nothing could be read, that is not said to be none", async () => {
  const asked = ask({
    listPage: () => Promise.reject(new FailureError({ kind: "unexpected", message: "No." })),
    cvesOf,
  });
  await expect(asked).rejects.toThrow(CommandLineError);
  await expect(asked).rejects.toThrow(
    /^Nothing was written\. Some vulnerable components are missing, .* No\.$/,
  );
});
