import type { Log } from "sarif";
import { documentWriter } from "../../../Views/Kit/Report/documentWriter";
import { html } from "../../../Views/Kit/Report/html";
import { jsonWriter } from "../../../Views/Kit/Report/jsonWriter";
import { markdown } from "../../../Views/Kit/Report/markdown";
import type { ReportKind, ReportRow } from "../../../Views/Kit/Report/report";
import { sarifWriter } from "../../../Views/Kit/Report/sarifWriter";
import { writeReport, type LostKind, type ReportOptions } from "../../../Views/Kit/Report/writeReport";
import { textOfParts } from "../../Support/readCsv";

function row(title: string, over: Partial<ReportRow["finding"]> = {}): ReportRow {
  const finding = { id: title, partId: undefined, title, isOpen: true, ...over };
  return {
    cells: [over.level, title],
    finding: { level: undefined, rule: undefined, ...finding },
  };
}

const kindOf = (id: string, ...pages: readonly (readonly ReportRow[])[]): ReportKind => ({
  id,
  title: id.toUpperCase(),
  noun: id,
  headers: ["Level", "Title"],
  keys: ["level", "title"],
  total: pages.flat().length,
  async *pages() {
    for (const rows of pages) {
      await Promise.resolve();
      yield { rows, unreadable: 0, read: rows.length, written: rows.length, gaps: 0 };
    }
  },
});

const write = async (writer: ReportOptions["writer"], ...kinds: readonly (ReportKind | LostKind)[]) => {
  const { parts } = await writeReport(kinds, {
    writer,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return textOfParts(parts);
};

const lost: LostKind = { title: "Compliance", error: new Error("No.") };
const about = { title: "Findings of prod", facts: [["Cluster", "/c"]] } as const;

const programReport = {
  clusterId: "/rg/clusters/c",
  createdAt: new Date("2026-11-30T08:00:00Z"),
  scope: "All findings of this cluster",
  narrowing: [],
  part: undefined,
};

describe("as SARIF", () => {
  const writer = sarifWriter(programReport);
  const read = async (...kinds: readonly (ReportKind | LostKind)[]) => {
    const { runs, version } = JSON.parse(await write(writer, ...kinds)) as Log;
    expect([version, runs.length]).toEqual(["2.1.0", 1]);
    const [run] = runs;
    return { run, results: run?.results ?? [], rules: run?.tool.driver.rules ?? [] };
  };

  test("each row is a result of a rule that is there once; the level is one of three", async () => {
    const rule = { id: "Miner", title: "A miner" };
    const { results, rules, run } = await read(
      kindOf("alerts", [row("One", { level: "High", rule })], [], [row("Two", { level: "Medium", rule })]),
      kindOf("issues", [
        row("Three", { level: "Informational", rule: { ...rule, title: "Another" } }),
        row("Four"),
      ]),
    );
    expect(results.map(({ ruleId, level, message }) => [ruleId, level, message.text])).toEqual([
      ["alerts/Miner", "error", "One"],
      ["alerts/Miner", "warning", "Two"],
      ["issues/Miner", "note", "Three"],
      ["issues", undefined, "Four"],
    ]);
    expect(rules.map(({ id, shortDescription }) => [id, shortDescription?.text])).toEqual([
      ["alerts/Miner", "A miner"],
      ["issues/Miner", "Another"],
      ["issues", "ISSUES"],
    ]);
    expect(run?.invocations?.[0]?.executionSuccessful).toBe(true);
  });

  test("parts of a finding are told apart, and so is what is done with", async () => {
    const part = (partId: string) => row("api", { partId, rule: { id: "CVE-1", title: "CVE-1" } });
    const { results } = await read(
      kindOf("v", [part("CVE-1 a"), part("CVE-1 b"), row("done", { isOpen: false })]),
    );
    for (const name of ["finding/v1", "primaryLocationLineHash"]) {
      expect(new Set(results.map(({ partialFingerprints }) => partialFingerprints?.[name])).size).toBe(3);
    }
    expect(results.map(({ message, suppressions }) => [message.text, suppressions !== undefined])).toEqual([
      ["CVE-1: api", false],
      ["CVE-1: api", false],
      ["done", true],
    ]);
  });

  test("a result is in a file and a line, or GitHub refuses the whole report: the ID is the path", async () => {
    const id = "/subscriptions/s/pod-api-*-container-a b#c?d%";
    const { results } = await read(kindOf("alerts", [row("One", { id })]));
    const [location] = results[0]?.locations ?? [];
    expect(location?.physicalLocation).toEqual({
      artifactLocation: { uri: "subscriptions/s/pod-api-*-container-a%20b%23c%3Fd%25" },
      region: { startLine: 1 },
    });
    expect(location?.logicalLocations?.[0]?.fullyQualifiedName).toBe(id);
  });

  test("severity is a number within its word, of the rule, and never less than its worst result", async () => {
    const rule = { id: "R", title: "R" };
    const { rules } = await read(
      kindOf("issues", [
        row("a", { level: "Low", rule }),
        row("b", { level: "Critical", rule }),
        row("c", { level: "Medium", rule }),
        row("d"),
      ]),
    );
    expect(rules.map(({ properties }) => properties)).toEqual([
      { tags: ["security"], "security-severity": "9.5" },
      { tags: ["security"] },
    ]);
  });

  test("a message is a line, all of it visible, and no link; half a character costs no row", async () => {
    const hostile = "see [here](https://evil.example)\n\u202Egnp\uD800 [x]";
    const { results } = await read(kindOf("alerts", [row(hostile, { id: "/a\uD800" }), row("Two")]));
    expect(results.map(({ message }) => message.text)).toEqual([
      "see \\[here](https://evil.example)\\u{000A}\\u{202E}gnp\uFFFD [x]",
      "Two",
    ]);
  });

  test("nothing found is a run that succeeded; what could not be read is one that did not, and says why", async () => {
    expect((await read(kindOf("alerts", []))).run).toMatchObject({
      results: [],
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
    });
    expect((await read(kindOf("alerts", []), lost)).run?.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: "error", message: { text: expect.stringContaining("Compliance") as string } },
        ],
      },
    ]);
  });
});

describe("of a part of the findings", () => {
  const part = { ...programReport, scope: "Alerts as shown", narrowing: ["Search: miner"], part: "alerts" };
  const kind = kindOf("alerts", [row("One")]);

  test("only a report of everything follows another, which takes for fixed what the next one lacks", async () => {
    const runOf = async (report: typeof programReport | typeof part, ...more: readonly LostKind[]) =>
      (JSON.parse(await write(sarifWriter(report), kind, ...more)) as Log).runs[0];
    expect((await runOf(programReport))?.automationDetails?.id).toBe("/rg/clusters/c/");
    expect(await runOf(part)).toMatchObject({
      automationDetails: { id: "/rg/clusters/c/alerts/2026-11-30T08:00:00.000Z/" },
      properties: { scope: "Alerts as shown", filters: ["Search: miner"] },
    });
    expect((await runOf(programReport, lost))?.automationDetails?.id).toBe(
      "/rg/clusters/c/incomplete/2026-11-30T08:00:00.000Z/",
    );
  });

  test("JSON says which", async () => {
    expect(JSON.parse(await write(jsonWriter(part), kind))).toMatchObject({
      scope: "Alerts as shown",
      filters: ["Search: miner"],
      findings: [{ title: "One" }],
    });
  });
});

describe("as Markdown", () => {
  test("what it is of, the numbers, and a table for each kind", async () => {
    const text = await write(
      documentWriter(markdown, about),
      kindOf("alerts", [row("One", { level: "High" })], [row("Two", { level: "High" }), row("Three")]),
      kindOf("issues", []),
      lost,
    );
    expect(text.split("\n")).toEqual([
      "# Findings of prod",
      "",
      "- **Cluster**: /c",
      "- **Completeness**: Incomplete",
      "",
      expect.stringMatching(/^> - ⚠️ We couldn't read Compliance\./),
      "",
      "- **ALERTS**: 3 (High: 2, Not rated: 1)",
      "- **ISSUES**: 0",
      "",
      "## ALERTS",
      "",
      "| Level | Title |",
      "| --- | --- |",
      "| High | One |",
      "| High | Two |",
      "|  | Three |",
      "",
      "## ISSUES",
      "",
      "None.",
      "",
    ]);
  });

  test.each([
    ["a|b", "a\\|b"],
    ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"],
    ["[x](https://evil.example)", "\\[x\\](https&#58;//evil.example)"],
    ["see www.evil.example", "see www&#46;evil.example"],
    ["@team look", "@&#8203;team look"],
    ["other/repo#12 GH-3 #x", "other/repo#&#8203;12 gh-&#8203;3 #x"],
    ["two\n# lines", "two\\\\u{000a}# lines"],
    ["`rm` &amp; *all*", "\\`rm\\` \\&amp; \\*all\\*"],
  ])("%j means itself", async (title, written) => {
    const text = await write(documentWriter(markdown, about), kindOf("alerts", [row(title)]));
    expect(text.split("\n").at(-2)?.toLowerCase()).toBe(`|  | ${written} |`);
  });
});

describe("as HTML", () => {
  const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

  test("a page of its own: no script, nothing from elsewhere, every text is text", async () => {
    const hostile = `"><script>alert('1')</script><img src="https://evil.example/x">&amp;`;
    const text = await write(
      documentWriter(html, about),
      kindOf("alerts", [row(hostile, { level: "High" })], [row("Two")]),
      kindOf("issues", []),
      lost,
    );
    expect(count(text, /<script|<img|<link|<a |@import|url\(/g)).toBe(0);
    expect(text).toContain(
      "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&lt;img src=&quot;https://evil.example/x&quot;&gt;&amp;amp;",
    );
    expect(text).toMatch(/Content-Security-Policy" content="default-src 'none'/);
    expect([count(text, /<table>/g), count(text, /<\/table>/g), count(text, /<tr/g)]).toEqual([1, 1, 3]);
    expect(text).toMatch(/role="alert"><li>We couldn&#39;t read Compliance/);
    expect(text.endsWith("<p>None.</p>\n</main>\n</body>\n</html>\n")).toBe(true);
  });
});

describe("of what could not be read, in a document", () => {
  const broken: ReportKind = {
    ...kindOf("alerts"),
    total: 9,
    // eslint-disable-next-line require-yield -- the first page is lost
    async *pages() {
      await Promise.resolve();
      throw new Error("Page one is gone.");
    },
  };
  const half: ReportKind = {
    ...kindOf("issues"),
    total: 3,
    async *pages() {
      await Promise.resolve();
      yield { rows: [row("One", { level: "High" })], unreadable: 0, read: 3, written: 1, gaps: 2 };
    },
  };

  test.each([
    ["Markdown", markdown],
    ["HTML", html],
  ])("%s never says that there is none, or that some are all", async (_, language) => {
    const text = await write(documentWriter(language, about), broken, half, kindOf("others", []));
    expect(text).not.toMatch(/ALERTS[^A-Za-z]*0/);
    expect(text).toMatch(/ALERTS[^A-Za-z]*(dt|dd|[^A-Za-z])*Not known/);
    expect(text).toMatch(/At least 1 \(High: 1\)/);
    const [, ofAlerts = "", ofOthers = ""] = text.split(/(?:## |<h2>)(?:ALERTS|OTHERS)/);
    expect(ofAlerts).toMatch(/^[^A-Za-z]*(\/h2>\n<p>)?ALERTS: Only 0 of 9/);
    expect(ofAlerts).not.toContain("None.");
    expect(ofOthers).toContain("None.");
  });

  test("what it is of is on one line and in its place too", async () => {
    const facts = [["Search and filters", "Namespace: a\u202Eb"]] as const;
    const text = await write(documentWriter(html, { title: "T", facts }), kindOf("alerts", []));
    expect(text).toContain("a\\u{202E}b");
  });
});
