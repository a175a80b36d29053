import { isHealthy } from "./assessment";
import type { NodePool, SecurityRow, World, WorldAssessment } from "../../world";

/**
 * Assessments as they are at a time, where an upgrade of the node image has changed them: what was vulnerable on the nodes is
 * healthy once they have been scanned, `world.evaluationDelaySeconds` later. The very list that was given when none has been.
 */
export function evaluatedPools(
  { clusters, evaluationDelaySeconds }: Pick<World, "clusters" | "evaluationDelaySeconds">,
  assessments: readonly WorldAssessment[],
  now: Date,
): readonly WorldAssessment[] {
  const scanned = clusters
    .flatMap(({ pools }) => pools)
    .filter((pool) => isScanned(pool, now, evaluationDelaySeconds));
  if (scanned.length === 0) {
    return assessments;
  }
  return assessments.map((assessment) => {
    const pool = scanned.find(({ scaleSetId }) => assessment.id.startsWith(`${scaleSetId}/providers/`));
    return pool?.state.imageChangedAt ? healthy(assessment, pool.state.imageChangedAt) : assessment;
  });
}

function isScanned({ state }: NodePool, now: Date, delaySeconds: number): boolean {
  return (
    state.imageChangedAt !== null && now.getTime() - state.imageChangedAt.getTime() >= delaySeconds * 1000
  );
}

/** Healthy assessments have neither a risk nor a score. */
function healthy(assessment: WorldAssessment, changed: Date): WorldAssessment {
  const { risk: _risk, additionalData, status, ...properties } = assessment.properties;
  const { maxCvss30Score: _score, ...data } = recordOf(additionalData);
  return {
    ...assessment,
    properties: {
      ...properties,
      status: { ...recordOf(status), code: "Healthy", statusChangeDate: changed.toISOString() },
      additionalData: data,
    },
  };
}

/** Rows without the sub-assessments of what is healthy: the service takes them away with the scan that finds nothing. */
export function withoutSolved(
  assessments: readonly WorldAssessment[],
  rows: readonly SecurityRow[],
): readonly SecurityRow[] {
  const solved = new Set(assessments.filter(isHealthy).map(({ id }) => id));
  return rows.filter(({ id }) => !solved.has(id.slice(0, id.lastIndexOf("/subassessments/"))));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {}; // JSON objects have texts as keys.
}
