import { countLevels, recommendationLevels } from "../../../Client/Core/level";
import type { ComponentDetails, VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import {
  latestNodeImage,
  outdatedNodeImage,
} from "../../../Extension/ArmEmulator/World/ContainerService/nodeVersions";
import type { FindingsPage } from "../../../Client/Core/listing";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import type { Cluster, World, WorldAssessment } from "../../../Extension/ArmEmulator/World/world";
import { failureOfCall, withOneClock, withServices } from "../../Support/withServices";

type Json = Readonly<Record<string, unknown>>;
type Page = FindingsPage<VulnerableComponent>;

const objectOf = (value: unknown) => (typeof value === "string" ? JSON.parse(value) : (value ?? {})) as Json;
const statusOf = ({ properties }: WorldAssessment) => objectOf(properties.status).code;
const resourceOf = ({ id }: { readonly id: string }) =>
  (id.split("/providers/Microsoft.Security/assessments/")[0] ?? "").toLowerCase();

function mainOf({ clusters, mainClusterId }: World): Cluster {
  const main = clusters.find(({ id }) => id === mainClusterId);
  if (!main) {
    throw new Error("The world has no main cluster.");
  }
  return main;
}

/** Whether a row is about the main cluster, something in it, or a machine of its pools. */
function isOurs(world: World, row: { readonly id: string }): boolean {
  const { id, nodeResourceGroup } = mainOf(world);
  const resource = resourceOf(row);
  return (
    resource === id.toLowerCase() ||
    resource.startsWith(`${id}/`.toLowerCase()) ||
    resource.includes(`/resourcegroups/${nodeResourceGroup}/`.toLowerCase())
  );
}

const runningContainers = "c5045ea3-afc6-4006-ab8f-86c8574dbf3d";
/** Recommendations about vulnerabilities that have no category: about running containers, those of AKS, and nodes. */
const uncategorized = [
  runningContainers,
  "5409cb02-6884-4de3-870d-c17b98bbe04f",
  "24a15fbd-cfe4-4dff-b2be-1c367a6b2031",
];

/** Assessments of the main cluster that are about vulnerabilities. */
function assessmentsOf(world: World): readonly WorldAssessment[] {
  return world.assessments.filter((assessment) => {
    const { recommendationCategory } = objectOf(assessment.properties.metadata);
    const isGrouped = uncategorized.includes(assessment.name);
    return isOurs(world, assessment) && (recommendationCategory !== "Unknown" || isGrouped);
  });
}

/** CVE and package of everything that the world holds against a component, whichever model says it. */
function cvesOf(world: World, componentId: string): ReadonlySet<string> {
  const found = new Set<string>();
  const unnamed = new Set<string>();
  for (const assessment of assessmentsOf(world)) {
    const data = objectOf(assessment.properties.additionalData);
    if (resourceOf(assessment) === componentId && statusOf(assessment) === "Unhealthy") {
      const list = (data.CvesDetails ?? data.cvesDetails ?? "[]") as string;
      for (const { CveId } of JSON.parse(list) as readonly Json[]) {
        const software = String(data.SoftwareName ?? data.softwareName).replace(/_for_linux$/, "");
        found.add(`${String(CveId)} ${software}`);
      }
      for (const { CVE } of JSON.parse((data.CVEs ?? "[]") as string) as readonly Json[]) {
        unnamed.add(String(CVE));
      }
    }
  }
  for (const row of world.securityRows) {
    if (row.type === "microsoft.security/assessments/subassessments" && resourceOf(row) === componentId) {
      const { softwareDetails, vulnerabilityDetails, cve } = objectOf(row.properties.additionalData);
      const { packageName = "" } = objectOf(softwareDetails);
      found.add(
        `${String(objectOf(vulnerabilityDetails).cveId ?? objectOf(cve).title)} ${String(packageName)}`,
      );
    }
  }
  // What is told without a package is that of the packages that have it.
  const isNamed = (cve: string) => [...found].some((name) => name.startsWith(`${cve} `));
  return new Set([...found, ...[...unnamed].filter((cve) => !isNamed(cve)).map((cve) => `${cve} `)]);
}

/** The controller that someone deployed: the Deployment behind a ReplicaSet, whose name is a pattern. */
function ownerOf(place: VulnerableComponent["place"]) {
  const { controllerKind, controllerName } = place ?? {};
  return controllerKind === "ReplicaSet"
    ? { controllerKind: "Deployment", controllerName: controllerName?.replace(/-\*$/, "") }
    : { controllerKind, controllerName };
}

const namesOf = (details: ComponentDetails | undefined) =>
  details?.vulnerabilities.map(({ cveId, packageName }) => `${cveId} ${packageName}`) ?? [];

/** Components with rows of the grouped model, and whether they have others as well. */
function legacyOf(world: World): readonly { readonly id: string; readonly isMixed: boolean }[] {
  const own = assessmentsOf(world);
  return own
    .filter(({ name }) => name === runningContainers)
    .map(resourceOf)
    .map((id) => ({ id, isMixed: own.filter((row) => resourceOf(row) === id).length > 1 }));
}

function componentNamed(items: readonly VulnerableComponent[], id: string): VulnerableComponent {
  const found = items.find((item) => item.id === id);
  if (!found) {
    throw new Error(`${id} is not listed.`);
  }
  return found;
}

const lists = new Map<ScenarioName, Promise<{ readonly page: Page; readonly world: World }>>();

/** The list of a world that is only read, and the world; asked for once. */
function listOf(scenario: ScenarioName) {
  const list =
    lists.get(scenario) ??
    withServices(scenario, async ({ vulnerabilities }, { world }) => ({
      page: await vulnerabilities.listPage(undefined),
      world,
    }));
  lists.set(scenario, list);
  return list;
}

test.each<[ScenarioName, "risk" | "severity"]>([
  ["busy", "risk"],
  ["cspm-off", "severity"],
])(
  "%s: this cluster's vulnerable components and no other's, worst first by %s",
  async (scenario, ranking) => {
    const { page, world } = await listOf(scenario);
    const own = assessmentsOf(world);
    const failing = new Set(own.filter((row) => statusOf(row) === "Unhealthy").map(resourceOf));
    expect(page.items.map(({ id }) => id).sort()).toEqual([...failing].sort());
    expect(page.items.length).toBeGreaterThanOrEqual(60);
    expect(world.assessments.length).toBeGreaterThan(own.length * 1.2);
    expect(page).toMatchObject({
      total: failing.size,
      evaluated: new Set(own.map(resourceOf)).size,
      gaps: [],
      next: undefined,
    });
    expect(page.evaluated).toBeGreaterThan(page.total);
    expect(new Set(page.items.map((item) => item.ranking))).toEqual(new Set([ranking]));
    const ranks = page.items.map(({ level }) => recommendationLevels.indexOf(level));
    expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
    expect(new Set(ranks).size).toBeGreaterThan(1);
    expect(page.levels).toEqual(countLevels(page.items, ({ level }) => level));
  },
);

test.each<[ScenarioName, (properties: Json) => unknown]>([
  ["busy", ({ risk }) => objectOf(risk).level],
  ["cspm-off", ({ metadata }) => objectOf(metadata).severity],
])("%s: a component is as bad as the worst that is said of it", async (scenario, levelOf) => {
  const {
    page: { items },
    world,
  } = await listOf(scenario);
  const own = assessmentsOf(world).filter((row) => statusOf(row) === "Unhealthy");
  const legacy = legacyOf(world).map(({ id }) => id);
  for (const { id, level } of items.filter((item) => !legacy.includes(item.id))) {
    const levels = own.filter((row) => resourceOf(row) === id).map(({ properties }) => levelOf(properties));
    expect([id, level]).toEqual([id, recommendationLevels.find((one) => levels.includes(one))]);
  }
});

/** Everything that the service says of the busy cluster. */
const readAll = () =>
  // So many queries outrun the quota; with one clock the wait for it is over at once.
  withOneClock({}, async ({ services: { vulnerabilities }, emulator: { world } }) => {
    const { items } = await vulnerabilities.listPage(undefined);
    const details: Awaited<ReturnType<typeof vulnerabilities.get>>[] = [];
    for (const item of items) {
      details.push(await vulnerabilities.get(item));
    }
    const some = items.slice(0, 12);
    return { world, items, details, some, cvesOfSome: await vulnerabilities.cvesOf(some) };
  });

describe("busy, all of it", () => {
  let read: Awaited<ReturnType<typeof readAll>>;
  const detailsOf = (id: string) => read.details[read.items.findIndex((item) => item.id === id)];

  beforeAll(async () => {
    read = await readAll();
  });

  test("the CVEs of many components at once are those of each", () => {
    const { byComponent, unreadable } = read.cvesOfSome;
    const each = read.some.map(({ id }) => detailsOf(id));
    expect([...byComponent.keys()]).toEqual(read.some.map(({ id }) => id));
    expect([...byComponent.values()]).toEqual(each.map((details) => details?.vulnerabilities));
    expect(unreadable).toBe(each.reduce((sum, details) => sum + (details?.unreadable.length ?? 0), 0));
    expect(each.some((details) => (details?.vulnerabilities.length ?? 0) > 3)).toBe(true);
  });

  test("containers say where they run, node pools and the cluster have their names", () => {
    const main = mainOf(read.world);
    const of = (kind: string) => read.items.filter((item) => item.kind === kind);
    const pools = of("nodePool").map(({ name }) => name);
    expect(pools.sort()).toEqual(main.pools.map(({ name }) => name).sort());
    expect(of("cluster")).toMatchObject([{ name: main.name, id: main.id.toLowerCase(), place: undefined }]);
    expect(of("other")).toEqual([]);
    const running = new Set(
      main.workloads.flatMap(({ namespace, name, controller, image }) =>
        // Rows of the grouped model have no tags, and those of all but the individual one name what owns the pods.
        [image.reference, image.reference.replace(/:[^:/]*$/, "")].map((reference) =>
          [namespace, name, controller, reference, image.digest].join(),
        ),
      ),
    );
    const containers = of("container");
    expect(containers.length).toBeGreaterThanOrEqual(55);
    for (const { name, place } of containers) {
      const { namespace, image } = place ?? {};
      const { controllerKind, controllerName } = ownerOf(place);
      expect(controllerName).toBe(name);
      expect(running).toContain([namespace, name, controllerKind, image?.reference, image?.digest].join());
      expect(place?.pod).toMatch(/^[a-z0-9-]+-\*(-\*)?$/);
    }
  });

  test("the details are what the world holds against each component, each CVE of a package once", () => {
    for (const { id } of read.items) {
      const details = detailsOf(id);
      const names = namesOf(details);
      expect(names).toHaveLength(new Set(names).size);
      expect([id, [...names].sort()]).toEqual([id, [...cvesOf(read.world, id)].sort()]);
      expect(details?.unreadable).toEqual([]);
      expect(details?.portalLink).toMatch(/^https:\/\/portal\.azure\.com\//);
    }
  });

  test("at least 800 different CVEs, in packages whose versions can be compared", () => {
    const all = read.details
      .flatMap(({ vulnerabilities }) => vulnerabilities)
      .filter(({ packageName }) => packageName !== "");
    const cves = read.details.flatMap(({ vulnerabilities }) => vulnerabilities.map(({ cveId }) => cveId));
    expect(new Set(cves).size).toBeGreaterThanOrEqual(800);
    expect(all.filter(({ ecosystem }) => ecosystem === undefined)).toEqual([]);
    expect(new Set(all.map(({ fix }) => fix))).toEqual(new Set(["fixed", "claimed", "none"]));
  });

  test("containers that AKS deploys are its own, in kube-system and gatekeeper-system", () => {
    const ofAks = read.items.filter(({ isManagedByAks }) => isManagedByAks);
    expect(new Set(ofAks.map(({ place }) => place?.namespace))).toEqual(
      new Set(["kube-system", "gatekeeper-system"]),
    );
    for (const { id, place } of ofAks) {
      const found = detailsOf(id)?.vulnerabilities ?? [];
      expect(found.map(({ packageName, fixedVersion }) => packageName + fixedVersion).join("")).toBe("");
      expect([...new Set(found.map(({ os }) => /^(?:Azure Linux|Debian) \d/.test(os)))]).toEqual([true]);
      expect(place?.image.reference).toMatch(/^mcr\.microsoft\.com\/.+:[^:/]+$/);
    }
  });

  test("CVEs of node pools name their nodes and the image that closes them, never the scanner's numbers", () => {
    const pools = read.items.filter(({ kind }) => kind === "nodePool");
    expect(pools).toHaveLength(2);
    for (const { id, name } of pools) {
      const found = detailsOf(id)?.vulnerabilities ?? [];
      const nodes = mainOf(read.world).pools.find((pool) => pool.name === name)?.nodes ?? [];
      expect(found.filter(({ cveId }) => !/^CVE-20\d\d-9\d{5}$/.test(cveId))).toEqual([]);
      expect(new Set(found.map(({ updates }) => updates))).toEqual(new Set(["nodeImage"]));
      expect(new Set(found.flatMap((cve) => cve.nodes?.names ?? []))).toEqual(new Set(nodes));
      expect(new Set(found.map(({ fix, fixedVersion }) => `${fix} ${fixedVersion}`))).toEqual(
        new Set([`fixed ${latestNodeImage}`, "unknown "]),
      );
      expect(new Set(found.flatMap(({ installed }) => installed))).toEqual(new Set([outdatedNodeImage]));
    }
  });

  test("rows of both models count once, and a component with only the old ones has its CVEs", () => {
    const legacy = legacyOf(read.world);
    expect(legacy.map(({ isMixed }) => isMixed).sort()).toEqual([false, true]);
    for (const { id, isMixed } of legacy) {
      const found = detailsOf(id)?.vulnerabilities ?? [];
      const oldRows = read.world.securityRows.filter(
        (row) => row.type.endsWith("/subassessments") && resourceOf(row) === id,
      );
      expect(oldRows.length).toBeGreaterThan(0);
      expect(found).toHaveLength(cvesOf(read.world, id).size);
      // Beside new rows the old ones repeat some of them; alone they are all there is.
      expect(found.length > oldRows.length).toBe(isMixed);
    }
  });

  test("other containers with the image are the workloads that run it", () => {
    const { workloads } = mainOf(read.world);
    let shared = 0;
    for (const { id, place } of read.items) {
      const others = workloads
        .filter(({ image }) => image.digest === place?.image.digest)
        .map(({ namespace, name }) => `${namespace}/${name}`)
        .filter((name) => name !== `${place?.namespace}/${ownerOf(place).controllerName}`);
      const uses = detailsOf(id)?.sameImage?.map((use) => `${use.place.namespace}/${use.container}`);
      expect([id, uses && [...uses].sort()]).toEqual([id, place && [...others].sort()]);
      shared += others.length;
    }
    expect(shared).toBeGreaterThan(0);
  });

  test("whatever image an alert's pod runs, its component is listed", () => {
    const listed = new Set(
      read.items.map(({ place }) => `${place?.namespace}/${ownerOf(place).controllerName}`),
    );
    const entities = read.world.alerts.map(({ properties }) => JSON.stringify(properties.entities)).join();
    const alerted = mainOf(read.world).workloads.filter(({ pods }) =>
      pods.some(({ name }) => entities.includes(`"name":"${name}"`)),
    );
    expect(alerted.length).toBeGreaterThan(10);
    for (const { namespace, name, image } of alerted) {
      const isVulnerable = image.families.length > 0; // Else there is nothing in it that could be.
      expect([name, listed.has(`${namespace}/${name}`)]).toEqual([name, isVulnerable]);
    }
  });
});

test("a component of another cluster, or one that is gone, is not found", async () => {
  await withServices("busy", async ({ vulnerabilities }, { world }) => {
    const { items } = await vulnerabilities.listPage(undefined);
    const [some] = items;
    const foreign = world.assessments.find(
      (row) => !isOurs(world, row) && row.id.includes("securityentitydata"),
    );
    expect(some && foreign).toBeDefined();
    for (const id of [resourceOf(foreign ?? { id: "" }), `${some?.id ?? ""}2`, "it's gone"]) {
      const call = vulnerabilities.get({ ...componentNamed(items, some?.id ?? ""), id });
      expect(await failureOfCall(call)).toMatchObject({ kind: "notFound" });
    }
  });
});

test.each<[ScenarioName, (emulator: ArmEmulator) => number]>([
  ["healthy", ({ world }) => new Set(assessmentsOf(world).map(resourceOf)).size],
  ["never-scanned", () => 0],
  ["plan-off", () => 0],
])("%s: none, and it says how many were looked at", async (scenario, evaluated) => {
  await withServices(scenario, async ({ vulnerabilities }, emulator) => {
    const page = await vulnerabilities.listPage(undefined);
    expect(page).toMatchObject({ items: [], total: 0, levels: {}, gaps: [], evaluated: evaluated(emulator) });
    expect((page.evaluated ?? 0) > 0).toBe(scenario === "healthy");
  });
});

test("no-access: refused", async () => {
  await withServices("no-access", async ({ vulnerabilities }) => {
    expect(await failureOfCall(vulnerabilities.listPage(undefined))).toMatchObject({ kind: "forbidden" });
  });
});

test("cluster-deleted: what was found in it is still on record, and node pools cannot be told apart any more", async () => {
  await withServices("cluster-deleted", async ({ vulnerabilities }) => {
    const { items } = await vulnerabilities.listPage(undefined);
    expect(items.length).toBeGreaterThan(50);
    expect(items.filter(({ kind }) => kind === "nodePool")).toEqual([]);
  });
});

test("of no components nothing is asked: a query for none is not valid", async () => {
  await withServices("busy", async ({ vulnerabilities }, emulator) => {
    expect(await vulnerabilities.cvesOf([])).toEqual({ byComponent: new Map(), unreadable: 0 });
    expect(emulator.requests).toEqual([]);
  });
});

test("malformed-rows: failing containers whose CVEs cannot be read say so, none looks as if it had no CVE", async () => {
  await withServices("malformed-rows", async ({ vulnerabilities }) => {
    const { items, gaps } = await vulnerabilities.listPage(undefined);
    const names = ["cut-off", "empty-list", "internal-numbers", "retired-group"];
    const broken = items.filter(({ name }) => names.includes(name));
    expect([broken.map(({ name }) => name).sort(), gaps]).toEqual([names, []]);
    expect(broken.map(({ place }) => place?.namespace)).toEqual(names.map(() => "shop"));
    const { byComponent, unreadable } = await vulnerabilities.cvesOf(broken);
    expect([...byComponent.values()]).toEqual(names.map(() => []));
    expect(unreadable).toBe(5);
  });
});
