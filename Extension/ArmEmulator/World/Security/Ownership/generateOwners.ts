import { isHealthy, isUnhealthy, resourceIdOf } from "../Assessments/assessment";
import type { GovernanceAssignment } from "./governanceAssignment";
import { newAssignment } from "./assignmentHistory";
import { jsonOf } from "../../jsonParts";
import type { Random } from "../../random";
import type { Person, WorldAssessment } from "../../world";

const day = 86_400_000;

/** When an assignment is due, and chance for what it says besides. */
interface Assigning {
  readonly due: Date;
  readonly now: Date;
  readonly random: Random;
  readonly extras: Random;
}

/**
 * Owners and due dates (`governanceAssignments` 2022-01-01-preview). Whole resources have one owner; about
 * every third has none, and now and then one of its findings has another owner. `extras` is chance for what only some
 * assignments say.
 */
export function generateOwners(
  assessments: readonly WorldAssessment[],
  people: readonly Person[],
  now: Date,
  random: Random,
  extras: Random,
): readonly GovernanceAssignment[] {
  const plans = new Map<string, { readonly owner: Person | undefined; readonly due: Date }>();
  return assessments.filter(isUnhealthy).flatMap((assessment) => {
    const resource = resourceIdOf(assessment);
    // Recommendations about one cluster have owners one by one.
    const key = /\/managedClusters\/[^/]+$/.test(resource) ? assessment.id : resource;
    const plan = plans.get(key) ?? {
      owner: random.oneIn(3) ? undefined : random.pick(people),
      due: dueDate(now, random),
    };
    plans.set(key, plan);
    const owner = random.oneIn(40) ? random.pick(people) : plan.owner;
    return owner ? [assign(assessment, owner, { due: plan.due, now, random, extras })] : [];
  });
}

/** Owners of what is healthy now: some recommendations about the cluster, and most of the packages that were updated. */
export function generateFormerOwners(
  clusterId: string,
  assessments: readonly WorldAssessment[],
  people: readonly Person[],
  now: Date,
  random: Random,
): readonly GovernanceAssignment[] {
  const healthy = assessments.filter(isHealthy);
  const ofCluster = healthy.filter((assessment) => resourceIdOf(assessment) === clusterId);
  const packages = healthy.filter(
    ({ id, properties }) =>
      id.startsWith(`${clusterId}/securityentitydata/`.toLowerCase()) &&
      "SoftwareName" in jsonOf(properties.additionalData),
  );
  const most = Math.ceil(packages.length * 0.8);
  return [...random.shuffled(ofCluster).slice(0, 3), ...random.shuffled(packages).slice(0, most)].map(
    (assessment) =>
      assign(assessment, random.pick(people), { due: dueDate(now, random), now, random, extras: random }),
  );
}

function dueDate(now: Date, random: Random): Date {
  return new Date(now.getTime() + (random.whole(60) - 15) * day);
}

function assign(
  assessment: WorldAssessment,
  { email }: Person,
  { due, now, random, extras }: Assigning,
): GovernanceAssignment {
  const assignment = newAssignment(assessment, random.guid());
  const properties = {
    owner: email,
    remediationDueDate: due.toISOString(),
    isGracePeriod: random.oneIn(4),
    ...moreOf(due, extras),
  };
  // Long enough ago for Resource Graph.
  return { ...assignment, versions: [{ properties, at: new Date(now.getTime() - day) }] };
}

/** What an assignment may say besides, each of it now and then. */
function moreOf(due: Date, extras: Random): Readonly<Record<string, unknown>> {
  const ticketNumber = 10_000 + extras.whole(90_000);
  const eta = new Date(due.getTime() + (1 + extras.whole(14)) * day).toISOString();
  const disableManagerEmailNotification = extras.oneIn(2);
  return {
    ...(extras.oneIn(8) ? { remediationEta: { eta, justification: extras.pick(justifications) } } : {}),
    ...(extras.oneIn(6)
      ? {
          governanceEmailNotification: {
            disableManagerEmailNotification,
            disableOwnerEmailNotification: !disableManagerEmailNotification,
          },
        }
      : {}),
    ...(extras.oneIn(6)
      ? {
          additionalData: {
            ticketNumber,
            ticketLink: `https://contoso.service-now.com/incident.do?number=INC${ticketNumber}`,
            ticketStatus: extras.pick(["New", "Active", "Closed"]),
          },
        }
      : {}),
  };
}

const justifications = [
  "The fix waits for the next release of the base image.",
  "The maintenance window was moved.",
  "The vendor has not published a fixed version yet.",
];
