import { countLevels, recommendationLevels } from "../../../Client/Core/level";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import type { World, WorldAssessment } from "../../../Extension/ArmEmulator/World/world";
import { turnedOff } from "../../../Extension/ArmEmulator/World/Security/Assessments/statusPerInitiative";
import { failureOfCall, withServices } from "../../Support/withServices";

type Json = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown) => (value ?? {}) as Json;
const regulatory =
  /\/regulatoryComplianceStandards\/([^/]+)\/regulatoryComplianceControls\/([^/]+)\/regulatoryComplianceAssessments\/([^/]+)$/;

interface Triple {
  readonly id: string;
  readonly standard: string;
  readonly control: string;
  readonly isCategory: boolean;
  readonly state: unknown;
  /** Assessments of the main cluster, its containers and its machines that the triple rests on. */
  readonly underlying: readonly WorldAssessment[];
}

/** In the standard, where the assessment says how it stands there. */
const statusIn = (standard: string, { properties }: WorldAssessment) => {
  const entries = (properties.statusPerInitiative ?? []) as readonly Json[];
  const entry = entries.find((one) => one.policyInitiativeName === standard.replaceAll("-", " "));
  return objectOf(entry?.assessmentStatus ?? properties.status).code;
};
const failingIn = ({ underlying, standard }: Triple) =>
  underlying.filter((one) => statusIn(standard, one) === "Unhealthy");
const isFailing = (triple: Triple) => failingIn(triple).length > 0;

/** Rows of the standards that Defender for Cloud can assess and that say something about the main cluster. */
function triplesOf(world: World): readonly Triple[] {
  const main = world.clusters.find(({ id }) => id === world.mainClusterId);
  const places = [`${main?.id}/`, `/resourceGroups/${main?.nodeResourceGroup}/`].map((text) =>
    text.toLowerCase(),
  );
  const own = world.assessments.filter(({ id }) => places.some((place) => id.toLowerCase().includes(place)));
  return world.securityRows
    .flatMap(({ id, properties }): Triple[] => {
      const [, standard = "", control = "", name = ""] = regulatory.exec(id) ?? [];
      const isCategory = properties.assessmentType === "assessmentCategory";
      const underlying = own.filter((assessment) => {
        const category = objectOf(assessment.properties.metadata).recommendationCategory;
        return isCategory
          ? category === properties.description
          : category === "Unknown" && assessment.name === name;
      });
      return standard === ""
        ? []
        : [{ id, standard, control, isCategory, state: properties.state, underlying }];
    })
    .filter(({ underlying, state }) => underlying.length > 0 && state !== "Unsupported");
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  }
  return counts;
}

const fromCounts = (counts: ReadonlyMap<string, number> | undefined, ...without: readonly string[]) =>
  Object.fromEntries([...(counts ?? [])].filter(([value]) => !without.includes(value)));

test.each<[ScenarioName, "risk" | "severity"]>([
  ["busy", "risk"],
  ["cspm-off", "severity"],
])(
  "%s: what the cluster fails, by standard, control and recommendation, worst first",
  async (scenario, ranking) => {
    await withServices(scenario, async ({ compliance }, { world }) => {
      const page = await compliance.listPage(undefined);
      const triples = triplesOf(world);
      const failing = triples.filter(isFailing);
      expect(page.items.map(({ id }) => id).sort()).toEqual(failing.map(({ id }) => id).sort());
      expect(failing.length).toBeGreaterThan(20);
      expect(failing.length).toBeLessThan(triples.length);
      expect(page).toMatchObject({
        total: failing.length,
        evaluated: triples.length,
        gaps: [],
        next: undefined,
      });
      const ranks = page.items.map(({ level }) => recommendationLevels.indexOf(level));
      expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
      expect(page.levels).toEqual(countLevels(page.items, ({ level }) => level));
      expect(new Set(page.items.map((item) => item.ranking))).toEqual(new Set([ranking]));
    });
  },
);

test("busy: each row says how much fails behind it and which is among the worst of it", async () => {
  await withServices("busy", async ({ compliance }, { world }) => {
    const { items } = await compliance.listPage(undefined);
    const triples = new Map(triplesOf(world).map((triple) => [triple.id, triple]));
    for (const { id, failing, level, assessmentId, standard, control, title, controlTitle } of items) {
      const triple = triples.get(id);
      const unhealthy = triple ? failingIn(triple) : [];
      const riskOf = ({ properties }: WorldAssessment) => objectOf(properties.risk).level;
      const worst = recommendationLevels.find((one) => unhealthy.some((row) => riskOf(row) === one));
      expect([id, failing, level]).toEqual([id, unhealthy.length, worst]);
      expect(unhealthy.map((one) => one.id)).toContain(assessmentId);
      expect([standard, control]).toEqual([triple?.standard, triple?.control]);
      expect(title && controlTitle).not.toBe("");
    }
  });
});

test("busy: what one standard's initiative has turned off fails in the other standards only", async () => {
  await withServices("busy", async ({ compliance }, { world }) => {
    const { items } = await compliance.listPage(undefined);
    const rowsOf = triplesOf(world).filter(({ id }) => id.endsWith(`/${turnedOff.key}`));
    const listed = rowsOf.map((row) => [row.standard, items.some(({ id }) => id === row.id)]);
    expect(listed).toEqual(
      expect.arrayContaining([
        [turnedOff.standard, false],
        ["Microsoft-cloud-security-benchmark", true],
      ]),
    );
  });
});

test("busy: both ways in which a row names its recommendation, by key and by category", async () => {
  await withServices("busy", async ({ compliance }, { world }) => {
    const { items } = await compliance.listPage(undefined);
    const categories = new Set(
      triplesOf(world)
        .filter((one) => one.isCategory)
        .map(({ id }) => id),
    );
    const byCategory = items.filter(({ id }) => categories.has(id));
    const byKey = items.filter(({ id }) => !categories.has(id));
    expect(byKey.length).toBeGreaterThan(10);
    expect(new Set(byCategory.map(({ title }) => title))).toEqual(
      new Set(["Software update", "Service upgrade"]),
    );
    expect(Math.max(...byCategory.map(({ failing }) => failing))).toBeGreaterThan(100);
    expect(new Set(byKey.map(({ failing }) => failing))).toEqual(new Set([1]));
  });
});

test("busy: counts by standard, all of them and the failing ones; an unsupported standard is in none", async () => {
  await withServices("busy", async ({ compliance }, { world }) => {
    const page = await compliance.listPage(undefined);
    const triples = triplesOf(world);
    expect(fromCounts(page.counts.get("standard"))).toEqual(countBy(triples, ({ standard }) => standard));
    expect(fromCounts(page.counts.get("failingStandard"), "")).toEqual(
      countBy(triples.filter(isFailing), ({ standard }) => standard),
    );
    expect(world.securityRows.some(({ id }) => id.includes("PCI-DSS-v4.0"))).toBe(true);
    expect(JSON.stringify([...(page.counts.get("standard") ?? [])])).not.toContain("PCI");
    expect(page.items.filter(({ standard }) => standard.includes("PCI"))).toEqual([]);
  });
});

test("busy: a standard whose recommendations all pass is compliant", async () => {
  await withServices("busy", async ({ compliance }, { world }) => {
    const { counts } = await compliance.listPage(undefined);
    const failing = new Set(counts.get("failingStandard")?.keys());
    const compliant = [...(counts.get("standard")?.keys() ?? [])].filter((name) => !failing.has(name));
    const passing = triplesOf(world).filter(
      ({ standard }, _, all) => !all.some((one) => one.standard === standard && isFailing(one)),
    );
    expect(compliant.sort()).toEqual([...new Set(passing.map(({ standard }) => standard))].sort());
    expect(compliant).not.toEqual([]);
  });
});

test("busy: the details say what else the same fix satisfies", async () => {
  await withServices("busy", async ({ compliance }, { world }) => {
    const { items } = await compliance.listPage(undefined);
    const some = [items[0], items.find(({ title }) => title === "Software update"), items.at(-1)];
    for (const issue of some.filter((one) => one !== undefined)) {
      const details = await compliance.get(issue);
      const others = triplesOf(world)
        .filter(({ id, isCategory, underlying }) => {
          const isSame = isCategory
            ? issue.title.replace(" ", "").toLowerCase() === issue.recommendation &&
              underlying.some((one) => one.id === issue.assessmentId)
            : id.toLowerCase().endsWith(`/${issue.recommendation}`);
          return isSame && id !== issue.id;
        })
        .map(({ standard, control }) => `${standard.replaceAll("-", " ")}: ${control}`);
      const listed = details.alsoSatisfies.flatMap(({ standard, controls }) =>
        controls.map((control) => `${standard}: ${control}`),
      );
      expect(others).not.toEqual([]);
      expect([...listed].sort()).toEqual([...others].sort());
      expect(details.descriptionHtml).not.toBe("");
      expect(details.remediationHtml).not.toBe("");
      expect(details.portalLink).toMatch(/^https:\/\/portal\.azure\.com\//);
    }
  });
});

test("an issue whose assessment is gone is not found", async () => {
  await withServices("busy", async ({ compliance }) => {
    const { items } = await compliance.listPage(undefined);
    const [issue] = items;
    expect(issue).toBeDefined();
    const gone = { ...issue, assessmentId: "it's gone" } as (typeof items)[number];
    expect(await failureOfCall(compliance.get(gone))).toMatchObject({ kind: "notFound" });
  });
});

test("healthy: the cluster fails nothing, and much was checked", async () => {
  await withServices("healthy", async ({ compliance }, { world }) => {
    const page = await compliance.listPage(undefined);
    expect(page).toMatchObject({ items: [], total: 0, levels: {}, evaluated: triplesOf(world).length });
    expect(page.evaluated).toBeGreaterThan(20);
    // Neighbors fail: the state of the subscription is not that of the cluster.
    expect(triplesOf(world).some(({ state }) => state === "Failed")).toBe(true);
    expect(fromCounts(page.counts.get("failingStandard"), "")).toEqual({});
  });
});

test("never-scanned: nothing was checked", async () => {
  await withServices("never-scanned", async ({ compliance }) => {
    expect(await compliance.listPage(undefined)).toMatchObject({ items: [], total: 0, evaluated: 0 });
  });
});

test("no-access: refused", async () => {
  await withServices("no-access", async ({ compliance }) => {
    expect(await failureOfCall(compliance.listPage(undefined))).toMatchObject({ kind: "forbidden" });
  });
});
