import { Messages } from "../Azure/Messages.resjson";
import type { ClusterScope } from "../Domain/clusterScope";
import { fillIn } from "../Domain/fillIn";
import { isRecord, property, recordOf, structureOf, textOf, type JsonRecord } from "../Domain/json";
import { portalLink } from "../Domain/trustedLink";
import {
  cveSeverities,
  type ComponentDetails,
  type ImageUse,
  type Vulnerability,
  type VulnerableComponent,
} from "../Domain/vulnerability";
import { identityOf } from "./componentFromRow";
import { packageFacts, vulnerabilityFromWire } from "./vulnerabilityFromWire";

/**
 * Reads the rows of the details query. The same CVE in the same package counts once, whichever model and however many rows
 * report it; rows of the individual model go first, since they say more. What cannot be read is named, never left out
 * silently.
 */
export function componentDetailsFromRows(
  cluster: ClusterScope,
  component: VulnerableComponent,
  rows: readonly JsonRecord[],
): ComponentDetails {
  const own = rows.filter((row) => idOf(row) === component.id);
  const others = rows.filter((row) => idOf(row) !== component.id);
  const read = own.map(readRow);
  const vulnerabilities = new Map<string, Vulnerability>();
  for (const vulnerability of [...read].sort(byModel).flatMap((row) => row.vulnerabilities)) {
    const known = vulnerabilities.get(vulnerability.id);
    vulnerabilities.set(vulnerability.id, known ? merged(known, vulnerability) : vulnerability);
  }
  return {
    vulnerabilities: [...vulnerabilities.values()].sort(worstFirst),
    sameImage: component.place?.image.digest === undefined ? undefined : imageUses(cluster, others),
    unreadable: read.flatMap(({ unreadable }) => unreadable),
    portalLink: own.map(linkOf).find((link) => link !== undefined),
  };
}

function idOf(row: JsonRecord): string {
  return (textOf(row.resourceId) ?? "").toLowerCase();
}

function linkOf({ properties }: JsonRecord): string | undefined {
  return portalLink(recordOf(recordOf(properties).links).azurePortal);
}

interface ReadRow {
  readonly isGrouped: boolean;
  readonly vulnerabilities: readonly Vulnerability[];
  readonly unreadable: readonly string[];
}

function byModel(left: ReadRow, right: ReadRow): number {
  return Number(left.isGrouped) - Number(right.isGrouped);
}

function readRow(row: JsonRecord): ReadRow {
  const isGrouped = /\/subassessments$/i.test(textOf(row.type) ?? "");
  const properties = recordOf(row.properties);
  const data = recordOf(structureOf(property(properties, "additionalData")));
  return isGrouped ? readSubAssessment(row, properties, data) : readAssessment(row, data);
}

/** Individual model: the CVEs of one package, as JSON in a string. The parent of a group has none of its own. */
function readAssessment(row: JsonRecord, data: JsonRecord): ReadRow {
  const details = property(data, "cvesDetails");
  if (details === undefined || details === null) {
    return { isGrouped: false, vulnerabilities: [], unreadable: [] };
  }
  const list = structureOf(details);
  const name = textOf(row.id) ?? "?";
  if (list === undefined || isRecord(list)) {
    return { isGrouped: false, vulnerabilities: [], unreadable: [fillIn(Messages.unreadableCves, name)] };
  }
  const facts = packageFacts(data);
  const fallback = {
    version: textOf(property(data, "fixedVersion")) ?? "",
    status: textOf(property(data, "fixStatus")) ?? "",
  };
  return collect(
    false,
    list.map((cve) => {
      const record = recordOf(cve);
      // A CVE that speaks of its own fix is not overruled by what is said of the package.
      const isSilent =
        property(record, "fixedVersion") === undefined && property(record, "fixStatus") === undefined;
      const found = vulnerabilityFromWire(record, facts, isSilent ? fallback : { version: "", status: "" });
      return found ?? fillIn(Messages.unreadableCve, name);
    }),
  );
}

/** Grouped model: one CVE per row. */
function readSubAssessment(row: JsonRecord, properties: JsonRecord, data: JsonRecord): ReadRow {
  const software = recordOf(property(data, "softwareDetails"));
  const vulnerability = recordOf(property(data, "vulnerabilityDetails"));
  const cve = {
    severity: property(recordOf(property(properties, "status")), "severity"),
    description: property(properties, "description"),
    ...vulnerability,
    cveId: property(vulnerability, "cveId") ?? property(properties, "id"),
    fixedVersion: property(software, "fixedVersion"),
    fixStatus: property(software, "fixStatus"),
  };
  const found = vulnerabilityFromWire(cve, packageFacts(software), { version: "", status: "" });
  return collect(true, [found ?? fillIn(Messages.unreadableCve, textOf(row.id) ?? "?")]);
}

function collect(isGrouped: boolean, found: readonly (Vulnerability | string)[]): ReadRow {
  return {
    isGrouped,
    vulnerabilities: found.filter((one) => typeof one !== "string"),
    unreadable: found.filter((one) => typeof one === "string"),
  };
}

/** Fills what the first report leaves open from the second. */
function merged(known: Vulnerability, other: Vulnerability): Vulnerability {
  const isRated = known.cvss !== undefined;
  const isOpen = known.fix === "unknown" || (known.fix !== "fixed" && other.fix === "fixed");
  const { fix, fixedVersion } = isOpen ? other : known;
  return {
    ...known,
    severity: known.severity === "Unknown" ? other.severity : known.severity,
    cvss: isRated ? known.cvss : other.cvss,
    cvssVector: isRated ? known.cvssVector : other.cvssVector,
    installed: [...new Set([...known.installed, ...other.installed])],
    fixedVersion,
    fix,
    exploits: known.exploits.length > 0 ? known.exploits : other.exploits,
    published: known.published ?? other.published,
    description: known.description || other.description,
    packageType: known.packageType || other.packageType,
    vendor: known.vendor || other.vendor,
    ecosystem: known.ecosystem ?? other.ecosystem,
  };
}

function worstFirst(left: Vulnerability, right: Vulnerability): number {
  const rank = ({ severity }: Vulnerability) => cveSeverities.indexOf(severity);
  return (
    rank(left) - rank(right) ||
    (right.cvss ?? 0) - (left.cvss ?? 0) ||
    left.packageName.localeCompare(right.packageName) ||
    left.cveId.localeCompare(right.cveId)
  );
}

/** Each other container once, however many rows it has. */
function imageUses(cluster: ClusterScope, rows: readonly JsonRecord[]): readonly ImageUse[] {
  const uses = new Map<string, ImageUse>();
  for (const row of rows) {
    const id = idOf(row);
    const { name, place } = identityOf(cluster, id, row.data);
    if (place) {
      uses.set(id, { id, container: name, place });
    }
  }
  return [...uses.values()].sort((left, right) => placeText(left).localeCompare(placeText(right)));
}

function placeText({ place, container }: ImageUse): string {
  return [place.namespace, place.controllerName, container].join("/");
}
