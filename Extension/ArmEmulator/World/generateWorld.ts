import { alertTypes } from "./Security/Alerts/alertTypes";
import { clusterAlert, placeOf, sceneIn, type Estate } from "./Security/Alerts/clusterAlerts";
import { generateAlert } from "./Security/Alerts/generateAlert";
import { generateAssessments } from "./Security/Assessments/generateAssessments";
import { generateCluster } from "./ContainerService/generateCluster";
import { generateCompliance } from "./Security/Assessments/generateCompliance";
import { generateFinishedWork } from "./Security/Assessments/generateFinishedWork";
import { generateFormerOwners, generateOwners } from "./Security/Ownership/generateOwners";
import { generatePolicyAssignments } from "./Authorization/generatePolicyAssignments";
import { generateResourceAlert } from "./Security/Alerts/generateResourceAlert";
import { generateSuppressionRules, underRules } from "./Security/Suppression/generateSuppressionRules";
import { generateVulnerabilities } from "./Security/Assessments/generateVulnerabilities";
import { generateWorkspace } from "./OperationalInsights/generateWorkspace";
import { generateUnseen } from "./Security/Assessments/generateUnseen";
import { isFoundational } from "./Security/Pricings/planEffects";
import { remember } from "../Kql/remember";
import { beginHistory } from "./Security/Pricings/planHistory";
import type { GovernanceAssignment } from "./Security/Ownership/governanceAssignment";
import { machineFindings } from "./Security/Assessments/machineVulnerabilities";
import { prepareNodePools } from "./ContainerService/prepareNodePools";
import { createRandom, type Random } from "./random";
import { pickActivity } from "./Security/Alerts/suspiciousActivity";
import { largeClusterWorkloads, smallClusterWorkloads } from "./ContainerService/workloadPlans";
import type { Cluster, Person, Resource, SecurityFindings, Unseen, World, WorldAlert } from "./world";
import type { WorldPlan } from "./worldPlan";

const tenantId = "8d1f7a52-3b0e-4c9a-9d55-1f6d2e7c4b10";
const subscriptionId = "3f1c6b2e-7d84-4a59-9e20-5b8c0d9a1e47";
const managementGroupId = "/providers/Microsoft.Management/managementGroups/contoso";
const location = "westeurope";
const workspace = generateWorkspace(subscriptionId, location);
const people: readonly Person[] = [
  { name: "Ada Lovelace", email: "ada@contoso.com", objectId: "b3b0c7a4-5c3d-4b6e-8f21-0d9e6a7c1f52" },
  { name: "Grace Hopper", email: "grace@contoso.com", objectId: "0f6d1c9b-2a7e-4d35-8b10-9c4e7f2a6d81" },
  { name: "Deploy Bot", email: "deploy-bot@contoso.com", objectId: "5e9a3d70-6b1f-4c28-a7d4-2f8b0c6e9135" },
];

/** The first one is where the images of the workloads come from. */
const registries: readonly Resource[] = [
  resource("contoso-prod", "Microsoft.ContainerRegistry/registries", "contosoprod"),
  resource("contoso-dev", "Microsoft.ContainerRegistry/registries", "contosodev"),
];

const estate: Estate = { tenantId, subscriptionId, people };

/**
 * The emulated Azure. The first cluster is the main one; its neighbors are made to be confused with it: a name that begins
 * alike, the same name in another resource group.
 */
export function generateWorld(plan: WorldPlan): World {
  const { seed, now, plans, clusterAlerts, otherAlerts } = plan;
  const { graphLagSeconds = 4, evaluationDelaySeconds = 30 } = plan;
  const random = createRandom(seed);
  const [main, ...neighbors] = generateClusters(plan, random);
  const [engineer] = people;
  if (!main || !engineer) {
    throw new Error("The world has no main cluster.");
  }
  const isHardened = plan.clusterScan === "passes";
  Object.assign(main.state, { hasIpRanges: isHardened, keepsLogs: isHardened }, plan.clusterState);
  prepareNodePools(main, plan);
  const machines = generateMachines();
  const ofCluster = Array.from({ length: clusterAlerts }, (_, index) =>
    clusterAlert(estate, { main, neighbors, index, now }, random),
  );
  const ofOthers = Array.from({ length: otherAlerts }, (_, index) =>
    otherAlert(neighbors, machines, index, now, random),
  );
  const { assessments: inClusters, rows: partsInClusters, owners, unseen } = findIn(main, neighbors, plan);
  const onMachines = machineFindings(machines, { hasCspm: plans.hasCspm, now }, createRandom(seed + 4));
  const assessments = [...inClusters, ...onMachines.assessments];
  const rows = [...partsInClusters, ...onMachines.rows];
  const rules = generateSuppressionRules(main, ofCluster, now);
  const policyPlaces = { managementGroupId, subscriptionId, main, assessments };
  const policies = generatePolicyAssignments(policyPlaces, now);
  return {
    tenantId,
    guestTenants: [],
    subscriptionId,
    mainClusterId: main.id,
    clusters: [main, ...neighbors],
    machines,
    registries,
    workspaces: [{ ...workspace, refusesKeys: plan.workspaceRefusesKeys ?? false }],
    resourceGroups: [],
    alerts: random.shuffled([...ofCluster, ...ofOthers]).map((alert) => underRules(rules, alert, now)),
    assessments,
    openQueries: new Map(),
    governanceAssignments: new Map(owners.map((assignment) => [assignment.id.toLowerCase(), assignment])),
    securityRows: [...rows, ...generateCompliance(subscriptionId, assessments)],
    plans,
    planHistory: beginHistory(plans.containers, subscriptionId, main.id, now),
    extensionFailures: new Map(Object.entries(plan.extensionFailures ?? {})),
    unseen,
    suppressionRules: new Map(rules.map((rule) => [rule.name.toLowerCase(), rule])),
    managementGroupId,
    policyAssignments: new Map(policies.map((assignment) => [assignment.id.toLowerCase(), assignment])),
    graphLagSeconds,
    evaluationDelaySeconds,
    strayAlertRows: [],
    people,
    engineer,
  };
}

const oldClusterMinutes = 400 * 24 * 60;

function generateClusters({ now, clusterAgeMinutes }: WorldPlan, random: Random): readonly Cluster[] {
  return [
    ["contoso-prod", "contoso-prod-aks"],
    ["contoso-prod", "contoso-prod-aks2"],
    ["contoso-staging", "contoso-prod-aks"],
    ["contoso-dev", "contoso-dev-aks"],
  ].map(([resourceGroup = "", name = ""], index) => {
    const isMain = index === 0;
    const workloads = isMain ? largeClusterWorkloads : smallClusterWorkloads;
    const minutes = (isMain ? clusterAgeMinutes : undefined) ?? oldClusterMinutes;
    const createdAt = new Date(now.getTime() - minutes * 60_000);
    return generateCluster(
      { subscriptionId, resourceGroup, name, location, workspaceId: workspace.id, createdAt, workloads },
      random,
    );
  });
}

interface Found extends SecurityFindings {
  readonly owners: readonly GovernanceAssignment[];
  readonly unseen: Unseen;
}

/** Of the plans that were asked last: it is most of the work of making a world. Nothing writes into what was found but owners. */
const known = new Map<string, Found>();
const mostKnown = 3;

/** What Defender for Cloud found in the clusters, its owners, and what it would find besides. */
function findIn(main: Cluster, neighbors: readonly Cluster[], plan: WorldPlan): Found {
  const key = JSON.stringify(plan);
  const found = known.get(key) ?? {
    ...generateFindings(main, neighbors, plan),
    unseen: generateUnseen([main, ...neighbors], plan),
  };
  remember(known, key, found, mostKnown);
  return { ...found, owners: found.owners.map((owner) => ({ ...owner })) };
}

/** What Defender for Cloud found in the clusters, and its owners. */
function generateFindings(
  main: Cluster,
  neighbors: readonly Cluster[],
  { seed, now, plans, clusterScan }: WorldPlan,
): Omit<Found, "unseen"> {
  const random = createRandom(seed + 1);
  const { containers, hasCspm } = plans;
  const findingsOf = (cluster: Cluster): SecurityFindings => {
    if (cluster === main && clusterScan === "never") {
      return { assessments: [], rows: [] };
    }
    const plan = { passes: cluster === main && clusterScan === "passes", hasCspm, now };
    const assessments = generateAssessments(cluster, plan, random);
    // Without either plan, images, nodes, and the cluster aren't scanned.
    if (!containers.isOn && !hasCspm) {
      return { assessments: assessments.filter(isFoundational), rows: [] };
    }
    const vulnerabilities = generateVulnerabilities(cluster, plan, random);
    return { assessments: [...assessments, ...vulnerabilities.assessments], rows: vulnerabilities.rows };
  };
  const all = [main, ...neighbors].map(findingsOf);
  const found = all.flatMap(({ assessments }) => assessments);
  const assessments = [
    ...found,
    ...generateFinishedWork([main, ...neighbors], found, now, createRandom(seed + 2)),
  ];
  const later = createRandom(seed + 3);
  const owners = hasCspm ? generateOwners(assessments, people, now, random, later) : [];
  // A cluster that passes has been like that from the beginning.
  const former =
    hasCspm && clusterScan === "fails" ? generateFormerOwners(main.id, assessments, people, now, later) : [];
  return { assessments, rows: all.flatMap(({ rows }) => rows), owners: [...owners, ...former] };
}

function resource(resourceGroup: string, type: string, name: string): Resource {
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${type}/${name}`;
  return { id, name, type, resourceGroup, location };
}

function generateMachines(): readonly Resource[] {
  return [
    resource("contoso-prod", "Microsoft.Compute/virtualMachines", "jump-host"),
    resource("contoso-prod", "Microsoft.Storage/storageAccounts", "contosoprodbackup"),
    resource("contoso-dev", "Microsoft.Compute/virtualMachines", "build-agent"),
  ];
}

function otherAlert(
  neighbors: readonly Cluster[],
  machines: readonly Resource[],
  index: number,
  now: Date,
  random: Random,
): WorldAlert {
  if (random.oneIn(3)) {
    const machine = random.pick(machines);
    return generateResourceAlert(placeOf(estate, machine, index, now, random), machine, random);
  }
  const cluster = random.pick(neighbors);
  const type = random.pick(alertTypes);
  const scene = sceneIn(estate, cluster, pickActivity(random), random);
  return generateAlert({ ...placeOf(estate, cluster, index, now, random), type, scene }, random);
}
