import { assessment, riskFor } from "./assessment";
import { packageData, softwareName, vulnerabilityPlan } from "./generateVulnerabilities";
import { groupData } from "./legacyVulnerabilities";
import { packageFamily } from "./packageFamilies";
import { vulnerabilitiesOf, worstSeverity, type CveDetails } from "./packageVulnerabilities";
import { findingNumber } from "./poolVulnerabilities";
import type { Random } from "../../random";
import { subAssessment } from "./subAssessment";
import type { Resource, SecurityFindings, SecurityRow } from "../../world";

/** Key of the grouped recommendation about machines. */
const machinesKey = "1195afff-c881-495e-9bc5-1486211ae03f";

/** What is vulnerable on plain machines, which belong to no cluster: the grouped model for one package, the individual for another. */
export function machineFindings(
  machines: readonly Resource[],
  { hasCspm, now }: { readonly hasCspm: boolean; readonly now: Date },
  random: Random,
): SecurityFindings {
  const family = packageFamily("node");
  const [grouped, individual] = family.packages.slice(1);
  const servers = machines.filter(({ type }) => /\/virtualMachines$/i.test(type));
  if (!grouped || !individual || !hasCspm) {
    return { assessments: [], rows: [] };
  }
  const plan = (id: string, name: string, key: string, title: string, cves: readonly CveDetails[]) => ({
    ...vulnerabilityPlan(id, name, key, title),
    resourceType: "Microsoft.Compute/virtualMachines",
    severity: worstSeverity(cves),
    code: "Unhealthy" as const,
    risk: riskFor(worstSeverity(cves), hasCspm, random),
  });
  const found = servers.map(({ id, name }) => {
    const [cves, others] = [vulnerabilitiesOf(grouped), vulnerabilitiesOf(individual)];
    const parent = assessment(
      {
        ...plan(id, name, machinesKey, "Machines should have vulnerability findings resolved", cves),
        category: "Unknown",
        more: { additionalData: groupData(id, machinesKey, cves) },
      },
      now,
      random,
    );
    const update = assessment(
      {
        ...plan(id, name, random.guid(), `Update ${softwareName(family, individual)}`, others),
        more: { additionalData: packageData(family, individual, false) },
      },
      now,
      random,
    );
    return { assessments: [parent, update], rows: cves.map((cve) => finding(parent.id, id, cve, random)) };
  });
  return {
    assessments: found.flatMap(({ assessments }) => assessments),
    rows: found.flatMap(({ rows }) => rows),
  };
}

/** A finding on a machine has its CVEs in a list. */
function finding(parentId: string, machineId: string, cve: CveDetails, random: Random): SecurityRow {
  const particulars = {
    id: findingNumber(cve.CveId),
    category: "Update",
    resourceDetails: { source: "Azure", id: machineId },
    additionalData: {
      assessedResourceType: "ServerVulnerabilityTvm",
      cve: [{ title: cve.CveId, link: `https://nvd.nist.gov/vuln/detail/${cve.CveId}` }],
      source: "Agentless Microsoft Defender vulnerability management",
    },
  };
  return subAssessment(parentId, cve, particulars, random);
}
