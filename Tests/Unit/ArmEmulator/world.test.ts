import { toGraphRow } from "../../../Extension/ArmEmulator/ResourceGraph/alertRow";
import { alertTypes, dnsTunnel } from "../../../Extension/ArmEmulator/World/Security/Alerts/alertTypes";
import type { Cluster, World, WorldAlert } from "../../../Extension/ArmEmulator/World/world";
import { mainOf, now, worldOf, worldsOf } from "./worlds";

/** What must hold in every world, whatever its seed. */
const worlds = worldsOf();
const day = 24 * 60 * 60 * 1000;

type Json = Readonly<Record<string, unknown>>;

const texts = (alert: WorldAlert, key: string) => String(alert.properties[key]);
const factsOf = (alert: WorldAlert) =>
  alert.properties.extendedProperties as Readonly<Record<string, string>>;

function idsOf({ properties }: WorldAlert): readonly string[] {
  const identifiers = properties.resourceIdentifiers as readonly { readonly azureResourceId?: string }[];
  return identifiers.flatMap(({ azureResourceId }) => azureResourceId?.toLowerCase() ?? []);
}

/** Whether an alert belongs to a cluster: names it, or something in its node resource group. */
function isOf(cluster: Cluster, alert: WorldAlert): boolean {
  const group = `/resourcegroups/${cluster.nodeResourceGroup}/`.toLowerCase();
  return idsOf(alert).some((id) => id === cluster.id.toLowerCase() || id.includes(group));
}

const ownAlerts = (world: World) => world.alerts.filter((alert) => isOf(mainOf(world), alert));

/** Every object in an entity list, nested ones too. */
function objectsIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) {
    return value.flatMap(objectsIn);
  }
  return typeof value === "object" && value !== null
    ? [value as Json, ...Object.values(value).flatMap(objectsIn)]
    : [];
}

const entitiesOf = ({ properties }: WorldAlert) => objectsIn(properties.entities);
/** Ids of the clusters that an alert names: their entities have no name of their own, and may refer to their resource. */
const clustersIn = (alert: WorldAlert) =>
  entitiesOf(alert).flatMap((entity) => {
    const resource = (entity.cloudResource ?? {}) as Json;
    const { $ref } = resource;
    const named = $ref === undefined ? resource : entitiesOf(alert).find(({ $id }) => $id === $ref);
    return entity.type === "K8s-cluster" ? [named?.resourceId] : [];
  });
const namesOf = (alert: WorldAlert, type: string) =>
  entitiesOf(alert).flatMap((entity) =>
    entity.type === type ? [String(entity.name ?? entity.hostName ?? entity.digest)] : [],
  );

test("the same seed makes the same world, another seed another", () => {
  expect(worldOf(5)).toEqual(worldOf(5));
  expect(worldOf(5)).not.toEqual(worldOf(6));
});

test("the main cluster has exactly the alerts it was given, the others have theirs", () => {
  for (const world of worlds) {
    expect(ownAlerts(world)).toHaveLength(42);
    expect(world.alerts).toHaveLength(102);
    expect(new Set(world.alerts.map(({ id }) => id.toLowerCase())).size).toBe(102);
  }
});

test("its neighbors are easily confused with it, and have alerts", () => {
  for (const world of worlds) {
    const main = mainOf(world);
    const [longer, namesake] = world.clusters.slice(1);
    expect(longer?.id.startsWith(main.id)).toBe(true);
    expect([namesake?.name, namesake?.resourceGroup === main.resourceGroup]).toEqual([main.name, false]);
    for (const neighbor of [...world.clusters.slice(1), ...world.machines]) {
      const named = world.alerts.filter((alert) => idsOf(alert).includes(neighbor.id.toLowerCase()));
      expect(named.length).toBeGreaterThan(0);
    }
  }
});

test("the cluster is named in every way that alerts have", () => {
  for (const world of worlds) {
    const { id } = mainOf(world);
    const own = ownAlerts(world);
    const named = own.map(({ properties }) => JSON.stringify(properties.resourceIdentifiers));
    expect(named.some((text) => !text.includes(id) && text.includes(id.toLowerCase()))).toBe(true);
    expect(own.some((alert) => idsOf(alert).filter((other) => other === id.toLowerCase()).length === 2)).toBe(
      true,
    );
    expect(own.some((alert) => new Set(idsOf(alert)).size === 2)).toBe(true);
    const onNodes = own.filter((alert) => !idsOf(alert).includes(id.toLowerCase()));
    expect(onNodes.filter(isMalwareOnNode)).toHaveLength(1);
    expect(onNodes.filter(isDns)).toHaveLength(onNodes.length - 1);
    // They lie where the nodes do.
    expect(onNodes.map(({ resourceGroup }) => resourceGroup)).toEqual(
      onNodes.map(() => mainOf(world).nodeResourceGroup),
    );
    expect(own.filter(({ resourceGroup }) => resourceGroup === mainOf(world).nodeResourceGroup)).toEqual(
      onNodes,
    );
  }
});

test("all severities, statuses, spellings and sources occur", () => {
  for (const world of worlds) {
    const own = ownAlerts(world);
    const distinct = (key: string) => [...new Set(own.map((alert) => texts(alert, key)))].sort();
    expect(distinct("severity")).toEqual(["High", "Informational", "Low", "Medium"]);
    expect(distinct("status")).toEqual(["Active", "Dismissed", "InProgress", "Resolved"]);
    expect(new Set(own.map(({ spelling }) => spelling)).size).toBe(2);
  }
});

test("detections have the severity and the tactics that were published", () => {
  const published = new Map([...alertTypes, dnsTunnel].map((type) => [type.type, type]));
  for (const world of worlds) {
    for (const { properties } of ownAlerts(world).filter((alert) => !isMalwareOnNode(alert))) {
      const type = published.get(String(properties.alertType));
      expect([properties.severity, properties.intent]).toEqual([type?.severity, type?.tactics.join(", ")]);
    }
  }
});

const isDns = (alert: WorldAlert) => texts(alert, "alertType").startsWith("AzureDNS_");
const isMalwareOnNode = (alert: WorldAlert) => texts(alert, "alertDisplayName").includes("(Agentless)");

test("malware on a node is told of the scale set that has this node", () => {
  for (const world of worlds) {
    const [alert, ...others] = ownAlerts(world).filter(isMalwareOnNode);
    expect(others).toEqual([]);
    const pool = mainOf(world).pools.find(({ name }) => alert && factsOf(alert)["Node pool"] === name);
    expect(alert && idsOf(alert)).toEqual([pool?.scaleSetId.toLowerCase()]);
    expect(alert && clustersIn(alert)).toEqual([mainOf(world).id]);
    expect(alert && namesOf(alert, "host")).toEqual([]);
  }
});

test("name servers tell of an instance of a scale set by its bare number", () => {
  for (const world of worlds) {
    const alerts = ownAlerts(world).filter(isDns);
    expect(alerts.length).toBeGreaterThan(0);
    for (const alert of alerts) {
      const [id = ""] = idsOf(alert);
      const [, scaleSet = "", instance = ""] =
        /\/virtualmachinescalesets\/([^/]+)\/virtualmachines\/(\d+)$/.exec(id) ?? [];
      const nodes = mainOf(world).pools.flatMap((pool) => pool.nodes);
      expect(nodes).toContain(`${scaleSet}${Number(instance).toString(36).padStart(6, "0")}`);
      expect([texts(alert, "compromisedEntity"), ...namesOf(alert, "host")]).toEqual([instance, instance]);
      expect(namesOf(alert, "K8s-cluster")).toEqual([]);
    }
  }
});

test("the audit log often names a controller and no pod, and callers of other namespaces", () => {
  const audit = worlds.flatMap(ownAlerts).filter((alert) => factsOf(alert)["object kind"] !== undefined);
  expect(audit.length).toBeGreaterThan(worlds.length * 5);
  for (const alert of audit) {
    const facts = factsOf(alert);
    const kind = `K8s-${String(facts["object kind"]).toLowerCase()}`;
    expect(namesOf(alert, "K8s-pod")).toEqual([]);
    expect(namesOf(alert, kind)).toEqual([facts["object name"]]);
  }
  const callers = audit.filter((alert) => namesOf(alert, "K8s-serviceaccount").length > 0);
  expect(callers.length).toBeGreaterThan(0);
  for (const alert of callers) {
    const [, , namespace] = (namesOf(alert, "K8s-serviceaccount")[0] ?? "").split(":");
    expect(namespace).not.toBe(factsOf(alert).namespace);
    expect(namesOf(alert, "K8s-namespace")).toEqual([factsOf(alert).namespace, namespace]);
  }
});

test("entities have the names and the marks that published ones have", () => {
  for (const entity of worlds.flatMap(ownAlerts).flatMap(entitiesOf)) {
    if (entity.type !== undefined) {
      expect([typeof entity.asset, String(entity.$id)]).toEqual([
        "boolean",
        expect.stringMatching(/^westeurope_\d+$/),
      ]);
    }
  }
});

test("Resource Graph spells every level in PascalCase, except where it spells all in camelCase", () => {
  const [world = worldOf(1)] = worlds;
  for (const alert of ownAlerts(world)) {
    const keys = objectsIn(toGraphRow(alert, world).properties).flatMap(Object.keys);
    const first = keys.filter((key) => !key.startsWith("$")).map((key) => key.charAt(0));
    const isPascal = alert.spelling === "PascalCase";
    expect(first.every((letter) => letter === letter.toUpperCase())).toBe(isPascal);
  }
});

test("what an alert names exists in its cluster", () => {
  for (const world of worlds) {
    for (const alert of world.alerts.filter((candidate) => namesOf(candidate, "K8s-pod").length > 0)) {
      const cluster = world.clusters.find(({ id }) => factsOf(alert).EffectiveAzureResourceId === id);
      const [podName] = namesOf(alert, "K8s-pod");
      const [namespace] = namesOf(alert, "K8s-namespace");
      const workload = cluster?.workloads.find(
        (one) => one.namespace === namespace && one.pods.some(({ name }) => name === podName),
      );
      const pod = workload?.pods.find(({ name }) => name === podName);
      expect(clustersIn(alert)).toEqual([cluster?.id]);
      expect([pod?.name, namespace]).toEqual([podName, workload?.namespace]);
      expect(namesOf(alert, "K8s-serviceaccount")[0]).toBe(workload?.serviceAccount);
      expect(namesOf(alert, "container")).toEqual([pod?.container]);
      expect(namesOf(alert, "container-image")).toEqual([workload?.image.digest]);
      const nodes = cluster?.pools.flatMap((pool) => pool.nodes) ?? [];
      expect([...namesOf(alert, "host"), pod?.node].every((node) => nodes.includes(node ?? ""))).toBe(true);
      expect(factsOf(alert)["Pod name"]).toBe(podName);
    }
  }
});

test("machines and storage accounts have alerts of their own kinds, without pods", () => {
  for (const world of worlds) {
    const machines = new Set(world.machines.map(({ id }) => id.toLowerCase()));
    const alerts = world.alerts.filter((alert) => idsOf(alert).some((id) => machines.has(id)));
    expect(alerts.filter((alert) => texts(alert, "alertType").startsWith("K8S"))).toEqual([]);
    expect(alerts.flatMap((alert) => namesOf(alert, "K8s-pod"))).toEqual([]);
  }
});

test("entity numbers are unique, and every reference leads somewhere", () => {
  for (const alert of worlds.flatMap(({ alerts }) => alerts)) {
    const objects = entitiesOf(alert);
    const ids = objects.flatMap(({ $id }) => $id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const references = objects.flatMap(({ $ref }) => $ref ?? []);
    expect(references.filter((reference) => !ids.includes(reference))).toEqual([]);
  }
});

test("one element of an entity list is only a reference", () => {
  for (const world of worlds) {
    const lists = ownAlerts(world).map(({ properties }) => properties.entities as readonly Json[]);
    const isReference = (entity: Json) => Object.keys(entity).join() === "$ref";
    expect(lists.some((list) => list.some(isReference))).toBe(true);
  }
});

test("times lie within the last 30 days, in their order, and not in the future", () => {
  for (const alert of worlds.flatMap(({ alerts }) => alerts)) {
    const [start = 0, end = 0, generated = 0, processed = 0] = [
      "startTimeUtc",
      "endTimeUtc",
      "timeGeneratedUtc",
      "processingEndTimeUtc",
    ].map((key) => Date.parse(texts(alert, key)));
    expect(start).toBeGreaterThanOrEqual(now.getTime() - 30 * day);
    expect([end >= start, generated >= end, processed >= generated]).toEqual([true, true, true]);
    expect(processed).toBeLessThanOrEqual(now.getTime());
  }
});

test("newer alerts have names that sort first", () => {
  const sorted = [...worldOf(1).alerts].sort((left, right) => (left.name < right.name ? -1 : 1));
  const starts = sorted.map((alert) => Date.parse(texts(alert, "startTimeUtc")));
  expect(starts).toEqual([...starts].sort((left, right) => right - left));
});

test("hostile texts are in every world: markup, quotes, a right-to-left mark, great length", () => {
  for (const world of worlds) {
    const own = ownAlerts(world);
    const titles = own.map((alert) => texts(alert, "alertDisplayName"));
    expect(titles.filter((title) => /<b>"/.test(title) && title.includes("\u202e"))).toHaveLength(1);
    const commands = own.map((alert) => factsOf(alert)["Suspicious Command Line"] ?? "");
    expect(commands.some((command) => command.includes("<img src=x onerror=alert(1)>"))).toBe(true);
    expect(commands.some((command) => command.length > 900)).toBe(true);
  }
});

test("a cluster without alerts stands among others that have some", () => {
  const world = worldOf(1, { clusterAlerts: 0 });
  expect(ownAlerts(world)).toEqual([]);
  expect(world.alerts).toHaveLength(60);
});
