import type { WorldPlan } from "../../worldPlan";
import { generateAssessments } from "./generateAssessments";
import { generateVulnerabilities } from "./generateVulnerabilities";
import { createRandom } from "../../random";
import type { Cluster, SecurityFindings, Unseen } from "../../world";

/** What a plan that is off would find. Where a plan looks already, only alerts are left to come. */
export function generateUnseen(clusters: readonly Cluster[], plan: WorldPlan): Unseen {
  const { seed, plans, unseenAlerts = 0 } = plan;
  const isSeen = plans.containers.isOn || plans.hasCspm;
  const findings = isSeen ? [] : findingsIn(clusters, plan);
  return {
    alerts: unseenAlerts,
    seed: seed + 20,
    assessments: findings.flatMap(({ assessments }) => assessments),
    rows: findings.flatMap(({ rows }) => rows),
  };
}

function findingsIn(clusters: readonly Cluster[], { seed, now }: WorldPlan): readonly SecurityFindings[] {
  const random = createRandom(seed + 21);
  const plan = { passes: false, hasCspm: false, now };
  return clusters.map((cluster) => {
    const configuration = generateAssessments(cluster, plan, random);
    const { assessments, rows } = generateVulnerabilities(cluster, plan, random);
    return { assessments: [...configuration, ...assessments], rows };
  });
}
