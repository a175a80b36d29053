import { asEvaluated } from "../../../Extension/ArmEmulator/World/Security/Assessments/currentAssessments";
import { clusterBody } from "../../../Extension/ArmEmulator/World/ContainerService/clusterBody";
import {
  writeCluster,
  writeSetting,
} from "../../../Extension/ArmEmulator/World/ContainerService/writeCluster";
import type { Json, World } from "../../../Extension/ArmEmulator/World/world";
import { codeOf, jsonOf } from "./readFindings";
import { mainOf, now, worldOf } from "./worlds";

const ranges = "1a2b5b4c-f80d-46e7-ac81-b51a9fb363de";
const logs = "bb318338-de6a-42ff-8428-8274c897d564";
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

const ratingOf = (world: World, key: string, at: Date) =>
  asEvaluated(world, at).assessments.find(
    ({ id }) => id === `${mainOf(world).id}/providers/Microsoft.Security/assessments/${key}`,
  );
const codeAt = (world: World, key: string, at: Date) => {
  const found = ratingOf(world, key, at);
  return found && codeOf(found);
};

function writeRanges(world: World, authorizedIPRanges: readonly string[], at: Date): void {
  const body = clusterBody(mainOf(world));
  const properties = { ...(body.properties as Json), apiServerAccessProfile: { authorizedIPRanges } };
  writeCluster(mainOf(world), { ...body, properties }, at);
}

test("as long as nothing is written, the assessments are those of the world, in every kind of world", () => {
  for (const clusterScan of ["fails", "passes"] as const) {
    const world = worldOf(1, { clusterScan });
    expect(asEvaluated(world, later(1e6))).toBe(world);
  }
});

test.each(["fails", "passes"] as const)("%s: a write that changes nothing turns nothing", (clusterScan) => {
  const world = worldOf(1, { clusterScan });
  for (const cluster of world.clusters) {
    writeCluster(cluster, clusterBody(cluster), now);
  }
  expect(asEvaluated(world, later(60)).assessments).toEqual(world.assessments);
});

test("a change is seen the delay later, dated so, and again when it is taken back", () => {
  const world = worldOf(1, { evaluationDelaySeconds: 30 });
  writeRanges(world, ["20.0.0.0/8"], now);
  expect([29, 30].map((seconds) => codeAt(world, ranges, later(seconds)))).toEqual(["Unhealthy", "Healthy"]);
  writeRanges(world, ["20.0.0.0/8", "30.0.0.0/8"], later(100));
  const { statusChangeDate } = jsonOf(ratingOf(world, ranges, later(500))?.properties.status);
  expect(statusChangeDate).toBe(later(30).toISOString());
  writeRanges(world, [], later(1000));
  expect([1029, 1030].map((seconds) => codeAt(world, ranges, later(seconds)))).toEqual([
    "Healthy",
    "Unhealthy",
  ]);
});

test("only what was changed turns, in the cluster that was changed", () => {
  const world = worldOf(1);
  const workspaceId = world.workspaces[0]?.id;
  const properties = { workspaceId, logs: [{ category: "guard", enabled: true }] };
  writeSetting(mainOf(world), { name: "x", properties }, now);
  const before = new Map(world.assessments.map((one) => [one.id, codeOf(one)]));
  const turned = asEvaluated(world, later(60)).assessments.filter(
    (one) => before.get(one.id) !== codeOf(one),
  );
  expect(turned.map(({ id }) => id)).toEqual([
    `${mainOf(world).id}/providers/Microsoft.Security/assessments/${logs}`,
  ]);
});

test("compliance is counted again, and nothing else of the rows is lost", () => {
  const world = worldOf(1);
  const ofRanges = (rows: World["securityRows"]) =>
    rows
      .filter(({ id }) => id.endsWith(`/regulatoryComplianceAssessments/${ranges}`))
      .map(({ properties }) => Number(properties.failedResources));
  writeRanges(world, ["20.0.0.0/8"], now);
  const evaluated = asEvaluated(world, later(60));
  expect(ofRanges(evaluated.securityRows)).toEqual(ofRanges(world.securityRows).map((failed) => failed - 1));
  expect(evaluated.securityRows.map(({ id }) => id).sort()).toEqual(
    world.securityRows.map(({ id }) => id).sort(),
  );
});
