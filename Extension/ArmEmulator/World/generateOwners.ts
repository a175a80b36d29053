import type { Random } from "./random";
import type { Person, SecurityRow, WorldAssessment } from "./world";

const day = 86_400_000;

/**
 * Who has to mend what, and until when (`governanceAssignments` 2022-01-01-preview as Resource Graph shows them). Whole
 * resources have one owner; about every third has none, and now and then one of its findings belongs to somebody else.
 */
export function generateOwners(
  assessments: readonly WorldAssessment[],
  people: readonly Person[],
  now: Date,
  random: Random,
): readonly SecurityRow[] {
  const plans = new Map<string, { readonly owner: Person | undefined; readonly due: Date }>();
  return assessments.filter(isUnhealthy).flatMap((assessment) => {
    const [resource = ""] = assessment.id.split("/providers/Microsoft.Security/");
    // Recommendations about one cluster have owners one by one.
    const key = /\/managedClusters\/[^/]+$/.test(resource) ? assessment.id : resource;
    const plan = plans.get(key) ?? {
      owner: random.oneIn(3) ? undefined : random.pick(people),
      due: new Date(now.getTime() + (random.whole(60) - 15) * day),
    };
    plans.set(key, plan);
    const owner = random.oneIn(40) ? random.pick(people) : plan.owner;
    return owner ? [assignment(assessment, owner, plan.due, random)] : [];
  });
}

function isUnhealthy({ properties }: WorldAssessment): boolean {
  return (properties.status as { readonly code: string }).code === "Unhealthy";
}

function assignment({ id }: WorldAssessment, owner: Person, due: Date, random: Random): SecurityRow {
  const name = random.guid();
  return {
    id: `${id}/governanceAssignments/${name}`,
    name,
    type: "microsoft.security/assessments/governanceassignments",
    properties: {
      assignedResourceId: id.toLowerCase(),
      owner: owner.email,
      remediationDueDate: due.toISOString(),
      isGracePeriod: random.oneIn(4),
    },
  };
}
