import { generateCompliance } from "./generateCompliance";
import { jsonOf } from "../../jsonParts";
import { shownFindings } from "../Pricings/planEffects";
import { evaluatedPools, withoutSolved } from "./poolEvaluations";
import type { Cluster, World, WorldAssessment } from "../../world";

interface Verdict {
  readonly passes: boolean;
  readonly since: Date;
}

/**
 * The assessments as Defender for Cloud evaluated them last: it sees what was changed in a cluster and in its node pools
 * `world.evaluationDelaySeconds` later. The very list of the world when it has not seen any change.
 */
function currentAssessments(world: World, now: Date): readonly WorldAssessment[] {
  const verdicts = new Map(world.clusters.flatMap((cluster) => verdictsOn(cluster, world, now)));
  const assessments =
    verdicts.size === 0
      ? world.assessments
      : world.assessments.map((assessment) => judged(assessment, verdicts.get(assessment.id)));
  return evaluatedPools(world, assessments, now);
}

/**
 * The world as Defender for Cloud shows it: what its plans let it find, how it evaluated that last, and the compliance that
 * rests on it.
 */
export function asEvaluated(world: World, now: Date): World {
  const found = asFound(world, now);
  const assessments = currentAssessments(found, now);
  if (assessments === found.assessments) {
    return found;
  }
  const others = found.securityRows.filter(
    ({ type }) => !type.startsWith("microsoft.security/regulatorycompliance"),
  );
  return {
    ...found,
    assessments,
    securityRows: [
      ...withoutSolved(assessments, others),
      ...generateCompliance(world.subscriptionId, assessments),
    ],
  };
}

/** The world with what its plans let it find. */
function asFound(world: World, now: Date): World {
  const { assessments, rows } = shownFindings(world, now);
  return assessments === world.assessments ? world : { ...world, assessments, securityRows: rows };
}

/** What was found of a cluster since it was changed, by id of the assessment. */
function verdictsOn(
  { id, state }: Cluster,
  { evaluationDelaySeconds }: World,
  now: Date,
): readonly (readonly [string, Verdict])[] {
  const verdicts = new Map<string, Verdict>();
  for (const { at, passes } of state.changes) {
    const seenAt = new Date(at.getTime() + evaluationDelaySeconds * 1000);
    for (const [key, isPassed] of Object.entries(passes)) {
      if (seenAt <= now && verdicts.get(key)?.passes !== isPassed) {
        verdicts.set(key, { passes: isPassed, since: seenAt });
      }
    }
  }
  return [...verdicts].map(([key, verdict]) => [
    `${id}/providers/Microsoft.Security/assessments/${key}`,
    verdict,
  ]);
}

function judged(assessment: WorldAssessment, verdict: Verdict | undefined): WorldAssessment {
  const { properties } = assessment;
  const { firstEvaluationDate, ...status } = jsonOf(properties.status);
  const code = verdict?.passes === true ? "Healthy" : "Unhealthy";
  if (!verdict || status.code === code) {
    return assessment;
  }
  return {
    ...assessment,
    properties: {
      ...properties,
      status: { code, firstEvaluationDate, statusChangeDate: verdict.since.toISOString() },
    },
  };
}
