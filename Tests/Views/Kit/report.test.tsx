import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Log } from "sarif";
import { CanceledError } from "../../../Client/Core/failure";
import type { VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { axeViolations } from "../../Support/axe";
import { anAlert } from "../../Support/anAlert";
import { fakeHost } from "../../Support/fakeHost";
import { alertsPage, deferred, failing, fakeServices, secondPage } from "../../Support/fakeServices";
import {
  aComponent,
  aComplianceIssue,
  aMisconfiguration,
  aVulnerability,
  pageOf,
} from "../../Support/findings";
import { openTab } from "../../Support/onScreen";
import { readCsv, textOfParts } from "../../Support/readCsv";
import { renderDashboard } from "../../Support/renderDashboard";

const alerts = [
  anAlert({ id: "/a/1", title: "First, with a comma", severity: "High" }),
  anAlert({ id: "/a/2", title: "=cmd|'/C calc'!A0", severity: "Low" }),
];
const components = [aComponent("web"), aComponent("db", { level: "Low" })];

/** A dashboard of all four kinds on a host that keeps files. */
async function show(over: Parameters<typeof fakeServices>[0] = {}) {
  const host = fakeHost();
  const services = fakeServices({
    ...over,
    alerts: { listPage: () => Promise.resolve(alertsPage(alerts)), ...over.alerts },
    vulnerabilities: { listPage: () => Promise.resolve(pageOf(components)), ...over.vulnerabilities },
    misconfigurations: {
      listPage: () => Promise.resolve(pageOf([aMisconfiguration("m")])),
      ...over.misconfigurations,
    },
    compliance: { listPage: () => Promise.resolve(pageOf([aComplianceIssue("c")])), ...over.compliance },
  });
  const { container } = renderDashboard(services, { host });
  await screen.findByRole("tab", { name: /^Compliance \(/ });
  return { host, container };
}

const user = () => userEvent.setup();

async function openForm(): Promise<HTMLElement> {
  await user().click(screen.getByRole("menuitem", { name: "Download report" }));
  return screen.findByRole("dialog");
}

async function download(form: HTMLElement): Promise<void> {
  await user().click(within(form).getByRole("button", { name: "Download" }));
}

async function recordsOf({ files }: ReturnType<typeof fakeHost>): Promise<string[][]> {
  await waitFor(() => expect(files).toHaveLength(1));
  return readCsv(await textOfParts(files[0]?.parts ?? []));
}

test("the focus stays in the form, on what takes the place of the button that was pressed", async () => {
  const page = deferred<ReturnType<typeof alertsPage>>();
  let asked = 0;
  const listPage = () => (asked++ === 0 ? Promise.resolve(alertsPage(alerts)) : page.promise);
  await show({ alerts: { listPage } });
  const form = await openForm();
  await download(form);
  const progress = await within(form).findByRole("progressbar");
  expect(document.activeElement).toContainElement(progress);
  page.resolve(alertsPage(alerts));
  const again = await within(form).findByRole("button", { name: "Create another report" });
  expect(document.activeElement).toContainElement(within(form).getByText(/^Saved /));
  await user().click(again);
  expect(document.activeElement).toContainElement(within(form).getByRole("combobox"));
});

test("all findings: each kind, as the pages show it", async () => {
  const { host } = await show();
  await download(await openForm());
  const [headers = [], ...rows] = await recordsOf(host);
  expect(headers.slice(0, 3)).toEqual(["Kind", "Severity", "Title"]);
  expect(rows.map(([kind]) => kind)).toEqual([
    "Alerts",
    "Alerts",
    "Vulnerabilities",
    "Vulnerabilities",
    "Misconfigurations",
    "Compliance",
  ]);
  expect(rows[0]?.[2]).toBe("First, with a comma");
  expect(rows[1]?.[2]).toBe("'=cmd|'/C calc'!A0");
  expect(host.files[0]?.name).toMatch(/^prod_all_\d{4}-\d\d-\d\dT\d{4}Z\.csv$/);
  expect(host.notices).toMatchObject([{ end: "success" }]);
  expect(await screen.findByText(/^Saved .* Rows: 6\.$/)).toBeInTheDocument();
});

test("the tab as shown: what its search and filters let through, in its order, with its columns", async () => {
  const { host } = await show();
  await user().type(screen.getByRole("searchbox"), "comma");
  const form = await openForm();
  expect(within(form).getByText(/^1 matching the search and filters/)).toBeInTheDocument();
  await user().click(within(form).getByRole("radio", { name: /^Alerts as shown/ }));
  await user().click(within(form).getByRole("checkbox", { name: /^Include report details/ }));
  await download(form);
  await waitFor(() => expect(host.files).toHaveLength(1));
  const text = await textOfParts(host.files[0]?.parts ?? []);
  expect(text).toContain('Search and filters,"Search: comma; Status: Active, In progress"\r\n');
  expect(text).toContain("Completeness,Complete\r\n");
  expect(readCsv(text, { ragged: true }).filter((record) => record.includes("/a/1"))).toHaveLength(1);
  expect(text).not.toContain("/a/2");
  expect(host.files[0]?.name).toMatch(/^prod_alerts_/);
});

describe("in another format", () => {
  async function choose(form: HTMLElement, name: string): Promise<void> {
    await user().click(within(form).getByRole("combobox", { name: /^Format/ }));
    await user().click(await screen.findByRole("option", { name }));
  }

  async function savedAs(name: string, scope?: RegExp) {
    const { host } = await show();
    const form = await openForm();
    if (scope) {
      await user().click(within(form).getByRole("radio", { name: scope }));
    }
    await choose(form, name);
    expect(await axeViolations(form)).toEqual([]);
    expect(within(form).queryByRole("checkbox", { name: /byte order mark|report details/ })).toBeNull();
    await download(form);
    await waitFor(() => expect(host.files).toHaveLength(1));
    const [file] = host.files;
    return { name: file?.name, mediaType: file?.mediaType, text: await textOfParts(file?.parts ?? []) };
  }

  test("HTML: a document of all kinds", async () => {
    const { name, mediaType, text } = await savedAs("HTML");
    expect([name, mediaType]).toEqual([expect.stringMatching(/^prod_all_.*Z\.html$/), "text/html"]);
    const { body } = new DOMParser().parseFromString(text, "text/html");
    const textsOf = (selector: string) =>
      [...body.querySelectorAll(selector)].map(({ textContent }) => textContent);
    expect(textsOf("h2")).toEqual(["Alerts", "Vulnerabilities", "Misconfigurations", "Compliance"]);
    expect(textsOf("td")).toContain("First, with a comma");
    expect(text).not.toContain("<script");
  });

  test("Markdown of a tab as shown: it says what it is of", async () => {
    const { name, mediaType, text } = await savedAs("Markdown", /^Alerts as shown/);
    expect([name, mediaType]).toEqual([expect.stringMatching(/^prod_alerts_.*Z\.md$/), "text/markdown"]);
    expect(text).toContain("- **Scope**: Alerts as shown\n");
    expect(text).toContain("- **Search and filters**: Status: Active, In progress\n");
    expect(text).toContain("| First, with a comma |");
    expect(text).not.toContain("## Compliance");
  });

  test("JSON for programs", async () => {
    const { name, mediaType, text } = await savedAs("JSON");
    expect([name, mediaType]).toEqual([expect.stringMatching(/\.json$/), "application/json"]);
    expect(JSON.parse(text)).toMatchObject({
      scope: "All findings of this cluster",
      complete: true,
      findings: { length: 6 },
    });
  });

  test("VEX has the CVEs of all vulnerable resources, or of those that are selected; no list but theirs has any", async () => {
    const cvesOf = jest.fn((asked: readonly VulnerableComponent[]) =>
      Promise.resolve({
        byComponent: new Map(asked.map(({ id }) => [id, [aVulnerability("CVE-2026-1")]])),
        unreadable: 0,
      }),
    );
    const { host } = await show({ vulnerabilities: { cvesOf } });
    const form = await openForm();
    await choose(form, "OpenVEX 0.2.0");
    expect(within(form).getByRole("radio", { name: /^Alerts as shown/ })).toBeDisabled();
    expect(within(form).getAllByText("This format has CVEs only.")).toHaveLength(2);
    await download(form);
    await waitFor(() => expect(host.files).toHaveLength(1));
    expect(host.files[0]).toMatchObject({
      name: expect.stringMatching(/^prod_all_.*\.openvex\.json$/) as string,
      mediaType: "application/json",
    });
    const { statements } = JSON.parse(await textOfParts(host.files[0]?.parts ?? [])) as {
      readonly statements: readonly { readonly products: readonly unknown[] }[];
    };
    expect(statements.flatMap(({ products }) => products)).toHaveLength(2);
  });

  test("a list that can't be in the chosen format stays chosen, and says why it isn't saved", async () => {
    await show();
    const form = await openForm();
    await user().click(within(form).getByRole("radio", { name: /^Alerts as shown/ }));
    await choose(form, "CycloneDX 1.6 VEX");
    expect(within(form).getByRole("radio", { name: /^Alerts as shown/ })).toBeChecked();
    expect(within(form).getByRole("button", { name: "Download" })).toHaveAttribute("aria-disabled", "true");
    await choose(form, "CSV");
    expect(within(form).getByRole("button", { name: "Download" })).not.toHaveAttribute(
      "aria-disabled",
      "true",
    );
  });

  test("SARIF has every CVE, whether or not it was asked for", async () => {
    const cvesOf = (asked: readonly VulnerableComponent[]) =>
      Promise.resolve({
        byComponent: new Map(asked.map(({ id }) => [id, [aVulnerability(`CVE-2026-${id.length}`)]])),
        unreadable: 0,
      });
    const { host } = await show({ vulnerabilities: { cvesOf } });
    const form = await openForm();
    await choose(form, "SARIF 2.1.0");
    const parts = within(form).getByRole("checkbox", { name: /^One row for each CVE/ });
    expect(parts).toBeChecked();
    expect(parts).toBeDisabled();
    await download(form);
    await waitFor(() => expect(host.files).toHaveLength(1));
    expect(host.files[0]).toMatchObject({
      name: expect.stringMatching(/\.sarif$/) as string,
      mediaType: "application/sarif+json",
    });
    const { runs } = JSON.parse(await textOfParts(host.files[0]?.parts ?? [])) as Log;
    const ofComponents = runs[0]?.results?.filter(({ ruleId }) => ruleId?.startsWith("vulnerabilities/"));
    expect(ofComponents).toHaveLength(2);
    expect(ofComponents?.every(({ ruleId }) => ruleId?.includes("CVE-2026-"))).toBe(true);
  });
});

test("the selection, also what the search hides of it", async () => {
  const { host } = await show();
  const form = await openForm();
  expect(within(form).getByRole("radio", { name: /^Selected alerts/ })).toBeDisabled();
  expect(within(form).getByText("Nothing is selected.")).toBeInTheDocument();
  const [close] = within(form).getAllByRole("button", { name: "Close" });
  await user().click(close ?? form);
  await user().click(await screen.findByRole("checkbox", { name: /^Select =cmd/ }));
  await user().type(screen.getByRole("searchbox"), "comma");
  const again = await openForm();
  await user().click(within(again).getByRole("radio", { name: /^Selected alerts/ }));
  await download(again);
  const records = await recordsOf(host);
  expect(records).toHaveLength(2);
  expect(records[1]).toContain("/a/2");
});

test("one row per CVE, and one for a component without any", async () => {
  const cves = [aVulnerability("CVE-2026-0001"), aVulnerability("CVE-2026-0002")];
  const cvesOf = jest.fn((asked: readonly VulnerableComponent[]) =>
    Promise.resolve({ byComponent: new Map([[asked[0]?.id ?? "", cves]]), unreadable: 1 }),
  );
  const { host } = await show({ vulnerabilities: { cvesOf } });
  await openTab("Vulnerabilities");
  const form = await openForm();
  await user().click(within(form).getByRole("radio", { name: /^Vulnerabilities as shown/ }));
  await user().click(within(form).getByRole("checkbox", { name: /^One row for each CVE/ }));
  await download(form);
  const [headers = [], ...rows] = await recordsOf(host);
  const cve = headers.indexOf("CVE: CVE ID");
  expect(rows.map((row) => [row[1], row[cve]])).toEqual([
    ["web (Container)", "CVE-2026-0001"],
    ["web (Container)", "CVE-2026-0002"],
    ["db (Container)", ""],
    ["", ""],
  ]);
  expect(rows.at(-1)?.[0]).toBe("INCOMPLETE: Vulnerabilities: We couldn't read some CVEs (1).");
  expect(cvesOf).toHaveBeenCalledTimes(1);
});

test("a page that is lost: the file says what is missing, and so do form and notification", async () => {
  let opened = false;
  const { host } = await show({
    alerts: {
      listPage: (cursor) => {
        if (!cursor) {
          return Promise.resolve(alertsPage(alerts, { total: 4, ...(opened ? { next: secondPage } : {}) }));
        }
        return failing({ kind: "unexpected", message: "Page two is gone." });
      },
    },
  });
  opened = true;
  await download(await openForm());
  const records = await recordsOf(host);
  const words =
    "Alerts: Only 2 of 4 alerts are included, because we couldn't read the others. Page two is gone.";
  expect(records.at(-1)?.[0]).toBe(`INCOMPLETE: ${words}`);
  expect(records.filter(([kind]) => kind === "Compliance")).toHaveLength(1);
  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(host.notices).toMatchObject([{ end: "warning" }]);
  expect(host.notices[0]?.notice.description).toContain("is incomplete");
});

test("progress is told, goes on behind a closed form, and can be canceled: then nothing is saved", async () => {
  let reports = false;
  let canceled: AbortSignal | undefined;
  const { host } = await show({
    alerts: {
      listPage(cursor, signal) {
        if (!cursor) {
          return Promise.resolve(alertsPage(alerts, { total: 4, ...(reports ? { next: secondPage } : {}) }));
        }
        canceled = signal;
        return new Promise((_, reject) =>
          signal?.addEventListener("abort", () => reject(new CanceledError())),
        );
      },
    },
  });
  reports = true;
  const form = await openForm();
  await download(form);
  expect(await within(form).findByText("Findings: 2 of 8. Rows so far: 2")).toBeInTheDocument();
  await user().click(within(form).getByRole("button", { name: "Continue in background" }));
  const again = await openForm();
  expect(within(again).getByText("Findings: 2 of 8. Rows so far: 2")).toBeInTheDocument();
  expect(host.notices[0]).toMatchObject({ end: undefined });
  await user().click(within(again).getByRole("button", { name: "Cancel report" }));
  expect(await within(again).findByText("Canceled. Nothing was saved.")).toBeInTheDocument();
  expect(canceled?.aborted).toBe(true);
  expect(host.files).toEqual([]);
  expect(host.notices).toMatchObject([{ end: "warning" }]);
});

test("a list that is still coming cannot be reported as shown", async () => {
  const page = deferred<ReturnType<typeof alertsPage>>();
  await show({ alerts: { listPage: () => page.promise } });
  const form = await openForm();
  expect(within(form).getByRole("radio", { name: /^Alerts as shown/ })).toBeDisabled();
  expect(within(form).getByText("The list is still loading.")).toBeInTheDocument();
  page.resolve(alertsPage(alerts));
  await waitFor(() => expect(within(form).getByRole("radio", { name: /^Alerts as shown/ })).toBeEnabled());
});

test("the form is accessible, before and after", async () => {
  await show();
  const form = await openForm();
  expect(await axeViolations(form)).toEqual([]);
  await download(form);
  await screen.findByText(/^Saved .* Rows: 6\./);
  expect(await axeViolations(form)).toEqual([]);
});
