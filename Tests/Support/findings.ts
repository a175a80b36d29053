import type { ComplianceIssue } from "../../Client/Compliance/compliance";
import { countLevels, type Level } from "../../Client/Core/level";
import type { FindingsPage } from "../../Client/Core/listing";
import type { Misconfiguration } from "../../Client/Misconfigurations/misconfiguration";
import type { Ownership, OwnerStatus } from "../../Client/Core/ownership";
import type { Vulnerability, VulnerableComponent } from "../../Client/Vulnerabilities/vulnerability";

export const clusterId =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/prod";

/** Findings as one page that is all there is. */
export function pageOf<T extends { readonly level: Level }>(
  items: readonly T[],
  over: Partial<FindingsPage<T>> = {},
): FindingsPage<T> {
  return {
    items,
    resolved: [],
    gaps: [],
    total: items.length + (over.gaps?.length ?? 0),
    evaluated: items.length + 1,
    counts: new Map(),
    levels: countLevels(items, ({ level }) => level),
    next: undefined,
    asOf: new Date("2026-11-24T12:00:00Z"),
    ...over,
  };
}

export const unowned: Ownership = {
  owners: [],
  due: undefined,
  failing: 1,
  assigned: 0,
  status: "Unassigned",
};

/** Someone's, whole. */
export function ownedBy(owners: readonly string[], due: Date | undefined, status: OwnerStatus): Ownership {
  return { owners, due, failing: 1, assigned: 1, status };
}

/** Builders of findings; tests state only what matters to them. `name` makes the id. */
export function aMisconfiguration(name: string, over: Partial<Misconfiguration> = {}): Misconfiguration {
  return {
    id: `${clusterId}/providers/Microsoft.Security/assessments/${name}`,
    key: name,
    title: `Recommendation ${name}`,
    level: "High",
    ranking: "risk",
    resource: undefined,
    firstSeen: new Date("2026-10-01T00:00:00Z"),
    policyId: undefined,
    tactics: [],
    ownership: unowned,
    ...over,
  };
}

export function aComponent(name: string, over: Partial<VulnerableComponent> = {}): VulnerableComponent {
  return {
    id: `${clusterId}/securityEntityData/${name}`.toLowerCase(),
    kind: "container",
    name,
    place: {
      namespace: "shop",
      pod: `${name}-*-*`,
      controllerKind: "Deployment",
      controllerName: name,
      image: { reference: `contoso.azurecr.io/${name}:1`, digest: `sha256:${name}` },
    },
    isManagedByAks: false,
    level: "High",
    ranking: "risk",
    ownership: unowned,
    firstSeen: new Date("2026-10-01T00:00:00Z"),
    ...over,
  };
}

export function aVulnerability(cveId: string, over: Partial<Vulnerability> = {}): Vulnerability {
  const { packageName = "openssl" } = over;
  return {
    id: `${cveId} ${packageName}`,
    cveId,
    severity: "High",
    cvss: 7.5,
    cvssVector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    packageName,
    packageType: "OS",
    vendor: "debian",
    os: "",
    ecosystem: "deb",
    installed: ["3.0.11-1~deb12u1"],
    fixedVersion: "3.0.13-1~deb12u1",
    updates: "package",
    fix: "fixed",
    exploits: [],
    published: new Date("2026-01-01T00:00:00Z"),
    description: `What ${cveId} lets an attacker do`,
    nodes: undefined,
    ...over,
  };
}

export function aComplianceIssue(name: string, over: Partial<ComplianceIssue> = {}): ComplianceIssue {
  return {
    id: `/subscriptions/11111111-1111-4111-8111-111111111111/providers/Microsoft.Security/regulatoryComplianceStandards/MCSB/regulatoryComplianceControls/NS.2/regulatoryComplianceAssessments/${name}`,
    standard: "Microsoft cloud security benchmark",
    control: "NS.2",
    controlTitle: "Secure cloud services with network controls",
    title: `Recommendation ${name}`,
    recommendation: name,
    level: "High",
    ranking: "risk",
    failing: 1,
    assessmentId: `${clusterId}/providers/Microsoft.Security/assessments/${name}`,
    ownership: unowned,
    ...over,
  };
}
