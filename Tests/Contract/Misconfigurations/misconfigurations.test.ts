import { countLevels, recommendationLevels } from "../../../Client/Core/level";
import { lifecycleOf, remedyKeyOf } from "../../../Client/Core/recommendationLifecycle";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { failureOfCall, withServices } from "../../Support/withServices";

interface Properties {
  readonly status: { readonly code: string };
  readonly metadata: { readonly recommendationCategory: string };
}

/** The grouped recommendation about the vulnerabilities of containers, which has no category of its own. */
const groupedVulnerabilities = "c5045ea3-afc6-4006-ab8f-86c8574dbf3d";

/** What the world itself says is wrong with the cluster's configuration. */
function expectedIds({ world, clusterId }: ArmEmulator): readonly string[] {
  return world.assessments
    .filter(({ id, name, properties }) => {
      const { status, metadata } = properties as unknown as Properties;
      const isOurs = id.startsWith(`${clusterId}/`);
      const isVulnerability =
        ["SoftwareUpdate", "ServiceUpgrade"].includes(metadata.recommendationCategory) ||
        name === groupedVulnerabilities;
      return isOurs && status.code === "Unhealthy" && !isVulnerability;
    })
    .map(({ id }) => id);
}

test("the unhealthy recommendations of this cluster, no vulnerability and no neighbor's, worst first", async () => {
  await withServices("busy", async ({ misconfigurations }, emulator) => {
    const page = await misconfigurations.listPage(undefined);
    expect(page.items.map(({ id }) => id).sort()).toEqual([...expectedIds(emulator)].sort());
    expect(page.items.length).toBeGreaterThan(10);
    expect(page).toMatchObject({ total: page.items.length, gaps: [], next: undefined });
    const ranks = page.items.map(({ level }) => recommendationLevels.indexOf(level));
    expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
    expect(page.levels).toEqual(countLevels(page.items, ({ level }) => level));
    expect(new Set(page.items.map(({ ranking }) => ranking))).toEqual(new Set(["risk"]));
  });
});

test("each has details with texts and a link", async () => {
  await withServices("busy", async ({ misconfigurations }) => {
    const { items } = await misconfigurations.listPage(undefined);
    const [first] = items;
    const details = await misconfigurations.get(first?.id ?? "");
    expect(details).toMatchObject({ ...first, changed: expect.any(Date) as Date });
    expect(details.descriptionHtml).not.toBe("");
    expect(details.remediationHtml).toContain("<ol>");
    expect(details.portalLink).toMatch(/^https:\/\/portal\.azure\.com\//);
  });
});

test("a deprecated recommendation and its successor side by side have the same remedy", async () => {
  await withServices("busy", async ({ misconfigurations }) => {
    const { items } = await misconfigurations.listPage(undefined);
    const replacing = items.filter((one) => lifecycleOf(one) === "successor");
    expect(replacing.length).toBeGreaterThan(1);
    for (const successor of replacing) {
      const { key, policyId } = successor;
      const replaced = items.find((one) => one.key === remedyKeyOf(successor));
      expect([key, replaced && lifecycleOf(replaced)]).toEqual([key, "deprecated"]);
      expect(policyId).toBe(replaced?.policyId);
      expect(await misconfigurations.get(successor.id)).toMatchObject({ policyId });
    }
  });
});

test("another cluster's recommendation is not found", async () => {
  await withServices("busy", async ({ misconfigurations }, { world, clusterId }) => {
    const foreign = world.assessments.find(({ id }) => !id.startsWith(`${clusterId}/`));
    expect(await failureOfCall(misconfigurations.get(foreign?.id ?? ""))).toMatchObject({ kind: "notFound" });
  });
});

test("healthy: none", async () => {
  await withServices("healthy", async ({ misconfigurations }) => {
    expect(await misconfigurations.listPage(undefined)).toMatchObject({ total: 0, items: [], levels: {} });
  });
});

test("no-access: refused", async () => {
  await withServices("no-access", async ({ misconfigurations }) => {
    expect(await failureOfCall(misconfigurations.listPage(undefined))).toMatchObject({ kind: "forbidden" });
  });
});
