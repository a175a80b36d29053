import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ClusterNow } from "../../../Client/Core/defenderPlan";
import { FailureError, type Failure } from "../../../Client/Core/failure";
import type { PlanScope } from "../../../Client/Core/defenderPlan";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import type { PricingBody } from "../../../Client/DefenderPlan/pricingBody";
import { FixChangedError } from "../../../Client/QuickFixes/fixChanged";
import type { Permission } from "../../../Client/Core/rbac";
import { aLiveCluster } from "../../Support/aLiveCluster";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { deferred, everything, failing, fakeServices } from "../../Support/fakeServices";
import { clusterId } from "../../Support/findings";
import { tableTexts } from "../../Support/onScreen";
import { planSettingsWith } from "../../Support/planSettings";
import { renderSettings } from "../../Support/renderSettings";

const planName = "Microsoft Defender for Containers";
const off = { pricingTier: "Free", extensions: [], enablementTime: null };
const inheritedOff = { ...off, inherited: "True" };
const reader: readonly Permission[] = [{ actions: ["*/read"], notActions: [] }];
const down: Failure = { kind: "offline", message: "No answer.", requestId: "r-1" };
const whole: ClusterNow = { hasSensor: true, hasPolicyAddOn: true, condition: { kind: "ready" } };

/** All configurations on but one. */
const extensionsWithout = (off: string) =>
  planSettingsWith().extensions.map(({ name }) => ({ name, isEnabled: name === off ? "False" : "True" }));

interface World {
  readonly cluster?: object;
  readonly subscription?: object;
  readonly scope?: string;
  readonly isEnabling?: boolean;
  /** Whether the pane begins with the review; absent: when it is opened to enable. */
  readonly opensReview?: boolean;
  readonly profile?: ClusterNow;
  readonly rights?: (scope: string) => readonly Permission[];
  readonly host?: ReturnType<typeof fakeHost>;
  readonly save?: (body: PricingBody, scope: PlanScope) => Promise<PlanSettings>;
  readonly over?: Parameters<typeof fakeServices>[0];
}

/** What the service answers to what was sent: exactly that. */
const asSent = ({ properties }: PricingBody, scope: PlanScope) =>
  Promise.resolve(planSettingsWith({ ...properties, inherited: "False" }, scope));

/** The pane on a world that keeps what is saved. */
async function show(world: World = {}) {
  const {
    scope,
    isEnabling,
    opensReview = isEnabling,
    profile = whole,
    host = fakeHost(),
    save = asSent,
    over = {},
  } = world;
  const now: Record<PlanScope, object> = {
    cluster: world.cluster ?? inheritedOff,
    subscription: world.subscription ?? off,
  };
  const saved: (readonly [PlanScope, PricingBody])[] = [];
  const removed = jest.fn(() => {
    now.cluster = inheritedOff;
    return Promise.resolve();
  });
  const services = fakeServices({
    cluster: { profile: () => Promise.resolve(profile) },
    permissions: { at: (at) => Promise.resolve(world.rights?.(at) ?? everything) },
    ...over,
    planSettings: {
      read: (at) => Promise.resolve(planSettingsWith(now[at], at)),
      async save(at, body) {
        saved.push([at, body]);
        const answer = await save(body, at);
        now[at] = { ...body.properties, inherited: "False" };
        return answer;
      },
      remove: removed,
      ...over.planSettings,
    },
  });
  const { container } = renderSettings(services, host, scope, isEnabling);
  await (opensReview
    ? screen.findByRole("button", { name: "Back" })
    : screen.findByText(/4 clusters and 2 registries/));
  return { container, host, saved, removed, now };
}

const click = (element: HTMLElement) => userEvent.setup().click(element);
/** What a button rests on may be read after the text that `show` waits for. */
const press = async (name: string | RegExp) => click(await screen.findByRole("button", { name }));
const theSwitch = (name: string) => screen.findByRole("switch", { name });

/** Enables the plan and goes to the review. */
async function reviewOn(): Promise<void> {
  await click(await theSwitch(planName));
  await press("Review changes");
}

async function saveOn(): Promise<void> {
  await reviewOn();
  await press("Save");
}

const steps = () => screen.findByRole("list", { name: "Steps" });

test.each<PlanScope>(["cluster", "subscription"])(
  "enabled for the %s: reviewed, saved whole, and the dashboard hears of it",
  async (scope) => {
    const { host, saved } = await show({ scope });
    await reviewOn();
    expect(saved).toEqual([]);
    expect(tableTexts(screen.getByRole("table", { name: "Changes of the settings" }))).toContainEqual([
      "Registry access",
      "Off",
      "On",
    ]);
    expect(
      screen.getByText(scope === "cluster" ? /^Only for this cluster/ : /^For the whole subscription/),
    ).toBeVisible();
    expect(screen.getByText(/bills for this plan/)).toBeVisible();
    await press("Save");
    expect(await screen.findByText(/^Everything is saved/)).toBeVisible();
    expect(saved).toHaveLength(1);
    const [at, body] = saved[0] ?? [];
    expect(at).toBe(scope);
    expect(body?.properties.pricingTier).toBe("Standard");
    expect(body?.properties.extensions?.map(({ name, isEnabled }) => [name, isEnabled])).toEqual(
      [
        "ContainerSensor",
        "AgentlessDiscoveryForKubernetes",
        "ContainerRegistriesVulnerabilityAssessments",
        "AgentlessVmScanning",
        "ContainerIntegrityContribution",
      ].map((name) => [name, "True"]),
    );
    expect(host.announced()).toBe(1);
    expect(host.notices).toHaveLength(1);
    expect(host.notices[0]?.end).toBe("success");
    await press("Done");
    expect(await theSwitch(planName)).toBeChecked();
    expect(screen.getByRole("button", { name: "Review changes" })).toHaveAttribute("aria-disabled", "true");
  },
);

describe("opened to enable the plan", () => {
  test.each<PlanScope>(["cluster", "subscription"])(
    "for the %s: it begins with the review, one press from saved, and Done leads back to the dashboard",
    async (scope) => {
      const { host, saved } = await show({ scope, isEnabling: true });
      expect(screen.getByRole("table", { name: "Changes of the settings" })).toBeVisible();
      await press("Back");
      expect(await theSwitch(planName)).toBeChecked();
      await press("Review changes");
      await press("Save");
      expect(await screen.findByText(/^Everything is saved/)).toBeVisible();
      expect(saved.map(([at, { properties }]) => [at, properties.pricingTier])).toEqual([
        [scope, "Standard"],
      ]);
      await press("Done");
      expect(await theSwitch(planName)).toBeChecked();
      expect(screen.getByRole("button", { name: "Review changes" })).toHaveAttribute("aria-disabled", "true");
      // Back to the dashboard, which is told.
      expect([host.closed(), host.announced()]).toEqual([1, 1]);
    },
  );

  test.each<readonly [string, World]>([
    ["is on already", { scope: "subscription", subscription: {} }],
    ["may not be enabled here", { scope: "subscription", rights: () => reader }],
    [
      "is enabled above, since the page was read",
      { scope: "cluster", cluster: { inherited: "True" }, subscription: {} },
    ],
  ])("it is the form where the plan %s, and nothing is to be saved", async (_, world) => {
    const { saved } = await show({ ...world, isEnabling: true, opensReview: false });
    await theSwitch(planName);
    expect(screen.queryByRole("button", { name: "Back" })).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Review changes" })).toHaveAttribute("aria-disabled", "true");
    expect(saved).toEqual([]);
  });
});

test("the subscription wins: the cluster's settings can only be read, and lead to the subscription's", async () => {
  const { saved } = await show({ cluster: { inherited: "True" }, subscription: {} });
  expect(await screen.findByText(/on for the whole subscription and is configured there/)).toBeVisible();
  for (const name of [planName, "Defender sensor", "Registry access"]) {
    expect(await theSwitch(name)).toBeDisabled();
  }
  await press("Subscription settings");
  expect(screen.getByRole("radio", { name: /^Whole subscription/ })).toBeChecked();
  await click(await theSwitch("Registry access"));
  await press("Review changes");
  await press("Save");
  await screen.findByText(/^Everything is saved/);
  expect(saved.map(([scope]) => scope)).toEqual(["subscription"]);
});

test("what the subscription enforces is said at both scopes", async () => {
  await show({ cluster: { inherited: "True" }, subscription: { enforce: "True" } });
  expect(await screen.findByText(/^The subscription enforces its settings/)).toBeVisible();
  const heading = screen.getByRole("heading", { level: 1 });
  expect(heading).toHaveTextContent(/ for prod$/);
  await press("Subscription settings");
  expect(heading).toHaveTextContent(/ for the whole subscription$/);
  expect(await screen.findByText(/^Not allowed: the subscription's settings are enforced/)).toBeVisible();
});

test("the cluster's own settings are given up, and the review says what is in force then", async () => {
  const { removed, saved } = await show({ cluster: { inherited: "False" }, subscription: off });
  await press("Use subscription settings");
  const table = tableTexts(screen.getByRole("table", { name: "Changes of the settings" }));
  expect(table).toContainEqual([planName, "On", "Off"]);
  expect(screen.getByText("Then the subscription's settings apply.")).toBeVisible();
  expect(screen.getByText("Registry access: Without it, vulnerable containers aren't found.")).toBeVisible();
  await press("Save");
  await screen.findByText(/^Everything is saved/);
  expect(removed).toHaveBeenCalledTimes(1);
  expect(saved).toEqual([]);
});

test("each step begins at its heading: the focus is neither lost nor left on a button that now saves", async () => {
  await show();
  const heading = screen.getByRole("heading", { level: 1 });
  await click(await theSwitch(planName));
  expect(heading).not.toHaveFocus();
  await press("Review changes");
  expect(heading).toHaveFocus();
  await press("Save");
  await screen.findByText(/^Everything is saved/);
  expect(heading).toHaveFocus();
  await press("Done");
  await theSwitch(planName);
  expect(heading).toHaveFocus();
});

test("own settings that the subscription has overtaken can still be given up", async () => {
  await show({ cluster: { ...off, inherited: "False" }, subscription: {} });
  expect(await screen.findByText(/^This cluster still has its own settings/)).toBeVisible();
  await press("Use subscription settings");
  expect(tableTexts(screen.getByRole("table", { name: "Changes of the settings" }))).toContainEqual([
    planName,
    "Off",
    "On",
  ]);
});

describe("what does not end as asked", () => {
  const partial = ({ properties }: PricingBody, scope: PlanScope) =>
    Promise.resolve(
      planSettingsWith(
        {
          ...properties,
          extensions: properties.extensions?.map((extension) =>
            extension.name === "ContainerSensor"
              ? { ...extension, operationStatus: { code: "Failed", message: "No role." } }
              : extension,
          ),
        },
        scope,
      ),
    );

  test("an extension that failed within a success is named, and tried again with everything", async () => {
    let tries = 0;
    const { saved, host } = await show({
      save: (body, scope) => ((tries += 1) === 1 ? partial : asSent)(body, scope),
    });
    await saveOn();
    expect(await screen.findByText("Defender sensor: failed. No role.")).toBeVisible();
    expect(host.notices[0]?.end).toBe("error");
    await press("Try again");
    await screen.findByText(/^Everything is saved/);
    expect(saved).toHaveLength(2);
    expect(saved[1]).toEqual(saved[0]);
  });

  test("trying again compares once more: what a colleague changed meanwhile is not overwritten", async () => {
    const { saved, now } = await show({ save: partial });
    await saveOn();
    await screen.findByText("Defender sensor: failed. No role.");
    now.cluster = { ...saved[0]?.[1].properties, inherited: "False", subPlan: "A colleague's" };
    await press("Try again");
    expect(await screen.findByText(/^Someone else changed the settings/)).toBeVisible();
    expect(saved).toHaveLength(1);
  });

  test("a storage that never answers holds up nothing, and two presses save once", async () => {
    const host = fakeHost();
    const answered = deferred<PlanSettings>();
    const never = () => new Promise<never>(() => undefined);
    const hanging = { ...host, settings: { read: never, write: never } };
    const { saved } = await show({ host: hanging, save: () => answered.promise });
    await reviewOn();
    const button = screen.getByRole("button", { name: "Save" });
    fireEvent.click(button);
    fireEvent.click(button);
    expect(await steps()).toHaveTextContent("Save the plan: In progress");
    await waitFor(() => expect(saved).toHaveLength(1));
    answered.resolve(planSettingsWith({ ...saved[0]?.[1].properties, inherited: "False" }));
    expect(await screen.findByText(/^Everything is saved/)).toBeVisible();
    expect(saved).toHaveLength(1);
  });

  test.each<[string, string, RegExp]>([
    ["ConcurrentOperationInProgress", "busy", /^Another change is in progress/],
    ["ResourceLocked", "locked", /^A lock prevents changes/],
    ["EnforcementPolicyViolation", "enforced", /^The subscription enforces its settings/],
  ])("%s is explained, and what was chosen stays", async (code, _, words) => {
    const conflict: Failure = {
      kind: "conflict",
      message: "The pricing could not be changed.",
      code: "Conflict",
      details: [{ code, message: "In detail." }],
      requestId: "r-2",
    };
    let tries = 0;
    const { host } = await show({
      save: (body, scope) => ((tries += 1) === 1 ? failing(conflict) : asSent(body, scope)),
    });
    await saveOn();
    expect(within(await steps()).getByText(words)).toBeVisible();
    expect(screen.getByText("In detail.")).toBeVisible();
    expect(screen.getByText("r-2")).toBeVisible();
    expect(host.guard()).toBeUndefined();
    await press("Back");
    expect(await theSwitch(planName)).toBeChecked();
    await press("Review changes");
    await press("Save");
    expect(await screen.findByText(/^Everything is saved/)).toBeVisible();
  });

  test("settings that someone else changed meanwhile are not overwritten", async () => {
    const { saved, now } = await show();
    await reviewOn();
    now.cluster = { ...inheritedOff, subPlan: "Somebody's" };
    await press("Save");
    expect(await screen.findByText(/^Someone else changed the settings/)).toBeVisible();
    expect(saved).toEqual([]);
    await press("Back");
    expect(await theSwitch(planName)).toBeChecked();
    await press("Review changes");
    await press("Save");
    await screen.findByText(/^Everything is saved/);
    expect(saved[0]?.[1].properties.subPlan).toBe("Somebody's");
  });

  const changedRows = async () =>
    tableTexts(await screen.findByRole("table", { name: "What changed" })).slice(1);

  test("own settings that someone else changed meanwhile are not removed, and what changed is said", async () => {
    const own = { inherited: "False" };
    const { removed, now } = await show({ cluster: own, subscription: off });
    await press("Use subscription settings");
    now.cluster = {
      ...own,
      subPlan: "A colleague's",
      extensions: [{ name: "ContainerSensor", isEnabled: "False" }],
    };
    await press("Save");
    expect(await screen.findByText(/^Someone else changed the settings/)).toBeVisible();
    const rows = await changedRows();
    expect(rows).toContainEqual(["Defender sensor", "On", "Off"]);
    expect(rows).toContainEqual(["subPlan", "not set", "A colleague's"]);
    expect(removed).not.toHaveBeenCalled();
    expect(screen.queryByRole("button", { name: "Try again" })).not.toBeInTheDocument();
    await press("Back");
    await press("Use subscription settings");
    await press("Save");
    await screen.findByText(/^Everything is saved/);
    expect(removed).toHaveBeenCalledTimes(1);
  });

  test("own settings that are gone already are not removed once more", async () => {
    const { removed, now } = await show({ cluster: { inherited: "False" }, subscription: off });
    await press("Use subscription settings");
    now.cluster = inheritedOff;
    await press("Save");
    expect(await screen.findByText(/^Everything is saved/)).toBeVisible();
    expect(removed).not.toHaveBeenCalled();
  });

  test("what a colleague turned off meanwhile isn't turned on again by a change of something else", async () => {
    const own = { inherited: "False" };
    const { saved, now } = await show({ cluster: own, subscription: off });
    await click(await theSwitch("Registry access"));
    await press("Review changes");
    now.cluster = { ...own, extensions: extensionsWithout("ContainerSensor") };
    await press("Save");
    expect(await screen.findByText(/^Someone else changed the settings/)).toBeVisible();
    expect(await changedRows()).toEqual([["Defender sensor", "On", "Off"]]);
    expect(saved).toEqual([]);
  });

  test("the cluster is not touched before the plan is saved", async () => {
    const apply = jest.fn(() => Promise.resolve());
    await show({
      profile: { hasSensor: true, hasPolicyAddOn: false, condition: { kind: "ready" } },
      save: () => failing(down),
      over: { quickFixes: { apply } },
    });
    await click(await theSwitch(planName));
    await click(
      await screen.findByRole("checkbox", { name: "Install the Azure Policy add-on in this cluster" }),
    );
    await press("Review changes");
    await waitFor(() =>
      expect(screen.getByRole("button", { name: "Save" })).not.toHaveAttribute("aria-disabled"),
    );
    await press("Save");
    const list = await steps();
    expect(await within(list).findByText("No answer.")).toBeVisible();
    expect(list).toHaveTextContent("Install the Azure Policy add-on: Not started");
    expect(apply).not.toHaveBeenCalled();
  });

  test("the plan stays saved when the change of the cluster fails; only that is tried again", async () => {
    let tries = 0;
    const apply = jest.fn(() =>
      (tries += 1) === 1
        ? failing({ kind: "conflict", code: "OperationNotAllowed", message: "Another operation." })
        : Promise.resolve(),
    );
    const waitUntilIdle = jest.fn(() => Promise.resolve());
    const { saved, host } = await show({
      profile: { hasSensor: true, hasPolicyAddOn: false, condition: { kind: "ready" } },
      over: { quickFixes: { apply, waitUntilIdle } },
    });
    await click(await theSwitch(planName));
    await click(
      await screen.findByRole("checkbox", { name: "Install the Azure Policy add-on in this cluster" }),
    );
    await press("Review changes");
    expect(
      await screen.findByRole("table", { name: "Properties before and after the fix" }),
    ).toHaveTextContent("azurepolicy");
    await press("Save");
    expect(await screen.findByText(/^Another change is in progress/)).toBeVisible();
    expect(await steps()).toHaveTextContent("Save the plan: Done");
    expect(waitUntilIdle).not.toHaveBeenCalled();
    await press("Try again");
    await screen.findByText(/^Everything is saved/);
    expect(waitUntilIdle).toHaveBeenCalledTimes(1);
    expect(apply).toHaveBeenCalledTimes(2);
    expect(saved).toHaveLength(1);
    expect(host.notices).toHaveLength(2); // One for each time that saving was begun, none for its parts.
  });

  test("a cluster that changed since is not written; the way leads back", async () => {
    await show({
      cluster: { inherited: "True" },
      subscription: {},
      profile: { hasSensor: true, hasPolicyAddOn: false, condition: { kind: "ready" } },
      over: {
        quickFixes: {
          apply: () => Promise.reject(new FixChangedError("Changed.", aLiveCluster(), aLiveCluster())),
        },
      },
    });
    await click(
      await screen.findByRole("checkbox", { name: "Install the Azure Policy add-on in this cluster" }),
    );
    await press("Review changes");
    await waitFor(() =>
      expect(screen.getByRole("button", { name: "Save" })).not.toHaveAttribute("aria-disabled"),
    );
    await press("Save");
    expect(await screen.findByText(/^Someone else changed the settings/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Try again" })).not.toBeInTheDocument();
    await press("Back");
    expect(
      await screen.findByRole("checkbox", { name: "Install the Azure Policy add-on in this cluster" }),
    ).toBeChecked();
  });
});

describe("what is not known", () => {
  test("settings that cannot be read are no settings: the failure, and a way to try again", async () => {
    let tries = 0;
    await show({
      over: {
        planSettings: {
          read: (scope) =>
            scope === "cluster" && (tries += 1) === 1
              ? failing(down)
              : Promise.resolve(planSettingsWith(inheritedOff, scope)),
        },
      },
    });
    expect(await screen.findByText(/^We couldn't read the settings/)).toBeVisible();
    expect(screen.getByText("r-1")).toBeVisible();
    expect(screen.queryByRole("switch")).not.toBeInTheDocument();
    await press("Try again");
    expect(await theSwitch(planName)).not.toBeChecked();
  });

  test("a cluster that cannot be read has no known add-on, and everything else works", async () => {
    await show({ over: { cluster: { profile: () => failing(down) } } });
    await theSwitch(planName);
    const card = screen.getByRole("region", { name: "Azure Policy" });
    expect(card).toHaveTextContent("Not reported: we couldn't read the cluster.");
    expect(within(card).queryByRole("switch")).not.toBeInTheDocument();
  });

  test("rights that cannot be read leave it to the service", async () => {
    const { saved } = await show({ over: { permissions: { at: () => failing(down) } } });
    expect(
      await screen.findAllByText(/couldn't check whether you can change these settings: No answer/),
    ).toHaveLength(2);
    await saveOn();
    await screen.findByText(/^Everything is saved/);
    expect(saved).toHaveLength(1);
  });
});

test("without the right nothing can be changed, and the action is named", async () => {
  const { saved } = await show({
    profile: { hasSensor: true, hasPolicyAddOn: false, condition: { kind: "ready" } },
    rights: () => reader,
  });
  expect(await screen.findByText(/^You can view these settings.*pricings\/write/)).toBeVisible();
  expect(await theSwitch(planName)).toBeDisabled();
  expect(await screen.findByRole("checkbox", { name: /^Install the Azure Policy/ })).toBeDisabled();
  expect(screen.getByText(/You need the permission .*managedClusters\/write on this cluster/)).toBeVisible();
  await press("Review changes");
  expect(screen.queryByRole("button", { name: "Save" })).not.toBeInTheDocument();
  expect(saved).toEqual([]);
});

test("the owner of the cluster may enable it for the cluster, not for the subscription", async () => {
  await show({ rights: (scope) => (scope === clusterId ? everything : reader) });
  expect(await theSwitch(planName)).toBeEnabled();
  await click(screen.getByRole("radio", { name: /^Whole subscription/ }));
  expect(await screen.findByText(/^You can view these settings/)).toBeVisible();
  expect(await theSwitch(planName)).toBeDisabled();
});

test("what was chosen at one scope waits while the other one is looked at, and is guarded", async () => {
  const { host } = await show();
  expect(host.guard()).toBeUndefined();
  await click(await theSwitch(planName));
  expect(host.guard()).toMatch(/^Your changes aren.t saved/);
  await click(screen.getByRole("radio", { name: /^Whole subscription/ }));
  expect(await theSwitch(planName)).not.toBeChecked();
  await click(screen.getByRole("radio", { name: /^This cluster/ }));
  expect(await theSwitch(planName)).toBeChecked();
  await press("Discard changes");
  expect(await theSwitch(planName)).not.toBeChecked();
  expect(host.guard()).toBeUndefined();
  await press("Close");
  expect(host.closed()).toBe(1);
});

test("what was chosen for the other scope is guarded too", async () => {
  const { host } = await show();
  await click(await theSwitch(planName));
  await click(screen.getByRole("radio", { name: /^Whole subscription/ }));
  expect(host.guard()).toMatch(/^Your changes aren.t saved/);
});

test("exclusion tags: a line without a name is named, and cannot be saved", async () => {
  const { saved } = await show({ scope: "subscription", subscription: {} });
  const box = await screen.findByRole("textbox", { name: "Excluded machines, by tag" });
  await userEvent.setup().type(box, "team=ops{enter}=nobody");
  expect(screen.getByRole("alert")).toHaveTextContent('Line 2 has no name before "=": =nobody');
  expect(screen.getByRole("button", { name: "Review changes" })).toHaveAttribute("aria-disabled", "true");
  await userEvent.setup().type(box, "{backspace>7/}nobody");
  await press("Review changes");
  await press("Save");
  await screen.findByText(/^Everything is saved/);
  const machines = saved[0]?.[1].properties.extensions?.find(({ name }) => name === "AgentlessVmScanning");
  expect(machines?.additionalExtensionProperties).toEqual({
    ExclusionTags: '[{"Key":"team","Value":"ops"},{"Key":"nobody","Value":""}]',
  });
});

test("the sensor's own properties are switched apart; what no one knows is shown and kept", async () => {
  const { saved } = await show({
    scope: "subscription",
    subscription: {
      extensions: [
        {
          name: "ContainerSensor",
          isEnabled: "True",
          additionalExtensionProperties: { AntiMalwareEnabled: "False", Mode: "strict" },
        },
        { name: "FutureScan", isEnabled: "True", extra: 7 },
      ],
    },
  });
  expect(await screen.findByText("Mode: strict")).toBeVisible();
  expect(screen.getByRole("region", { name: "FutureScan" })).toHaveTextContent(/won't be changed/);
  await click(screen.getByRole("checkbox", { name: /^Anti-malware/ }));
  await press("Review changes");
  expect(tableTexts(screen.getByRole("table", { name: "Changes of the settings" }))).toEqual([
    ["What", "Before", "After"],
    ["Anti-malware: block malware on nodes", "Off", "On"],
  ]);
  await press("Save");
  await screen.findByText(/^Everything is saved/);
  expect(saved[0]?.[1].properties.extensions).toEqual(
    expect.arrayContaining([
      {
        name: "ContainerSensor",
        isEnabled: "True",
        additionalExtensionProperties: { AntiMalwareEnabled: "True", Mode: "strict" },
      },
      { name: "FutureScan", isEnabled: "True", extra: 7 },
    ]),
  );
});

test("a save whose end no one saw is remembered for a while", async () => {
  const host = fakeHost();
  await host.settings.write(`planSave ${clusterId.toLowerCase()}`, new Date().toISOString());
  await show({ host });
  expect(await screen.findByText(/^A save started here at .*we couldn't confirm how it ended/)).toBeVisible();
});

test("the change can be taken along as code", async () => {
  const { host } = await show();
  await reviewOn();
  await press("View code");
  await press("Copy the command for: Save the plan");
  expect(host.copied[0]).toMatch(/^az rest --method=put --url='\/subscriptions\/.*pricings\/Containers/);
  await press("Copy the Bicep file");
  expect(host.copied[1]).toContain("Microsoft.Security/pricings@2024-01-01");
});

test("a link to a scope that there is not says so", async () => {
  await show({ scope: "galaxy" });
  expect(await screen.findByText(/asks for the settings of "galaxy"/)).toBeVisible();
  expect(screen.getByRole("radio", { name: /^This cluster/ })).toBeChecked();
});

test("coverage that cannot be counted says so", async () => {
  const services = fakeServices({
    planSettings: { coverage: () => Promise.reject(new FailureError(down)) },
  });
  renderSettings(services, fakeHost());
  expect(await screen.findByText(/couldn't count .*: No answer/)).toBeVisible();
});

test("form, review and result are accessible", async () => {
  const { container } = await show({
    profile: { hasSensor: false, hasPolicyAddOn: false, condition: { kind: "ready" } },
  });
  await click(await theSwitch(planName));
  await click(screen.getByRole("checkbox", { name: "Install the sensor in this cluster now" }));
  await screen.findByRole("combobox");
  expect(await axeViolations(container)).toEqual([]);
  await click(screen.getByRole("checkbox", { name: "Install the sensor in this cluster now" }));
  await press("Review changes");
  expect(await axeViolations(container)).toEqual([]);
  await press("Save");
  await screen.findByText(/^Everything is saved/);
  expect(await axeViolations(container)).toEqual([]);
});
