import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { defineTab } from "../../../Views/Kit/Tab/defineTab";
import type { Finding, FindingsTab } from "../../../Views/Kit/Model/findingsTab";
import { tabs } from "../../../Views/Tabs/registry";
import { axeViolations } from "../../Support/axe";
import { failing, fakeServices } from "../../Support/fakeServices";
import { pageOf } from "../../Support/findings";
import {
  chooseFilter,
  columnNamesOf,
  filterNamesOf,
  openFirst,
  openTab,
  rowNamesOf,
  theGrid,
} from "../../Support/onScreen";
import { renderDashboard } from "../../Support/renderDashboard";

interface Secret extends Finding {
  readonly file: string;
  readonly level: "High" | "Low";
  readonly team: string;
}

const found: readonly Secret[] = [
  { id: "1", file: "notes.txt", level: "Low", team: "shop" },
  { id: "2", file: "id_rsa", level: "High", team: "shop" },
  { id: "3", file: ".env", level: "High", team: "pay" },
];

/** A kind of finding that the product does not have: this description is all that it takes. */
const secrets: FindingsTab<Secret> = {
  id: "secrets",
  title: "Secrets",
  description: "Secrets that lie about in images.",
  learnMore: "https://learn.microsoft.com/azure/",
  noun: "secrets",
  counted: { one: "secret", many: "secrets" },
  readAction: "Microsoft.Security/secrets/read",
  readScope: "subscription",
  coverage: { plans: ["cspm"], configurations: ["AgentlessVmScanning"] },
  levels: ["High", "Medium", "Low"],
  levelTitle: "By danger",
  levelKey: "danger",
  levelOf: ({ level }) => level,
  titleOf: ({ file }) => file,
  columns: [
    {
      key: "danger",
      label: "Danger",
      value: ({ level }) => level,
      rank: ({ level }) => (level === "High" ? 0 : 1),
      width: 80,
    },
    { key: "file", label: "File", value: ({ file }) => file, width: 200, isRowHeader: true },
  ],
  filters: [
    { key: "danger", label: "Danger", pinned: true, valuesOf: ({ level }) => [level] },
    { key: "team", label: "Team", pinned: false, valuesOf: ({ team }) => [team] },
  ],
  sort: { column: "danger", descending: false },
  footnote: "Rotate what you find.",
  clean: { title: "No secrets", text: "Nothing lies about." },
  neverScanned: { title: "Nobody has looked", text: "Wait a day." },
  loadPage: () => Promise.resolve(pageOf(found)),
  strip: ({ team }) => [{ label: "Team", content: team }],
  Details: ({ item }) => <p>Read {item.file} again.</p>,
};

/** The dashboard with one more kind of finding. */
function show(over: Partial<FindingsTab<Secret>> = {}, services = fakeServices()) {
  return renderDashboard(services, { tabs: [...tabs, defineTab({ ...secrets, ...over })] });
}

test("gets a tile, a label, a summary, a grid and a status line", async () => {
  const { container } = show();
  expect(await screen.findByRole("button", { name: /^2\s*\/3\s*High secrets$/ })).toBeVisible();
  await openTab("Secrets");
  expect(screen.getByRole("tab", { name: "Secrets (3)", selected: true })).toBeVisible();
  expect(screen.getByRole("tab", { name: "Compliance (0)" })).toBeVisible();
  expect(screen.getByRole("region", { name: "By danger" })).toHaveTextContent("2HighMedium 0Low 1");
  const grid = await theGrid();
  expect(columnNamesOf(grid)).toEqual(["Danger", "File"]);
  expect(rowNamesOf(grid)).toEqual(["id_rsa", ".env", "notes.txt"]);
  expect(screen.getByText("3 secrets")).toBeVisible();
  expect(screen.getByText("Rotate what you find.")).toBeVisible();
  expect(await axeViolations(container)).toEqual([]);
});

test("gets filters, search and the way from its tile", async () => {
  show();
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /High secrets$/ }));
  expect(rowNamesOf(await theGrid())).toEqual(["id_rsa", ".env"]);
  const search = screen.getByRole("search");
  expect(await filterNamesOf(search)).toEqual(["Danger", "+Team"]);
  await user.click(screen.getByRole("button", { name: "Reset" }));
  await chooseFilter(search, "Danger", "Low");
  expect(rowNamesOf(await theGrid())).toEqual(["notes.txt"]);
  await user.type(within(search).getByRole("searchbox", { name: "Search secrets" }), "zzz");
  expect(await screen.findByText("None of the 3 secrets match the search and filters.")).toBeVisible();
});

test("gets a panel with its details", async () => {
  const { container } = show();
  await openTab("Secrets");
  const panel = await openFirst();
  expect(within(panel).getByRole("heading", { level: 2, name: "id_rsa" })).toHaveFocus();
  expect(panel).toHaveTextContent("Teamshop");
  await userEvent.setup().click(within(panel).getByRole("button", { name: "Next" }));
  expect(panel).toHaveTextContent("Read .env again.");
  expect(await axeViolations(container)).toEqual([]);
});

const { plan } = fakeServices();
const empty = (evaluated: number) => ({ loadPage: () => Promise.resolve(pageOf<Secret>([], { evaluated })) });

describe("gets every state", () => {
  test.each<[string, Partial<FindingsTab<Secret>>, ReturnType<typeof fakeServices>, string, string]>([
    [
      "failed",
      { loadPage: () => failing({ kind: "unexpected", message: "Down." }) },
      fakeServices(),
      "We couldn't load the secrets",
      "Secrets (—)",
    ],
    [
      "no permission",
      empty(0),
      fakeServices({ permissions: { at: () => Promise.resolve([]) } }),
      "You don't have permission to see the secrets of this cluster",
      "Secrets (—)",
    ],
    [
      "plan off",
      empty(5),
      fakeServices({ plan: { ...plan, hasCspm: () => Promise.resolve(false) } }),
      "Protection is off, so secrets aren't reported",
      "Secrets (—)",
    ],
    [
      "partly covered",
      empty(5),
      fakeServices({
        plan: {
          ...plan,
          get: () =>
            Promise.resolve({
              isOn: true,
              scope: "subscription",
              missing: [{ name: "AgentlessVmScanning", where: "plan", failure: undefined }],
            }),
        },
      }),
      "Some secrets aren't checked",
      "Secrets (—)",
    ],
    ["never scanned", empty(0), fakeServices(), "Nobody has looked", "Secrets (—)"],
    ["clean", empty(5), fakeServices(), "No secrets", "Secrets (0)"],
  ])("%s", async (_, over, services, heading, label) => {
    show(over, services);
    await openTab("Secrets");
    expect(await screen.findByRole("heading", { name: heading })).toBeVisible();
    expect(screen.getByRole("tab", { name: label })).toBeVisible();
  });
});
