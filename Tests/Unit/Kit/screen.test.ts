import type { ClusterProfile, DefenderPlan } from "../../../Client/Core/defenderPlan";
import type { Failure } from "../../../Client/Core/failure";
import type { Listing } from "../../../Client/Core/listing";
import type { Permission } from "../../../Client/Core/rbac";
import type { Coverage } from "../../../Views/Kit/Model/findingsTab";
import type { Loadable } from "../../../Views/Kit/Model/loadable";
import { screenOf, type ScreenQuestion } from "../../../Views/Kit/Screens/screen";
import type { Findings, Lost } from "../../../Views/Kit/Session/useFindings";

const down: Failure = { kind: "offline", message: "No answer." };
const nothing = () => undefined;
const ready = <T>(value: T): Loadable<T> => ({ status: "ready", value, refreshing: false });
const loading = { status: "loading" } as const;
const failed = { status: "failed", failure: down, retry: nothing } as const;

const now = new Date("2026-11-24T12:00:00Z");

function listing(over: Partial<Listing<string>> = {}): Listing<string> {
  return {
    items: [],
    resolved: [],
    total: 0,
    evaluated: 5,
    counts: new Map(),
    levels: {},
    gaps: [],
    complete: true,
    asOf: now,
    ...over,
  };
}

const list = (over: Partial<Listing<string>> = {}, lost?: Lost) =>
  ready<Findings<string>>({ listing: listing(over), lost });
const empty = list();
const silent = list({ evaluated: 0 });
const untold = list({ evaluated: undefined });

const may = ready<readonly Permission[]>([{ actions: ["*/read"], notActions: [] }]);
const mayNot = ready<readonly Permission[]>([]);

const longAgo = new Date("2026-01-01T00:00:00Z");
const on: DefenderPlan = { isOn: true, scope: "subscription", missing: [], enabledAt: longAgo };
const off: DefenderPlan = { ...on, isOn: false, enabledAt: undefined };
const lacking = (...names: readonly string[]): DefenderPlan => ({
  ...on,
  missing: names.map((name) => ({ name, where: "plan", failure: undefined })),
});
const whole: ClusterProfile = { hasSensor: true, hasPolicyAddOn: true };

const alwaysFound: Coverage = { plans: [], configurations: [] };
const byContainers: Coverage = { plans: ["containers"], configurations: ["ContainerSensor"] };
const byEither: Coverage = { plans: ["containers", "cspm"], configurations: ["RegistryAccess"] };
const byAddOn: Coverage = { plans: [], configurations: ["AzurePolicy"] };

/** All is known and well unless said otherwise. */
interface Known {
  readonly load?: Loadable<Findings<string>>;
  readonly rights?: ScreenQuestion<string>["rights"];
  readonly plan?: Loadable<DefenderPlan>;
  readonly cspm?: Loadable<boolean>;
  readonly profile?: Loadable<ClusterProfile>;
  readonly coverage?: Coverage;
}

function screenFor(known: Known) {
  const { load = empty, rights = may, coverage = byContainers } = known;
  const { plan = ready(on), cspm = ready(true), profile = ready(whole) } = known;
  const protection = { plan, cspm, profile };
  return screenOf({ load, rights, protection, readAction: "A/b/read", coverage, refresh: nothing });
}

/** A screen in few words: its kind, and what it names. */
function wordsFor(known: Known): string {
  const screen = screenFor(known);
  switch (screen.kind) {
    case "clean":
      return ["clean", ...screen.doubts].join(" ");
    case "partlyCovered":
    case "findings":
      return [screen.kind, ...screen.missing.map(({ name, where }) => `${name}@${where}`)].join(" ");
    case "noPermission":
      return `noPermission ${screen.action}`;
    default:
      return screen.kind;
  }
}

describe("before anything else, the list", () => {
  test.each<[string, Known, string]>([
    ["loads", { load: loading, rights: mayNot, plan: ready(off) }, "loading"],
    ["failed", { load: failed, rights: mayNot, plan: ready(off) }, "failed"],
    [
      "is forbidden, naming the action that the service names",
      { load: { ...failed, failure: { ...down, kind: "forbidden", missingAction: "X/y/read" } } },
      "noPermission X/y/read",
    ],
    [
      "is forbidden, naming the action of the tab",
      { load: { ...failed, failure: { ...down, kind: "forbidden" } } },
      "noPermission A/b/read",
    ],
    [
      "has a finding",
      { load: list({ items: ["a"], total: 1 }), rights: mayNot, plan: ready(off) },
      "findings",
    ],
    ["has a finding that could not be read", { load: list({ gaps: [down] }) }, "findings"],
    ["counts findings that it does not list", { load: list({ total: 3 }) }, "findings"],
    ["goes on", { load: list({ complete: false }) }, "findings"],
    [
      "was lost on the way",
      { load: list({}, { part: "refresh", failure: down, retry: nothing }) },
      "findings",
    ],
  ])("%s", (_, known, words) => {
    expect(wordsFor(known)).toBe(words);
  });

  test("findings come with what might have found more", () => {
    const load = list({ items: ["a"], total: 1 });
    expect(wordsFor({ load, plan: ready(lacking("ContainerSensor", "Novelty")) })).toBe(
      "findings ContainerSensor@plan",
    );
    expect(wordsFor({ load, profile: ready({ ...whole, hasSensor: false }) })).toBe(
      "findings ContainerSensor@cluster",
    );
    expect(wordsFor({ load, plan: failed, profile: failed })).toBe("findings");
  });
});

describe("an empty list and the rights", () => {
  test.each<[string, Known["load"], Known["rights"], string]>([
    ["scanned, so they need no proof", empty, mayNot, "clean"],
    ["scanned, so they need not be awaited", empty, loading, "clean"],
    ["scanned, so it does not matter that they are unknown", empty, failed, "clean"],
    ["never scanned, and there", silent, may, "neverScanned"],
    ["never scanned, and missing", silent, mayNot, "noPermission A/b/read"],
    ["never scanned, and awaited", silent, loading, "loading"],
    ["untold, and there", untold, may, "clean"],
    ["untold, and missing", untold, mayNot, "noPermission A/b/read"],
    ["untold, and awaited", untold, loading, "loading"],
    ["untold, and unknown", untold, failed, "clean rights"],
  ])("%s", (_, load, rights, words) => {
    expect(wordsFor({ ...(load && { load }), ...(rights && { rights }) })).toBe(words);
  });
});

describe("an empty list and the plans", () => {
  const no = ready(false);
  const yes = ready(true);
  test.each<[string, Coverage, Loadable<DefenderPlan>, Loadable<boolean>, string]>([
    ["needs none, and none is on", alwaysFound, ready(off), no, "clean"],
    ["needs none, and none is known", alwaysFound, failed, failed, "clean"],
    ["needs none, nor to wait for any", alwaysFound, loading, loading, "clean"],
    ["needs the one that is on", byContainers, ready(on), no, "clean"],
    ["needs the one that is off", byContainers, ready(off), yes, "notCovered"],
    ["needs the one that is unknown", byContainers, failed, yes, "clean plan"],
    ["needs the one that is awaited", byContainers, loading, yes, "loading"],
    ["needs either, and the first is on", byEither, ready(on), no, "clean"],
    ["needs either, and the second is on", byEither, ready(off), yes, "clean"],
    ["needs either, and both are off", byEither, ready(off), no, "notCovered"],
    ["needs either, and the first is on, the second unknown", byEither, ready(on), failed, "clean"],
    ["needs either, and the first is on, the second awaited", byEither, ready(on), loading, "clean"],
    ["needs either, and the first is off, the second unknown", byEither, ready(off), failed, "clean plan"],
    ["needs either, and the first is off, the second awaited", byEither, ready(off), loading, "loading"],
    ["needs either, and the first is unknown, the second off", byEither, failed, no, "clean plan"],
    ["needs either, and the first is unknown, the second on", byEither, failed, yes, "clean configuration"],
    ["needs either, and both are unknown", byEither, failed, failed, "clean plan"],
    ["needs either, and waits for configurations of the first", byEither, loading, yes, "loading"],
  ])("%s", (_, coverage, plan, cspm, words) => {
    expect(wordsFor({ coverage, plan, cspm })).toBe(words);
  });
});

describe("an empty list and the configurations", () => {
  test.each<[string, Known, string]>([
    ["off in the plan", { plan: ready(lacking("ContainerSensor")) }, "partlyCovered ContainerSensor@plan"],
    [
      "not in the cluster",
      { profile: ready({ ...whole, hasSensor: false }) },
      "partlyCovered ContainerSensor@cluster",
    ],
    [
      "off in the plan and not in the cluster is named once",
      { plan: ready(lacking("ContainerSensor")), profile: ready({ ...whole, hasSensor: false }) },
      "partlyCovered ContainerSensor@plan",
    ],
    ["that others need", { plan: ready(lacking("RegistryAccess")) }, "clean"],
    [
      "that others need, not in the cluster",
      { profile: ready({ ...whole, hasPolicyAddOn: false }) },
      "clean",
    ],
    [
      "of a tab that needs no plan",
      { coverage: byAddOn, profile: ready({ ...whole, hasPolicyAddOn: false }) },
      "partlyCovered AzurePolicy@cluster",
    ],
    ["of the cluster unknown", { profile: failed }, "clean configuration"],
    ["of the cluster unknown, and none is needed", { profile: failed, coverage: alwaysFound }, "clean"],
    ["of the cluster awaited", { profile: loading }, "loading"],
    ["of the cluster awaited, and none is needed", { profile: loading, coverage: alwaysFound }, "clean"],
    ["of the cluster awaited, but the plan is off", { profile: loading, plan: ready(off) }, "notCovered"],
    [
      "off, which matters more than that nothing was scanned",
      { load: silent, plan: ready(lacking("ContainerSensor")) },
      "partlyCovered ContainerSensor@plan",
    ],
    [
      "off, which matters less than missing rights",
      { load: silent, rights: mayNot, plan: ready(lacking("ContainerSensor")) },
      "noPermission A/b/read",
    ],
  ])("%s", (_, known, words) => {
    expect(wordsFor(known)).toBe(words);
  });
});

describe("an empty list and when protection began", () => {
  const enabled = (text: string) => ready<DefenderPlan>({ ...on, enabledAt: new Date(text) });
  const created = (text: string) => ready<ClusterProfile>({ ...whole, createdAt: new Date(text) });
  const judged = (text: string) => list({ lastJudged: new Date(text) });
  const secondsAgo = enabled("2026-11-24T11:59:48Z");
  test.each<[string, Known, string]>([
    ["seconds ago, with what was found before", { plan: secondsAgo, load: empty }, "awaitingScan"],
    ["seconds ago, with nothing found", { plan: secondsAgo, load: silent }, "awaitingScan"],
    ["seconds ago, and the service doesn't tell", { plan: secondsAgo, load: untold }, "awaitingScan"],
    [
      "seconds ago, and the latest verdict is older",
      { plan: secondsAgo, load: judged("2026-11-24T11:59:47Z") },
      "awaitingScan",
    ],
    [
      "seconds ago, and a verdict is younger",
      { plan: secondsAgo, load: judged("2026-11-24T11:59:59Z") },
      "clean",
    ],
    ["after the list was read", { plan: enabled("2026-11-24T12:00:05Z") }, "awaitingScan"],
    ["almost a day ago", { plan: enabled("2026-11-23T12:00:01Z") }, "awaitingScan"],
    ["a day ago, when first results are over", { plan: enabled("2026-11-23T12:00:00Z") }, "clean"],
    [
      "a day ago, and nothing was found",
      { plan: enabled("2026-11-23T12:00:00Z"), load: silent },
      "neverScanned",
    ],
    ["with the cluster, a minute ago", { profile: created("2026-11-24T11:59:00Z") }, "awaitingScan"],
    [
      "with the cluster, a minute ago, and nothing was found",
      { profile: created("2026-11-24T11:59:00Z"), load: silent },
      "awaitingScan",
    ],
    ["before the cluster was old", { profile: created("2025-01-01T00:00:00Z") }, "clean"],
    ["at an unknown time", { plan: ready({ ...on, enabledAt: undefined }) }, "clean beginning"],
    ["seconds ago, for a tab that needs no plan", { plan: secondsAgo, coverage: byAddOn }, "awaitingScan"],
    ["never: the plan is off, and none is needed", { plan: ready(off), coverage: byAddOn }, "clean"],
    [
      "seconds ago, which matters less than what is off",
      { plan: ready({ ...lacking("ContainerSensor"), enabledAt: new Date("2026-11-24T11:59:48Z") }) },
      "partlyCovered ContainerSensor@plan",
    ],
    [
      "seconds ago, which matters less than missing rights",
      { plan: secondsAgo, load: silent, rights: mayNot },
      "noPermission A/b/read",
    ],
    [
      "seconds ago, and there are findings",
      { plan: secondsAgo, load: list({ items: ["a"], total: 1 }) },
      "findings",
    ],
  ])("%s", (_, known, words) => {
    expect(wordsFor(known)).toBe(words);
  });
});

describe("doubts", () => {
  test("are all named, in a fixed order", () => {
    expect(wordsFor({ load: untold, rights: failed, plan: failed, profile: failed })).toBe(
      "clean rights plan configuration",
    );
  });

  const answers = { loading, failed } as const;
  const all = <T>(values: readonly T[]) => [loading, failed, ...values.map(ready)];

  /** Every mixture of answers. */
  const mixtures = [empty, silent, untold].flatMap((load) =>
    [may, mayNot, ...Object.values(answers)].flatMap((rights) =>
      all([on, off, lacking("ContainerSensor"), { ...on, enabledAt: now }]).flatMap((plan) =>
        all([true, false]).flatMap((cspm) =>
          all([whole, { ...whole, hasSensor: false }]).map((profile) => ({
            load,
            rights,
            plan,
            cspm,
            profile,
          })),
        ),
      ),
    ),
  );

  test("clean without one takes a plan that is on, all it needs, and rights or a scan", () => {
    const sure = mixtures.filter((known) => wordsFor(known) === "clean");
    expect(sure.length).toBeGreaterThan(0);
    for (const { load, rights, plan, profile } of sure) {
      expect(plan).toEqual(ready(on));
      expect(profile).toEqual(ready(whole));
      expect(load === empty || (load === untold && rights === may)).toBe(true);
    }
  });
});
