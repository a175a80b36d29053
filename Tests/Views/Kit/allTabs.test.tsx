import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Failure } from "../../../Client/Core/failure";
import type { FindingsPage, PageCursor } from "../../../Client/Core/listing";
import type { Permission } from "../../../Client/Core/rbac";
import type { Services } from "../../../Client/services";
import type { Finding, FindingsTab, RegisteredTab } from "../../../Views/Kit/Model/findingsTab";
import { defineTab } from "../../../Views/Kit/Tab/defineTab";
import { alerts } from "../../../Views/Tabs/Alerts/alertsTab";
import { compliance } from "../../../Views/Tabs/Compliance/complianceTab";
import { misconfigurations } from "../../../Views/Tabs/Misconfigurations/misconfigurationsTab";
import { tabs } from "../../../Views/Tabs/registry";
import { vulnerabilities } from "../../../Views/Tabs/Vulnerabilities/vulnerabilitiesTab";
import { alertDetails, anAlert } from "../../Support/anAlert";
import { axeViolations } from "../../Support/axe";
import {
  alertsPage,
  deferred,
  everything,
  failing,
  fakeServices,
  secondPage,
} from "../../Support/fakeServices";
import {
  aComplianceIssue,
  aComponent,
  aMisconfiguration,
  aVulnerability,
  pageOf,
} from "../../Support/findings";
import { firstRow, openFirst, openTab, rows } from "../../Support/onScreen";
import { renderDashboard } from "../../Support/renderDashboard";
import { renderTab } from "../../Support/renderPage";

/** Levels that every kind of finding knows. */
type CommonLevel = "High" | "Medium" | "Low";
type SomeServices = Parameters<typeof fakeServices>[0];
type PageFacts = Partial<Omit<FindingsPage<unknown>, "items" | "resolved">>;

/** What a list answers, whatever it lists: one finding per level, with the facts of the page. */
interface Answer {
  readonly levels: readonly CommonLevel[];
  readonly facts?: PageFacts;
}

/** One kind of finding, and what differs between the kinds. */
interface TabCase extends Pick<
  FindingsTab<Finding>,
  | "id"
  | "title"
  | "noun"
  | "counted"
  | "readAction"
  | "nodesReadAction"
  | "readScope"
  | "coverage"
  | "clean"
  | "neverScanned"
  | "levelTitle"
  | "depth"
> {
  readonly tab: RegisteredTab;
  /** What the summary by level says of one High, two Medium and one Low; `undefined`: there is none. */
  readonly legend: string | undefined;
  /** Services of which this kind's list and details answer so; all others have nothing. */
  services(
    list: (cursor: PageCursor | undefined) => Promise<Answer>,
    details?: () => Promise<string>,
  ): SomeServices;
}

type ListPage<T> = (cursor: PageCursor | undefined) => Promise<FindingsPage<T>>;

function caseOf<T extends Finding>(
  tab: FindingsTab<T>,
  kind: {
    readonly legend: string | undefined;
    build(name: string, level: CommonLevel): T;
    toPage(items: readonly T[], facts: PageFacts): FindingsPage<T>;
    /** The text that the details were asked for stands somewhere in them. */
    services(listPage: ListPage<T>, details: () => Promise<string>): SomeServices;
  },
): TabCase {
  return {
    ...tab,
    tab: defineTab(tab),
    legend: kind.legend,
    services: (list, details = () => Promise.resolve("What is wrong")) =>
      kind.services(async (cursor) => {
        const { levels, facts = {} } = await list(cursor);
        const page = cursor?.skipToken ?? "";
        return kind.toPage(
          levels.map((level, index) => kind.build(`${level}${index}${page}`, level)),
          facts,
        );
      }, details),
  };
}

const cases: readonly TabCase[] = [
  caseOf(alerts, {
    legend: "1HighMedium 2Low 1Informational 0",
    build: (name, severity) => anAlert({ name, severity }),
    toPage: alertsPage,
    services: (listPage, details) => ({
      alerts: {
        listPage,
        get: async () => alertDetails(anAlert(), { description: await details() }),
      },
    }),
  }),
  caseOf(vulnerabilities, {
    legend: "1HighCritical 0Medium 2Low 1",
    build: (name, level) => aComponent(name, { level }),
    toPage: pageOf,
    services: (listPage, details) => ({
      vulnerabilities: {
        listPage,
        get: async () => {
          const { place, id } = aComponent("other");
          return {
            vulnerabilities: [aVulnerability("CVE-2026-0001")],
            sameImage: place && [{ id, place, container: await details() }],
            unreadable: [],
            portalLink: "https://portal.azure.com/#blade/x",
          };
        },
      },
    }),
  }),
  caseOf(misconfigurations, {
    legend: "1HighCritical 0Medium 2Low 1",
    build: (name, level) => aMisconfiguration(name, { level }),
    toPage: pageOf,
    services: (listPage, details) => ({
      misconfigurations: {
        listPage,
        get: async () => ({
          ...aMisconfiguration("details"),
          descriptionHtml: await details(),
          remediationHtml: "",
          changed: undefined,
          portalLink: "https://portal.azure.com/#blade/x",
        }),
      },
    }),
  }),
  caseOf(compliance, {
    // Compliance sums up by standard.
    legend: undefined,
    build: (name, level) => aComplianceIssue(name, { level }),
    toPage: pageOf,
    services: (listPage, details) => ({
      compliance: {
        listPage,
        get: async () => ({
          descriptionHtml: await details(),
          remediationHtml: "",
          policyId: undefined,
          alsoSatisfies: [{ standard: "CIS", controls: ["1.1", "1.2"] }],
          portalLink: "https://portal.azure.com/#blade/x",
        }),
      },
    }),
  }),
];

/** What the settings call the configurations that some findings need. */
const configurationLabels: Readonly<Record<string, string>> = {
  AgentlessDiscoveryForKubernetes: "Kubernetes API access",
  AgentlessVmScanning: "Agentless machine scanning",
  AzurePolicy: "Azure Policy (not installed in this cluster)",
  ContainerRegistriesVulnerabilityAssessments: "Registry access",
  ContainerSensor: "Defender sensor",
};

/** A cluster that lacks one configuration, and has all others. */
function without(name: string): Pick<Services, "plan" | "cluster"> {
  const { plan, cluster } = fakeServices();
  if (name === "AzurePolicy") {
    return {
      plan,
      cluster: {
        profile: () =>
          Promise.resolve({ hasSensor: true, hasPolicyAddOn: false, condition: { kind: "ready" } }),
      },
    };
  }
  const missing = [{ name, where: "plan", failure: undefined }] as const;
  return {
    plan: { ...plan, get: async () => ({ ...(await plan.get()), missing }) },
    cluster,
  };
}

/** Rights at one scope only. */
function rightsOnlyAt(scope: string) {
  const at = (asked: string): Promise<readonly Permission[]> =>
    Promise.resolve(asked === scope ? everything : []);
  return { at };
}

const down: Failure = { kind: "unexpected", message: "The backend is on fire.", requestId: "r-1" };
const unreadable: readonly Failure[] = [
  { kind: "unexpected", message: "Row 7 has no level." },
  { kind: "unexpected", message: "Row 8 has no level." },
];

test("no tab of the registry is omitted", () => {
  expect(cases.map(({ id }) => id)).toEqual(tabs.map(({ id }) => id));
});

test("only the alerts cannot tell whether anything was scanned", () => {
  expect(cases.filter(({ neverScanned }) => !neverScanned).map(({ id }) => id)).toEqual(["alerts"]);
});

test("what foundational CSPM scans names it where nothing was scanned", () => {
  const naming = cases.filter(({ neverScanned }) => neverScanned?.needsFoundationalCspm === true);
  expect(naming.map(({ id }) => id).sort()).toEqual(["compliance", "misconfigurations", "vulnerabilities"]);
});

describe.each(cases)("$title", (kind) => {
  const { tab, title, noun, counted } = kind;
  const { many } = counted;
  const three = () => Promise.resolve<Answer>({ levels: ["High", "Medium", "Low"] });
  const one = () => Promise.resolve<Answer>({ levels: ["High"] });
  /** Nothing found among things that were checked, where the service tells. */
  const nothing = (facts: PageFacts = kind.neverScanned ? { evaluated: 5 } : {}) =>
    Promise.resolve<Answer>({ levels: [], facts });
  /** Nothing to be seen at all: the same answer that someone without rights gets. */
  const silence = () => nothing(kind.neverScanned ? { evaluated: 0 } : {});

  const show = (over: SomeServices) => renderTab(tab, fakeServices(over));
  const showAmongAll = async (over: SomeServices) => {
    renderDashboard(fakeServices(over));
    await openTab(title);
  };
  const tile = () =>
    within(screen.getByRole("region", { name: "Security findings for this cluster" })).getByRole("button", {
      name: new RegExp(`(${title}|${noun})(:.*)?$`),
    });
  const expectCount = (count: string, tileText: string) =>
    waitFor(() => {
      expect(screen.getByRole("tab", { name: count === "" ? title : `${title} (${count})` })).toBeVisible();
      expect(tile()).toHaveTextContent(tileText);
    });

  test("loading shows placeholders and no number", async () => {
    const answer = deferred<Answer>();
    show(kind.services(() => answer.promise));
    expect(await screen.findByRole("status", { name: `Loading ${noun}` })).toBeVisible();
    await expectCount("", `—${title}: loading`);
    answer.resolve(await three());
    expect(await rows()).toHaveLength(3);
  });

  test("failed says why, and trying again can succeed", async () => {
    let isDown = true;
    show(kind.services(() => (isDown ? failing(down) : three())));
    const alert = await screen.findByRole("alert");
    expect(within(alert).getByRole("heading", { name: `We couldn't load the ${noun}` })).toBeVisible();
    expect(alert).toHaveTextContent(/The backend is on fire\..*Request ID.*r-1/);
    await expectCount("—", `—${title}: couldn't load`);
    isDown = false;
    await userEvent.setup().click(within(alert).getByRole("button", { name: "Try again" }));
    expect(await rows()).toHaveLength(3);
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  test("forbidden names the action", async () => {
    show(kind.services(() => failing({ kind: "forbidden", message: "No.", missingAction: "A/b/read" })));
    const alert = await screen.findByRole("alert");
    expect(
      within(alert).getByRole("heading", {
        name: `You don't have permission to see the ${noun} of this cluster`,
      }),
    ).toBeVisible();
    expect(alert).toHaveTextContent("You need the permission A/b/read");
    await expectCount("—", `—${title}: no permission`);
  });

  const scopes = {
    resourceGroup: {
      here: "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g",
      elsewhere: "/subscriptions/11111111-1111-4111-8111-111111111111",
    },
    subscription: {
      here: "/subscriptions/11111111-1111-4111-8111-111111111111",
      elsewhere: "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g",
    },
  } as const;
  const scopeLabels = {
    resourceGroup: "on the cluster's resource group",
    subscription: "on the subscription",
  };

  test("empty without the rights is no permission", async () => {
    const permissions = rightsOnlyAt(scopes[kind.readScope].elsewhere);
    show({ ...kind.services(silence), permissions });
    expect(await screen.findByRole("alert")).toHaveTextContent(
      `You need the permission ${kind.readAction} ${scopeLabels[kind.readScope]}`,
    );
    await expectCount("—", `—${title}: no permission`);
  });

  test("the rights are asked at the scope that counts", async () => {
    const permissions = rightsOnlyAt(scopes[kind.readScope].here);
    show({ ...kind.services(silence), permissions });
    const { title: heading } = kind.neverScanned ?? kind.clean;
    expect(await screen.findByRole("heading", { name: heading })).toBeVisible();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  /** All rights but those in the group of the cluster's nodes. */
  const exceptNodes = {
    at: (scope: string) =>
      Promise.resolve(scope.endsWith("/resourceGroups/MC_g_c_westeurope") ? [] : everything),
  };
  const hidden = new RegExp(
    `^Not all ${noun} are shown\\. .* permission ${kind.nodesReadAction} on the node resource group MC_g_c_westeurope\\.`,
  );
  const uncertain = {
    at: (scope: string) => (scope.includes("MC_") ? failing(down) : Promise.resolve(everything)),
  };

  test("findings that the nodes' resource group hides are named, with the right that shows them", async () => {
    show({ ...kind.services(three), permissions: exceptNodes });
    expect(await rows()).toHaveLength(3);
    expect(await screen.findByText(hidden)).toBeVisible();
  });

  test("empty without the rights on the nodes is clean with a doubt", async () => {
    await showAmongAll({ ...kind.services(() => nothing()), permissions: exceptNodes });
    expect(await screen.findByText(hidden)).toBeVisible();
    await expectCount("—", `—${title}: checks incomplete`);
  });

  test("empty where the rights on the nodes are not known is clean with a doubt", async () => {
    await showAmongAll({ ...kind.services(() => nothing()), permissions: uncertain });
    expect(
      await screen.findByText(
        /^We couldn't check whether you can read the node resource group MC_g_c_westeurope\./,
      ),
    ).toBeVisible();
    await expectCount("—", `—${title}: checks incomplete`);
  });

  test("with all rights nothing is said of the nodes", async () => {
    show(kind.services(three));
    expect(await rows()).toHaveLength(3);
    expect(screen.queryByText(/node resource group/)).not.toBeInTheDocument();
  });

  test("empty and all fine is clean", async () => {
    await showAmongAll(kind.services(() => nothing()));
    expect(await screen.findByRole("heading", { name: kind.clean.title })).toBeVisible();
    await expectCount("0", `0${title}`);
  });

  test("empty and what the cluster has unknown is clean with a doubt", async () => {
    const cluster = { profile: () => failing(down) };
    show({ ...kind.services(() => nothing()), cluster });
    expect(
      await screen.findByText(/couldn't check which configurations of Defender for Containers are on/),
    ).toBeVisible();
    await expectCount("—", `—${title}: checks incomplete`);
  });

  test.each([
    ["enabled seconds ago", "plan"],
    ["a cluster created a minute ago", "cluster"],
  ] as const)("nothing found by protection that has just begun (%s) is not scanned yet", async (_, young) => {
    const { plan } = fakeServices();
    const recent = new Date("2026-11-24T11:59:30Z");
    const over =
      young === "plan"
        ? { plan: { ...plan, get: async () => ({ ...(await plan.get()), enabledAt: recent }) } }
        : {
            cluster: {
              profile: () =>
                Promise.resolve({
                  hasSensor: true,
                  hasPolicyAddOn: true,
                  condition: { kind: "ready" as const },
                  createdAt: recent,
                }),
            },
          };
    show({ ...kind.services(() => nothing()), ...over });
    expect(await screen.findByRole("heading", { name: "Not scanned yet" })).toBeVisible();
    expect(screen.getByText(/Nov 24, 2026, .* Expect results by Nov 25, 2026, /)).toHaveTextContent(noun);
    expect(screen.queryByText(kind.clean.title)).not.toBeInTheDocument();
    await expectCount("—", `—${title}: not scanned yet`);
  });

  if (kind.neverScanned) {
    const { title: heading, text } = kind.neverScanned;
    test("nothing evaluated is not scanned yet", async () => {
      show(kind.services(silence));
      expect(await screen.findByRole("heading", { name: heading })).toBeVisible();
      expect(screen.getByText(text)).toBeVisible();
      expect(screen.queryByText(kind.clean.title)).not.toBeInTheDocument();
      await expectCount("—", `—${title}: not scanned yet`);
    });
  }

  if (kind.neverScanned?.needsFoundationalCspm) {
    test.each([
      [
        "off",
        () => Promise.resolve(false),
        /^Foundational CSPM .*CloudPosture.* off .* nothing will be scanned until/,
      ],
      ["not known to be on", () => failing(down), /^We couldn't check whether foundational CSPM/],
    ])("nothing evaluated while foundational CSPM is %s says so", async (state, answer, says) => {
      const { plan } = fakeServices();
      show({ ...kind.services(silence), plan: { ...plan, hasFoundationalCspm: answer } });
      expect(await screen.findByText(says)).toBeVisible();
      const links = screen.queryAllByRole("link", { name: /^Open the plans of the subscription/ });
      expect(links).toHaveLength(state === "off" ? 1 : 0);
      const waiting = screen.queryAllByText(kind.neverScanned?.text ?? "");
      expect(waiting).toHaveLength(state === "off" ? 0 : 1);
    });
  }

  describe.each(kind.coverage.configurations)("without %s", (configuration) => {
    const label = configurationLabels[configuration] ?? "A configuration that this test should name";

    test("empty is not clean", async () => {
      show({ ...kind.services(() => nothing()), ...without(configuration) });
      const alert = await screen.findByRole("alert");
      expect(within(alert).getByRole("heading", { name: `Some ${noun} aren't checked` })).toBeVisible();
      expect(alert).toHaveTextContent(`No ${noun} yet, but some checks are off: ${label}`);
      await expectCount("—", `—${title}: checks incomplete`);
    });

    test("findings are shown, with what is missing", async () => {
      show({ ...kind.services(three), ...without(configuration) });
      expect(await rows()).toHaveLength(3);
      expect(screen.getByText(`Some ${noun} might be missing, because this is off: ${label}`)).toBeVisible();
      await expectCount("3", `1/3High ${noun}`);
    });
  });

  test("a missing configuration that it does not need changes nothing", async () => {
    await showAmongAll({ ...kind.services(() => nothing()), ...without("Novelty") });
    expect(await screen.findByRole("heading", { name: kind.clean.title })).toBeVisible();
    await expectCount("0", `0${title}`);
  });

  test("rows that could not be read are counted, and shown on demand", async () => {
    show(kind.services(() => Promise.resolve({ levels: ["High"], facts: { gaps: unreadable } })));
    expect(await screen.findByText(/^We couldn't read 2 rows from Defender for Cloud/)).toBeVisible();
    expect(await rows()).toHaveLength(1);
    expect(screen.getByText(`1 of 3 ${many}`)).toBeVisible();
    await userEvent.setup().click(screen.getByRole("button", { name: "Show details" }));
    expect(screen.getByText("Row 8 has no level.")).toBeVisible();
  });

  test("only unreadable rows are not clean", async () => {
    show(kind.services(() => nothing({ gaps: unreadable })));
    expect(await screen.findByText("We couldn't read any of the rows.")).toBeVisible();
    expect(screen.queryByText(kind.clean.title)).not.toBeInTheDocument();
    expect(screen.getByRole("tab", { name: `${title} (2)` })).toBeVisible();
  });

  test("tile, label, status line and summary tell the same numbers", async () => {
    show(kind.services(() => Promise.resolve({ levels: ["Medium", "High", "Medium", "Low"] })));
    expect(await screen.findByText(`4 ${many}`)).toBeVisible();
    await expectCount("4", `1/4High ${noun}`);
    expect(screen.getByRole("grid", { name: `${title}, rows: 4` })).toHaveAttribute("aria-rowcount", "5");
    if (kind.legend === undefined) {
      expect(screen.queryByRole("region", { name: /^By / })).not.toBeInTheDocument();
    } else {
      const summary = screen.getByRole("region", { name: /^By (risk level|severity)$/ });
      expect(summary).toHaveTextContent(`${kind.legend}`);
    }
  });

  test("one alone is named as one, also when nothing matches", async () => {
    expect(counted.one).not.toBe(many);
    show(kind.services(one));
    expect(await screen.findByText(`1 ${counted.one}`)).toBeVisible();
    await userEvent.setup().type(screen.getByRole("searchbox", { name: `Search ${noun}` }), "zzz");
    expect(await screen.findByText(new RegExp(`^0 of 1 ${counted.one}(?: ·|$)`))).toBeVisible();
    if (!kind.depth) {
      const says = `The only ${counted.one} doesn't match the search and filters.`;
      expect(screen.getByText(says)).toBeVisible();
    }
  });

  test("numbers of the server go before what has been read so far", async () => {
    const facts = { total: 9, levels: { High: 4, Low: 5 }, gaps: unreadable };
    show(kind.services(() => Promise.resolve({ levels: ["High"], facts })));
    expect(await screen.findByText(`1 of 9 ${many}`)).toBeVisible();
    await expectCount("9", `4/9High ${noun}`);
  });

  test("a lost second page keeps the first, says what is missing, and can be fetched again", async () => {
    let isDown = true;
    show(
      kind.services((cursor) => {
        if (cursor) {
          return isDown ? failing(down) : one();
        }
        return Promise.resolve({
          levels: ["High", "Low"],
          facts: { next: secondPage, total: 3, levels: { High: 2, Low: 1 } },
        });
      }),
    );
    const banner = await screen.findByText(
      new RegExp(`Only the first 2 of 3 ${many} could be loaded\\. The backend is on fire\\..*r-1`),
    );
    expect(banner).toBeVisible();
    expect(await rows()).toHaveLength(2);
    expect(screen.getByText(`2 of 3 ${many}`)).toBeVisible();
    await expectCount("3", `2/3High ${noun}`);
    isDown = false;
    await userEvent.setup().click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(async () => expect(await rows()).toHaveLength(3));
    expect(banner).not.toBeInTheDocument();
  });

  test("filtered to none is not clean, and can be cleared", async () => {
    show(kind.services(three));
    const user = userEvent.setup();
    await user.type(await screen.findByRole("searchbox", { name: `Search ${noun}` }), "zzz");
    expect(await screen.findByRole("heading", { name: "No matches" })).toBeVisible();
    const says = kind.depth?.words.none("zzz", 4) ?? `None of the 3 ${many} match the search and filters.`;
    expect(screen.getByText(says)).toBeVisible();
    expect(screen.getByText(new RegExp(`^0 of 3 ${many}`))).toBeVisible();
    expect(screen.queryByText(kind.clean.title)).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Clear search and filters" }));
    expect(await rows()).toHaveLength(3);
  });

  test("the tile filters its tab by the worst level", async () => {
    renderDashboard(fakeServices(kind.services(three)));
    await screen.findByRole("tab", { name: `${title} (3)` });
    await userEvent.setup().click(tile());
    expect(await screen.findByText(`1 of 3 ${many}`)).toBeVisible();
    expect(await firstRow()).toHaveTextContent(/^High/);
  });

  test("details open by click and by Enter; Escape closes them and gives the focus back", async () => {
    show(kind.services(three));
    const row = await firstRow();
    const name = within(row).getByRole("rowheader").textContent ?? "";
    const user = userEvent.setup();
    await user.click(row);
    const heading = await screen.findByRole("heading", { level: 2, name });
    expect(heading).toHaveFocus();
    expect(await screen.findByText("What is wrong")).toBeVisible();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
    expect(row).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { level: 2, name })).toHaveFocus();
  });

  test("details that fail say why, and trying again can succeed", async () => {
    let isDown = true;
    const details = () => (isDown ? failing(down) : Promise.resolve("What is wrong"));
    show(kind.services(three, details));
    const panel = await openFirst();
    expect(await within(panel).findByText("The backend is on fire.")).toBeVisible();
    expect(panel).toHaveTextContent(/Request ID.*r-1/);
    isDown = false;
    await userEvent.setup().click(within(panel).getByRole("button", { name: "Try again" }));
    expect(await within(panel).findByText("What is wrong")).toBeVisible();
    expect(await rows()).toHaveLength(3);
  });

  test("axe finds nothing in the list and in the details", async () => {
    const { container } = show({
      ...kind.services(() => Promise.resolve({ levels: ["High", "Low"], facts: { gaps: unreadable } })),
      ...without(kind.coverage.configurations[0] ?? ""),
    });
    await rows();
    expect(await axeViolations(container)).toEqual([]);
    const panel = await openFirst();
    expect(await within(panel).findByText("What is wrong")).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });
});
