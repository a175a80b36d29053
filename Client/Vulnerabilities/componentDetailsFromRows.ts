import { Messages } from "../Azure/Pipeline/Messages.resjson";
import type { ClusterScope } from "../Core/clusterScope";
import { format } from "../Core/format";
import { isNotAbove } from "./packageUpdates";
import { property, recordOf, textOf, type JsonRecord } from "../Core/json";
import { portalLink } from "../Core/trustedLink";
import { isOfOs } from "./Versions/compareVersions";
import {
  cveSeverities,
  type ComponentDetails,
  type ImageUse,
  type Vulnerability,
  type VulnerableComponent,
} from "./vulnerability";
import { identityOf } from "./componentFromRow";
import { cvesOfAssessment, cvesOfSubAssessment } from "./cvesFromWire";

/**
 * Reads the rows of the details query. The same CVE in the same package counts once, whichever model and however many rows
 * report it; rows of the individual model go first, since they say more. What can't be read is named, never skipped
 * silently.
 */
export function componentDetailsFromRows(
  cluster: ClusterScope,
  component: VulnerableComponent,
  rows: readonly JsonRecord[],
): ComponentDetails {
  const own = rows.filter((row) => idOf(row) === component.id);
  const others = rows.filter((row) => idOf(row) !== component.id);
  const groups = new Set(own.filter(isGrouped).map(parentOf));
  const read = own.map((row) => readRow(row, groups));
  const vulnerabilities = [...read].sort(byModel).flatMap((row) => row.vulnerabilities);
  return {
    vulnerabilities: eachOnce(vulnerabilities).map(withFixState).sort(worstFirst),
    sameImage: imageUses(cluster, component.place?.image.digest, others),
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

function isGrouped(row: JsonRecord): boolean {
  return /\/subassessments$/i.test(textOf(row.type) ?? "");
}

/** Id, in lower case, of the assessment that a sub-assessment belongs to. */
function parentOf(row: JsonRecord): string {
  return (textOf(row.id) ?? "").toLowerCase().replace(/\/subassessments\/[^/]+$/, "");
}

/**
 * A failing row has CVEs. One of which none was understood is named as such, or it would look as if it had none; only the
 * parent of sub-assessments that came with it leaves them to these.
 */
function readRow(row: JsonRecord, groups: ReadonlySet<string>): ReadRow {
  const properties = recordOf(row.properties);
  const isSub = isGrouped(row);
  const { cves, unreadable, unlisted } = isSub
    ? cvesOfSubAssessment(properties)
    : cvesOfAssessment(properties);
  const isParent = !isSub && groups.has((textOf(row.id) ?? "").toLowerCase());
  const isSilent = cves.length === 0 && unreadable === 0 && !isParent;
  const name = textOf(property(properties, "displayName")) ?? textOf(row.id) ?? "?";
  return {
    isGrouped: isSub,
    vulnerabilities: cves,
    unreadable: [
      ...(isSilent ? [format(Messages.unreadableCves, name)] : []),
      ...Array.from({ length: unreadable }, () => format(Messages.unreadableCve, name)),
      ...(unlisted > 0 ? [format(Messages.unlistedCves, name, unlisted)] : []),
    ],
  };
}

/**
 * The same CVE in the same package is one, and what a row without a package says of a CVE belongs to those that name the
 * package.
 */
function eachOnce(all: readonly Vulnerability[]): Vulnerability[] {
  const found = new Map<string, Vulnerability>();
  for (const vulnerability of all) {
    const known = found.get(vulnerability.id);
    found.set(vulnerability.id, known ? merged(known, vulnerability) : vulnerability);
  }
  const unnamed = new Map(
    [...found.values()].filter(({ packageName }) => packageName === "").map((one) => [one.cveId, one]),
  );
  const named = [...found.values()].filter(({ packageName }) => packageName !== "");
  const explained = new Set(named.map(({ cveId }) => cveId));
  return [
    ...named.map((one) => merged(one, unnamed.get(one.cveId) ?? one)),
    ...[...unnamed.values()].filter(({ cveId }) => !explained.has(cveId)),
  ];
}

/** Fills what the first report leaves open from the second. */
function merged(known: Vulnerability, other: Vulnerability): Vulnerability {
  const { cvss, cvssVector } = known.cvss === undefined ? other : known;
  return {
    ...known,
    severity: known.severity === "Unknown" ? other.severity : known.severity,
    cvss,
    cvssVector,
    ...fixOf(known, other),
    exploits: known.exploits.length > 0 ? known.exploits : other.exploits,
    published: known.published ?? other.published,
    description: known.description || other.description,
    ...packageTypeOf(known, other),
    vendor: known.vendor || other.vendor,
    os: known.os || other.os,
    nodes: known.nodes ?? other.nodes,
  };
}

/** The fix, and the versions that it replaces: those of both reports where both update the same. */
function fixOf(
  known: Vulnerability,
  other: Vulnerability,
): Pick<Vulnerability, "fix" | "fixedVersion" | "updates" | "installed"> {
  const { fix, fixedVersion, updates, installed } = saysMoreOfFix(other, known) ? other : known;
  const isSameTarget = known.updates === other.updates;
  return {
    fix,
    fixedVersion,
    updates,
    installed: isSameTarget ? [...new Set([...known.installed, ...other.installed])] : installed,
  };
}

function saysMoreOfFix({ fix }: Vulnerability, { fix: known }: Vulnerability): boolean {
  return fix === "fixed" ? known !== "fixed" : fix !== "unknown" && known === "unknown";
}

/** Type and rules of one package stand together: a package of a language never gets the rules of the operating system. */
function packageTypeOf(
  known: Vulnerability,
  other: Vulnerability,
): Pick<Vulnerability, "ecosystem" | "packageType"> {
  const isMoreExact =
    known.ecosystem === undefined && other.ecosystem !== undefined && !isOfOs(other.ecosystem);
  const { packageType, ecosystem } = known.packageType === "" || isMoreExact ? other : known;
  return { packageType, ecosystem: ecosystem ?? (packageType === "" ? known.ecosystem : undefined) };
}

/** What all rows together say: a version that is not above any that is installed closes nothing. */
function withFixState(vulnerability: Vulnerability): Vulnerability {
  return isNotAbove(vulnerability) ? { ...vulnerability, fix: "notAbove" } : vulnerability;
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

/** Each other container with the digest once, however many rows it has; `undefined` without a digest. */
function imageUses(
  cluster: ClusterScope,
  digest: string | undefined,
  rows: readonly JsonRecord[],
): readonly ImageUse[] | undefined {
  if (digest === undefined) {
    return undefined;
  }
  const uses = new Map<string, ImageUse>();
  for (const row of rows) {
    const id = idOf(row);
    const { name, place } = identityOf(cluster, id, row);
    if (place?.image.digest === digest) {
      uses.set(id, { id, container: name, place });
    }
  }
  return [...uses.values()].sort((left, right) => placeText(left).localeCompare(placeText(right)));
}

function placeText({ place, container }: ImageUse): string {
  return [place.namespace, place.controllerName, container].join("/");
}
