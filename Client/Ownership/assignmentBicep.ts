import { apiVersion } from "../Core/apiVersionTable";
import { bicepCluster, bicepValue } from "../Core/bicepText";
import type { ClusterScope } from "../Core/clusterScope";
import { asSent, Reference } from "../Core/codeValue";
import { readableLine } from "../Core/visibleText";
import type { AssignmentChange } from "./assignment";
import { withChange } from "./assignmentFromWire";
import { firstName } from "./assignmentName";
import type { UnderlyingAssessment } from "./underlyingAssessment";

interface AssignmentsInBicep {
  /** The file; `undefined`: none of the assessments can be in it. */
  readonly text: string | undefined;
  /** How many assessments are not in it: Bicep has no type for the resource that they are about. */
  readonly left: number;
}

/** New owners of assessments as a Bicep file, for a deployment to the cluster's resource group. `now` decides due dates by level. */
export function bicepOfAssignments(
  cluster: ClusterScope,
  assessments: readonly UnderlyingAssessment[],
  change: AssignmentChange,
  now: Date,
): AssignmentsInBicep {
  const ofCluster = assessments.filter(({ id }) => isOf(cluster, id));
  const parts = ofCluster.map(({ id, title, level }, index) => {
    const number = index + 1;
    const key = id.split("/").at(-1) ?? "";
    const existing = { scope: new Reference("cluster"), name: key };
    const owner = {
      parent: new Reference(`assessment${number}`),
      name: firstName(id),
      properties: asSent(withChange({}, change, level, now)),
    };
    return [
      `// ${readableLine(title)}`,
      `resource assessment${number} '${types.assessment}' existing = ${bicepValue(existing)}`,
      `resource owner${number} '${types.assignment}' = ${bicepValue(owner)}`,
      "",
    ].join("\n");
  });
  return {
    text: parts.length === 0 ? undefined : [bicepCluster(cluster.name), ...parts].join("\n"),
    left: assessments.length - ofCluster.length,
  };
}

const types = {
  assessment: `Microsoft.Security/assessments@${apiVersion("assessmentsInBicep")}`,
  assignment: `Microsoft.Security/assessments/governanceAssignments@${apiVersion("governance")}`,
} as const;

/** Whether an assessment is about the cluster itself, and not about something in it. */
function isOf({ id: clusterId }: ClusterScope, assessmentId: string): boolean {
  const [before, key] = assessmentId.toLowerCase().split("/providers/microsoft.security/assessments/");
  return before === clusterId.toLowerCase() && key !== undefined && !key.includes("/");
}
