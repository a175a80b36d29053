import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createArmAlertService } from "../../../Client/Alerts/armAlertService";
import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { failureOf, type Failure } from "../../../Client/Core/failure";
import { faultNames, namedFault, type FaultName } from "../../../Extension/ArmEmulator/Server/namedFaults";
import { faultsOfReads } from "../../../Extension/LocalPortal/Shell/faultSources";
import { alerts } from "../../../Views/Tabs/Alerts/alertsTab";
import { compliance } from "../../../Views/Tabs/Compliance/complianceTab";
import { misconfigurations } from "../../../Views/Tabs/Misconfigurations/misconfigurationsTab";
import { vulnerabilities } from "../../../Views/Tabs/Vulnerabilities/vulnerabilitiesTab";
import { aCluster } from "../../Support/aCluster";
import { anAlert } from "../../Support/anAlert";
import { alertsPage, everything, failing, fakeServices } from "../../Support/fakeServices";
import { createFakeClock } from "../../Support/fakeClock";
import { aComplianceIssue, aComponent, aMisconfiguration, clusterId, pageOf } from "../../Support/findings";
import { openTab } from "../../Support/onScreen";
import { renderDashboard } from "../../Support/renderDashboard";

/** The drill on the page itself: each source fails by several faults in turn, and what the page says is read from the screen. */
const lists = {
  alerts: "Alerts",
  vulnerabilities: "Vulnerabilities",
  misconfigurations: "Misconfigurations",
  compliance: "Compliance",
} as const;
/** What the page checks besides its lists, by the name of the button that does it again. */
const checks = {
  plan: "plan status",
  CSPM: "Defender CSPM",
  cluster: "cluster",
  permissions: "permissions on the node resource group",
} as const;

const tabDescriptions = [alerts, vulnerabilities, misconfigurations, compliance];

type List = keyof typeof lists;
type Check = keyof typeof checks;
type Source = List | Check;

const sources = [...Object.keys(lists), ...Object.keys(checks)] as readonly Source[];
const isList = (source: Source): source is List => source in lists;
const faults = faultNames.filter((name) => !faultsOfReads.includes(name));

/** Two faults for each source, so that all of them are among the cases. A cluster that isn't found has a screen of its own. */
const cases = sources.map((source, row) => {
  const two = [faults[(2 * row) % faults.length], faults[(2 * row + 1) % faults.length]];
  return [source, two.filter((fault) => fault !== undefined)] as const;
});

/** What our client makes of an answer with the fault. */
async function failureUnder(fault: FaultName): Promise<Failure> {
  const { response, delay } = namedFault({ fault });
  const answer = typeof response === "function" ? undefined : response;
  const httpClient = createHostHttpClient(() =>
    delay === Infinity
      ? new Promise(() => undefined)
      : answer?.isReset
        ? Promise.reject(new TypeError("Failed to fetch"))
        : Promise.resolve({
            status: answer?.status ?? 0,
            headers: { ...answer?.headers, "x-ms-request-id": `request-of-${fault}` },
            body: answer?.body,
          }),
  );
  const clock = createFakeClock(Date.now());
  const options = { httpClient, subscriptionId: "s", clock, random: () => 0, secondsPerTry: 0.01 };
  return createArmAlertService(createAzure(options), aCluster(clusterId))
    .listPage(undefined)
    .then(() => Promise.reject(new Error(`The fault ${fault} looks like a success.`)))
    .catch(failureOf);
}

/** A page whose sources each have something to show, unless they are told to fail. */
function openPage() {
  const broken = new Map<Source, Failure>();
  const calls: Source[] = [];
  const ask =
    <T,>(source: Source, answer: T) =>
    (): Promise<T> => {
      calls.push(source);
      const failure = broken.get(source);
      return failure ? failing(failure) : Promise.resolve(answer);
    };
  const nodeRights = ask("permissions", everything);
  const services = fakeServices({
    alerts: { listPage: ask("alerts", alertsPage([anAlert({ severity: "High" })])) },
    vulnerabilities: { listPage: ask("vulnerabilities", pageOf([aComponent("one")])) },
    misconfigurations: { listPage: ask("misconfigurations", pageOf([aMisconfiguration("one")])) },
    compliance: { listPage: ask("compliance", pageOf([aComplianceIssue("one")])) },
    plan: {
      get: ask("plan", { isOn: true, scope: "subscription", missing: [], enabledAt: new Date(0) } as const),
      hasCspm: ask("CSPM", true),
    },
    cluster: {
      profile: ask("cluster", {
        ...{ hasSensor: true, hasPolicyAddOn: true, condition: { kind: "ready" } },
        nodeResourceGroup: "MC_g_c_westeurope",
      } as const),
    },
    permissions: {
      at: (scope) => (scope.includes("MC_") ? nodeRights() : Promise.resolve(everything)),
    },
  });
  return { broken, calls, services };
}

const countOf = (source: List, count: string) =>
  screen.findByRole("tab", { name: `${lists[source]} (${count})` });

/** Where the failure of a source is said. */
async function placeOf(source: Source, failure: Failure): Promise<HTMLElement> {
  if (isList(source)) {
    return screen.findByRole("alert");
  }
  const id = failure.requestId ?? failure.message;
  const note = (text: string) => text.includes(id);
  return screen.findByText((_, element) => element?.tagName === "P" && note(element.textContent ?? ""));
}

async function expectSaid(source: Source, failure: Failure): Promise<void> {
  await waitFor(async () => {
    const place = await placeOf(source, failure);
    expect(place).toHaveTextContent((failure.missingAction ?? failure.message).replace(/\s+/g, " "));
    const { requestId } = failure;
    if (requestId !== undefined) {
      expect(place).toHaveTextContent(requestId);
    }
  });
  if (isList(source)) {
    expect(screen.getByRole("tab", { name: `${lists[source]} (—)` })).toBeVisible();
    const tile = screen.getByRole("button", {
      name: new RegExp(`${lists[source]}: (couldn't load|no permission)$`),
    });
    expect(tile).toHaveTextContent(/^—/);
  }
  for (const { clean } of tabDescriptions) {
    expect(screen.queryByText(clean.title)).not.toBeInTheDocument();
  }
  for (const other of sources.filter(isList).filter((name) => name !== source)) {
    expect(await countOf(other, "1")).toBeVisible();
  }
}

const tryAgain = (source: Source) =>
  userEvent
    .setup()
    .click(
      isList(source)
        ? within(screen.getByRole("alert")).getByRole("button", { name: "Try again" })
        : screen.getByRole("button", { name: `Try again: ${checks[source]}` }),
    );

/** What is read when a source works again: itself, and what could not be asked without it. */
const readAgain = (source: Source): readonly Source[] =>
  source === "cluster" ? ["cluster", "permissions"] : [source];

test.each(cases)(
  "%s fails (%j): said with cause and request, alone, and alone read again",
  async (source, names) => {
    const { broken, calls, services } = openPage();
    const failures = await Promise.all(names.map(failureUnder));
    const [first] = failures;
    if (first) {
      broken.set(source, first);
    }
    renderDashboard(services);
    if (isList(source)) {
      await openTab(lists[source]);
    }
    for (const [index, failure] of failures.entries()) {
      await expectSaid(source, failure);
      const next = failures[index + 1];
      if (next) {
        broken.set(source, next);
      } else {
        broken.delete(source);
      }
      calls.splice(0);
      await tryAgain(source);
      await waitFor(() => expect(calls).toEqual(next ? [source] : readAgain(source)));
    }
    if (isList(source)) {
      expect(await countOf(source, "1")).toBeVisible();
      expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    } else {
      await waitFor(() =>
        expect(screen.queryByRole("button", { name: /^Try again: / })).not.toBeInTheDocument(),
      );
      expect(within(screen.getByRole("region", { name: /status$/ })).getByText("On")).toBeVisible();
    }
    expect(calls).toEqual(readAgain(source));
  },
);

test("every fault is among the cases", () => {
  expect(new Set(cases.flatMap(([, names]) => names))).toEqual(new Set(faults));
});
