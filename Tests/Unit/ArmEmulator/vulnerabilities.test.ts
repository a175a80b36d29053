import type { Cluster, World, WorldAlert, WorldAssessment } from "../../../Extension/ArmEmulator/World/world";
import {
  assessmentsOf,
  categoryOf,
  codeOf,
  cveIdOf,
  cveIdsOf,
  cvesOf,
  groupBy,
  isAbout,
  isUnhealthy,
  jsonOf,
  metadataOf,
  placeIn,
  read,
  resourceOf,
  rowsOf,
  softwareOf,
  subAssessments,
  typeOf,
  type Json,
} from "./readFindings";
import { mainOf, now, worldsOf } from "./worlds";

/** What must hold of vulnerabilities in every world, whatever its seed. */
const worlds = worldsOf();

const containerTypes = ["K8s-container", "Container", "ContainerImage"];
const isContainer = (assessment: WorldAssessment) => containerTypes.includes(typeOf(assessment));
const isIndividual = (assessment: WorldAssessment) => categoryOf(assessment) !== "Unknown";
const containersOf = (world: World, cluster: Cluster) => assessmentsOf(world, cluster).filter(isContainer);

/** Rows of the grouped model about the containers of a cluster. */
const groupedOf = (world: World, cluster: Cluster) =>
  rowsOf(world, subAssessments).filter(
    (row) => isAbout(cluster)(row) && row.id.includes("/securityentitydata/"),
  );

/** Everything that either model says of the container of a workload. */
function vulnerableIdsOf(world: World, cluster: Cluster): ReadonlyMap<string, readonly string[]> {
  const named = [
    ...containersOf(world, cluster).flatMap((row) =>
      cveIdsOf(row).map((cve) => ({ resource: resourceOf(row), cve })),
    ),
    ...groupedOf(world, cluster).map((row) => ({ resource: resourceOf(row), cve: cveIdOf(row) })),
  ];
  return new Map(
    [...groupBy(named, ({ resource }) => resource)].map(([id, all]) => [id, all.map(({ cve }) => cve)]),
  );
}

test("the main cluster has at least 60 vulnerable components and 800 vulnerabilities", () => {
  for (const world of worlds) {
    const vulnerable = vulnerableIdsOf(world, mainOf(world));
    expect(vulnerable.size).toBeGreaterThanOrEqual(60);
    expect(new Set([...vulnerable.values()].flat()).size).toBeGreaterThanOrEqual(800);
  }
});

test("each workload has one component, which describes its container", () => {
  for (const world of worlds) {
    for (const cluster of world.clusters) {
      const components = groupBy(containersOf(world, cluster), resourceOf);
      expect(components.size).toBe(cluster.workloads.length);
      const described = [...components.values()].map((rows) => {
        const [one, ...others] = new Set(rows.map((row) => JSON.stringify(placeIn(world, row))));
        expect(others).toEqual([]);
        const { pod: _pattern, ...place } = jsonOf(one);
        return place;
      });
      expect(described).toEqual(
        cluster.workloads.map(({ namespace, name, controller, pods: [pod], image }) => ({
          namespace,
          controllerKind: controller.toLowerCase(),
          controllerName: name,
          container: pod?.container,
          image: image.reference.replace(/:[^/]*$/, ""),
          digest: image.digest,
        })),
      );
    }
  }
});

test("names of pods are patterns that fit the pods of the workload", () => {
  for (const world of worlds) {
    const components = groupBy(containersOf(world, mainOf(world)), (row) => workloadKeyOf(world, row));
    for (const { namespace, name, pods } of mainOf(world).workloads) {
      const [row] = components.get(`${namespace}/${name}`) ?? [];
      const pattern = row ? placeIn(world, row).pod.replaceAll("*", "[0-9a-z]+") : "";
      // A job has the time of its run in its name as well.
      const names = pods.map((pod) => pod.name.replace(/-\d{8}-/, "-"));
      expect(names.filter((one) => !new RegExp(`^${pattern}$`).test(one))).toEqual([]);
    }
  }
});

function workloadKeyOf(world: World, row: WorldAssessment): string {
  const { namespace, controllerName } = placeIn(world, row);
  return `${namespace}/${controllerName}`;
}

/** The container that an alert is about, by its name and the digest of its image. */
function containerIn({ properties }: WorldAlert): readonly string[] {
  const entities = properties.entities as readonly Json[];
  const container = entities.find(({ type }) => type === "container");
  if (!container) {
    return [];
  }
  const image = jsonOf(container.image);
  const { imageId } =
    image.$ref === undefined ? image : (entities.find(({ $id }) => $id === image.$ref) ?? image);
  return [`${String(container.name)} ${String(imageId).split("@")[1] ?? "no digest"}`];
}

test("the image behind every alert was scanned, and has findings unless nothing is in it", () => {
  for (const world of worlds) {
    const components = new Map<string, boolean | undefined>(
      world.clusters.flatMap((cluster) => {
        const rows = groupBy(containersOf(world, cluster), (row) => workloadKeyOf(world, row));
        const vulnerable = vulnerableIdsOf(world, cluster);
        return cluster.workloads.flatMap(({ namespace, name, image }) => {
          const [row] = rows.get(`${namespace}/${name}`) ?? [];
          const isAsExpected = row && vulnerable.has(resourceOf(row)) === image.families.length > 0;
          return row ? [[`${name} ${placeIn(world, row).digest}`, isAsExpected] as const] : [];
        });
      }),
    );
    const named = world.alerts.flatMap(containerIn);
    expect(named.length).toBeGreaterThan(42);
    expect(named.filter((container) => components.get(container) !== true)).toEqual([]);
  }
});

test("what nothing can be wrong with has one row, healthy and about no package", () => {
  for (const world of worlds) {
    const empty = mainOf(world).workloads.filter(({ image }) => image.families.length === 0);
    expect(empty.length).toBeGreaterThan(0);
    for (const { image } of empty) {
      const rows = containersOf(world, mainOf(world)).filter(
        (row) => placeIn(world, row).digest === image.digest,
      );
      expect(rows.map((row) => [codeOf(row), cveIdsOf(row), read(softwareOf(row), "SoftwareName")])).toEqual([
        ["Healthy", [], undefined],
      ]);
    }
  }
});

test("the same image has the same packages and vulnerabilities wherever it runs", () => {
  for (const world of worlds) {
    const rows = world.clusters.flatMap((cluster) => containersOf(world, cluster)).filter(isIndividual);
    const images = groupBy(rows, (row) => placeIn(world, row).digest);
    const shared = [...images.values()].flatMap((ofImage) => {
      const components = [...groupBy(ofImage, resourceOf).values()];
      const contents = components.map((component) =>
        component
          .map((row) => `${String(read(softwareOf(row), "SoftwareName"))} ${cveIdsOf(row).join()}`)
          .sort(),
      );
      for (const content of contents) {
        expect(content).toEqual(contents[0]);
      }
      return components.length > 1 ? [components.length] : [];
    });
    // Some images are shared, or this would hold of nothing.
    expect(Math.max(...shared)).toBeGreaterThanOrEqual(4);
  }
});

test("a package has the same vulnerabilities in every world", () => {
  const named = worlds.flatMap(({ assessments }) =>
    assessments
      .filter((row) => isIndividual(row) && cvesOf(row).length > 0)
      .map((row) => {
        const software = softwareOf(row);
        const name = ["SoftwareName", "SoftwareVendor", "OsPlatform"]
          .map((key) => String(read(software, key)))
          .join(" ");
        return { name, content: String(read(software, "CvesDetails")) };
      }),
  );
  const packages = groupBy(named, ({ name }) => name);
  expect(packages.size).toBeGreaterThan(60);
  for (const [name, rows] of packages) {
    expect([name, new Set(rows.map(({ content }) => content)).size]).toEqual([name, 1]);
  }
});

test("no vulnerability has a number that CVE could have assigned, nor occurs twice in a row", () => {
  for (const world of worlds) {
    const lists = [...world.assessments.map(cveIdsOf), rowsOf(world, subAssessments).map(cveIdOf)];
    const ids = [...new Set(lists.flat())];
    const numbers = ids.map((id) => Number(/^CVE-20\d\d-(\d+)$/.exec(id)?.[1]));
    expect(numbers.filter((number) => !(number >= 900_000))).toEqual([]);
    expect(numbers.length).toBeGreaterThan(800);
    expect(lists.slice(0, -1).filter((list) => new Set(list).size < list.length)).toEqual([]);
  }
});

test("a row of the individual model is about one package, as it is installed, and as bad as its worst", () => {
  for (const world of worlds) {
    for (const cluster of world.clusters) {
      const rows = assessmentsOf(world, cluster).filter((row) => isIndividual(row) && cvesOf(row).length > 0);
      const keys = rows.map(
        (row) =>
          `${resourceOf(row)} ${String(read(softwareOf(row), "SoftwareVendor"))} ${String(read(softwareOf(row), "SoftwareName"))}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
      const levels = rows.map((row) => {
        const severities = cvesOf(row).map(({ Severity }) => Severity);
        return ["Critical", "High", "Medium", "Low"].find((level) => severities.includes(level)) ?? "Low";
      });
      expect(rows.map((row) => metadataOf(row).severity)).toEqual(levels);
      expect(new Set(rows.map(codeOf))).toEqual(new Set(["Unhealthy"]));
      const versions = rows.map((row) => read(softwareOf(row), "DetectedSoftwareVersions"));
      expect(versions.filter((text) => !/^\["[^"]+"\]$/.test(String(text)))).toEqual([]);
    }
  }
});

test("healthy rows carry no vulnerabilities, with anything to scan or without", () => {
  for (const world of worldsOf({ clusterScan: "passes" }, 6)) {
    const healthy = assessmentsOf(world, mainOf(world)).filter((row) => codeOf(row) !== "Unhealthy");
    expect(
      healthy.filter((row) => read(softwareOf(row), "SoftwareName") !== undefined).length,
    ).toBeGreaterThan(60);
    expect(healthy.filter((row) => cveIdsOf(row).length > 0)).toEqual([]);
    expect(rowsOf(world, subAssessments).filter(isAbout(mainOf(world)))).toEqual([]);
  }
});

test("all the forms occur that the service writes", () => {
  const form = (value: unknown, name: string) =>
    value === undefined
      ? []
      : [`${typeof value} ${read(jsonOf(value), name) === jsonOf(value)[name] ? "Pascal" : "camel"}`];
  for (const world of worlds) {
    const rows = containersOf(world, mainOf(world)).filter(isIndividual);
    const forms = (property: string, name: string) =>
      [...new Set(rows.flatMap(({ properties }) => form(properties[property], name)))].sort();
    expect(forms("resourceAdditionalData", "Digest")).toEqual([
      "object Pascal",
      "object camel",
      "string Pascal",
      "string camel",
    ]);
    expect(forms("additionalData", "SoftwareName")).toEqual(["object Pascal", "object camel"]);
  }
});

test("what the service may leave out is omitted now and then", () => {
  for (const world of worlds) {
    const cves = containersOf(world, mainOf(world)).flatMap(cvesOf);
    const isFixable = (cve: (typeof cves)[number]) => cve.FixStatus === "FixAvailable";
    const some = {
      unrated: cves.filter(({ Severity }) => Severity === ""),
      unscored: cves.filter(({ Cvss }) => (Cvss as readonly unknown[]).length === 0),
      fixed: cves.filter((cve) => isFixable(cve) && cve.FixedVersion !== ""),
      claimed: cves.filter((cve) => isFixable(cve) && cve.FixedVersion === ""),
      unfixed: cves.filter(({ FixStatus }) => FixStatus === "NoFix" || FixStatus === "WillNotFix"),
    };
    expect(Object.entries(some).flatMap(([name, found]) => (found.length === 0 ? name : []))).toEqual([]);
    expect(some.unfixed.filter(({ FixedVersion }) => FixedVersion !== "")).toEqual([]);
    expect(some.fixed.length + some.claimed.length + some.unfixed.length).toBe(cves.length);
    for (const level of ["Critical", "High", "Medium", "Low"]) {
      expect(cves.some(({ Severity }) => Severity === level)).toBe(true);
    }
  }
});

/** Bounds of the qualitative scale of CVSS 3.1. */
const bounds: Readonly<Record<string, readonly [number, number]>> = {
  Critical: [9, 10],
  High: [7, 8.9],
  Medium: [4, 6.9],
  Low: [0.1, 3.9],
};

test("severity, score, year and dates of a vulnerability agree", () => {
  const all = new Map(
    worlds.flatMap(({ assessments }) => assessments.flatMap(cvesOf)).map((cve) => [JSON.stringify(cve), cve]),
  );
  expect(all.size).toBeGreaterThan(800);
  const disagreeing = [...all.values()].filter(({ CveId, Severity, Cvss, PublishedDate }) => {
    const [rating] = Cvss as readonly { readonly Value: { readonly Base: number } }[];
    const [least = NaN, most = NaN] = bounds[String(Severity)] ?? [];
    const isRated = rating !== undefined && rating.Value.Base >= least && rating.Value.Base <= most;
    const isUnrated = rating === undefined && Severity === "";
    const isOfItsYear = String(CveId).slice(4, 8) === String(PublishedDate).slice(0, 4);
    return !(isRated || isUnrated) || !isOfItsYear || Date.parse(String(PublishedDate)) >= now.getTime();
  });
  expect(disagreeing).toEqual([]);
});

test("one workload has rows of both models, another of the grouped model alone", () => {
  for (const world of worlds) {
    const main = mainOf(world);
    const individual = groupBy(containersOf(world, main).filter(isIndividual), resourceOf);
    const grouped = groupBy(groupedOf(world, main), resourceOf);
    const [both, alone] = [true, false].map((isBoth) =>
      [...grouped.keys()].filter((id) => individual.has(id) === isBoth),
    );
    expect([both?.length, alone?.length]).toEqual([1, 1]);
    const [id = ""] = both ?? [];
    const known = individual.get(id)?.flatMap(cveIdsOf) ?? [];
    const told = grouped.get(id)?.map(cveIdOf) ?? [];
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((cve) => !known.includes(cve))).toEqual([]);
  }
});

test("sub-assessments stand under an unhealthy assessment of the same resource", () => {
  for (const world of worlds) {
    const parents = new Map(world.assessments.map((assessment) => [assessment.id, assessment]));
    const rows = rowsOf(world, subAssessments);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const strays = rows.filter((row) => {
      const parent = parents.get(row.id.split("/subassessments/")[0] ?? "");
      const isGrouped = parent && !isIndividual(parent) && isUnhealthy(parent);
      return !isGrouped || jsonOf(row.properties.resourceDetails).id !== resourceOf(parent);
    });
    expect(strays).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  }
});

test("findings of node pools sit on the scale sets in the node resource group", () => {
  for (const world of worlds) {
    const rows = world.assessments.filter((row) => typeOf(row) === "virtualMachineScaleSets");
    const rated = groupBy(rows, resourceOf);
    const pools = world.clusters.flatMap((cluster) => cluster.pools.map((pool) => ({ cluster, pool })));
    expect([...rated.keys()].sort()).toEqual(pools.map(({ pool }) => pool.scaleSetId).sort());
    for (const { cluster, pool } of pools) {
      const [subscription] = cluster.id.split("/resourceGroups/");
      const place = `${subscription}/resourceGroups/${cluster.nodeResourceGroup}/providers/Microsoft.Compute/virtualMachineScaleSets/aks-${pool.name}-`;
      expect(pool.scaleSetId.startsWith(place)).toBe(true);
      expect(rated.get(pool.scaleSetId)?.map(codeOf)).toEqual(["Unhealthy"]);
      const found = rowsOf(world, subAssessments).filter((row) => resourceOf(row) === pool.scaleSetId);
      expect(found.length).toBeGreaterThan(30);
      for (const { properties } of found) {
        const { aggregateServerResourceMetadata, affectedNodes } = jsonOf(properties.additionalData);
        expect(aggregateServerResourceMetadata).toEqual({
          managedAggregateResourceId: cluster.id,
          managedPoolName: pool.name,
        });
        const nodes = pool.nodes.map((_, index) => `${pool.scaleSetId}/virtualMachines/${index}`);
        expect(nodes).toEqual(expect.arrayContaining([...(affectedNodes as readonly string[])]));
        expect(properties.id).toMatch(/^D[0-9A-Z]{5}$/);
      }
    }
  }
});
