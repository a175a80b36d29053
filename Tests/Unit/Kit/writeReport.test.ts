import { CanceledError, FailureError } from "../../../Client/Core/failure";
import type { ReportCell, ReportKind, ReportPage } from "../../../Views/Kit/Report/report";
import { csvWriter } from "../../../Views/Kit/Report/csvWriter";
import { jsonWriter } from "../../../Views/Kit/Report/jsonWriter";
import { writeReport, type LostKind, type ReportOptions } from "../../../Views/Kit/Report/writeReport";
import { readCsv, textOfParts } from "../../Support/readCsv";

const page = (rows: readonly (readonly ReportCell[])[], over: Partial<ReportPage> = {}): ReportPage => ({
  rows: rows.map((cells) => ({
    cells,
    finding: {
      id: "",
      partId: undefined,
      title: "",
      level: undefined,
      isOpen: true,
      rule: undefined,
    },
  })),
  unreadable: 0,
  read: rows.length,
  written: rows.length,
  gaps: 0,
  ...over,
});

/** A kind with its pages; an error among them ends it. */
function kindOf(
  title: string,
  headers: readonly string[],
  total: number,
  ...pages: readonly (ReportPage | Error)[]
): ReportKind {
  return {
    id: title.toLowerCase(),
    title,
    headers,
    keys: headers.map((header) => header.toLowerCase()),
    total,
    noun: title.toLowerCase(),
    async *pages() {
      for (const one of pages) {
        await Promise.resolve();
        if (one instanceof Error) {
          throw one;
        }
        yield one;
      }
    },
  };
}

const broken = new FailureError({ kind: "unexpected", message: "Page two is gone." });

async function write(
  kinds: readonly (ReportKind | LostKind)[],
  over: Partial<ReportOptions> = {},
): Promise<{ text: string; missing: readonly string[]; progress: unknown[]; rows: number }> {
  const progress: unknown[] = [];
  const { parts, missing, rows } = await writeReport(kinds, {
    writer: csvWriter({ hasByteOrderMark: false, about: undefined }),
    signal: new AbortController().signal,
    onProgress: (one) => progress.push(one),
    ...over,
  });
  return { text: await textOfParts(parts), missing, progress, rows };
}

const alerts = kindOf(
  "Alerts",
  ["Severity", "Title", "Resource ID"],
  3,
  page([
    ["High", "One", "a1"],
    ["Low", "Two", "a2"],
  ]),
  page([["Low", "Three", "a3"]]),
);

test("one kind has its own columns", async () => {
  const { text, missing, progress, rows } = await write([alerts]);
  expect(readCsv(text)).toEqual([
    ["Severity", "Title", "Resource ID"],
    ["High", "One", "a1"],
    ["Low", "Two", "a2"],
    ["Low", "Three", "a3"],
  ]);
  expect([missing, rows]).toEqual([[], 3]);
  expect(progress).toEqual([
    { read: 2, total: 3, rows: 2 },
    { read: 3, total: 3, rows: 3 },
  ]);
});

test("several kinds share the columns of the same name, and each row names its kind", async () => {
  const issues = kindOf("Compliance", ["Risk level", "Title", "Resource ID"], 1, page([["High", "C", "c1"]]));
  const { text } = await write([alerts, issues]);
  const records = readCsv(text);
  expect(records[0]).toEqual(["Kind", "Severity", "Title", "Resource ID", "Risk level"]);
  expect(records[1]).toEqual(["Alerts", "High", "One", "a1", ""]);
  expect(records.at(-1)).toEqual(["Compliance", "", "C", "c1", "High"]);
});

test("a lost page ends its kind, not the report, and the last row says so", async () => {
  const half = kindOf("Alerts", ["Title"], 1240, page([["One"]]), broken);
  const issues = kindOf("Compliance", ["Title"], 1, page([["C"]]));
  const { text, missing } = await write([half, issues]);
  expect(missing).toEqual([
    "Alerts: Only 1 of 1,240 alerts are included, because we couldn't read the others. Page two is gone.",
  ]);
  const records = readCsv(text);
  expect(records.map(([, title]) => title)).toEqual(["Title", "One", "C", ""]);
  expect(records.at(-1)?.[0]).toBe(`INCOMPLETE: ${missing[0]}`);
});

test("a kind that could not be begun is named, with the right that is missing", async () => {
  const forbidden = new FailureError({ kind: "forbidden", message: "No.", missingAction: "x/read" });
  const { text, missing } = await write([alerts, { title: "Compliance", error: forbidden }]);
  expect(missing).toEqual(["We couldn't read Compliance. No. You need the permission x/read."]);
  expect(readCsv(text).at(-1)?.[0]).toBe(`INCOMPLETE: ${missing[0]}`);
});

test("findings and parts that could not be read are counted", async () => {
  const gappy = kindOf("Alerts", ["Title"], 3, page([["One"]], { gaps: 2, read: 3, unreadable: 4 }));
  const { missing } = await write([gappy]);
  expect(missing).toEqual([
    "Alerts: We couldn't read some rows (2).",
    "Alerts: We couldn't read some CVEs (4).",
  ]);
});

test("a date is written as on the page", async () => {
  const { text } = await write([
    kindOf("Alerts", ["Start"], 1, page([[{ text: "Nov 30, 2026", at: new Date(0) }]])),
  ]);
  expect(readCsv(text)).toEqual([["Start"], ["Nov 30, 2026"]]);
});

test("nothing found is a table without rows, and complete", async () => {
  const { text, missing } = await write([kindOf("Alerts", ["Title"], 0, page([]))]);
  expect([text, missing]).toEqual(["Title\r\n", []]);
});

test("with a byte order mark, and with what it is of above the table", async () => {
  const about = [["Cluster", "prod"]] as const;
  const { text } = await write([kindOf("Alerts", ["Title"], 2, page([["One"]]), broken)], {
    writer: csvWriter({ hasByteOrderMark: true, about }),
  });
  expect(text.startsWith("\uFEFFCluster,prod\r\nCompleteness,")).toBe(true);
  const records = readCsv(text, { ragged: true });
  expect(records[1]?.[1]).toMatch(/^INCOMPLETE: Alerts: Only 1 of 2 alerts are included, because/);
  expect(records.slice(2, 5)).toEqual([[""], ["Title"], ["One"]]);
});

test("a canceled report is none", async () => {
  const controller = new AbortController();
  const report = write([alerts], {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(report).rejects.toBeInstanceOf(CanceledError);
});

describe("as JSON", () => {
  const writer = jsonWriter({
    clusterId: "/c",
    createdAt: new Date("2026-11-30T08:00:00Z"),
    scope: "All",
    narrowing: [],
    part: undefined,
  });
  const read = async (...kinds: readonly (ReportKind | LostKind)[]) =>
    JSON.parse((await write(kinds, { writer })).text) as unknown;

  test("findings of several kinds and pages, by the keys of their columns", async () => {
    const day = { text: "Jan 1, 1970", at: new Date(0) };
    const issues = kindOf(
      "Compliance",
      ["Title"],
      3,
      page([]),
      page([[undefined], [day]]),
      page([['C,\n"c"']]),
    );
    expect(await read(alerts, issues)).toEqual({
      schemaVersion: 1,
      cluster: "/c",
      created: "2026-11-30T08:00:00.000Z",
      scope: "All",
      filters: [],
      complete: true,
      missing: [],
      findings: [
        { kind: "alerts", severity: "High", title: "One", "resource id": "a1" },
        { kind: "alerts", severity: "Low", title: "Two", "resource id": "a2" },
        { kind: "alerts", severity: "Low", title: "Three", "resource id": "a3" },
        { kind: "compliance" },
        { kind: "compliance", title: "1970-01-01T00:00:00.000Z" },
        { kind: "compliance", title: 'C,\n"c"' },
      ],
    });
  });

  test("nothing found is complete; what could not be read is not", async () => {
    expect(await read(kindOf("Alerts", ["Title"], 0, page([])))).toMatchObject({
      complete: true,
      findings: [],
    });
    expect(await read(kindOf("Alerts", ["Title"], 9, page([["One"]]), broken))).toMatchObject({
      complete: false,
      missing: [expect.stringContaining("Page two is gone.")],
      findings: [{ title: "One" }],
    });
  });
});
