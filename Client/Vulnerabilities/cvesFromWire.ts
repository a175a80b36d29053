import {
  countOf,
  isRecord,
  oneTextOf,
  property,
  recordOf,
  structureOf,
  textOf,
  textsInside,
  type JsonRecord,
} from "../Core/json";
import type { Vulnerability } from "./vulnerability";
import { vulnerabilityId } from "./vulnerabilityId";
import { nodesFromWire } from "./nodesFromWire";
import { packageFacts } from "./packageFromWire";
import { vulnerabilityFromWire, type CveContext } from "./vulnerabilityFromWire";

/** The CVEs of a row, and how many of its parts should be one and could not be read. */
interface ReadCves {
  readonly cves: readonly Vulnerability[];
  readonly unreadable: number;
  /** How many more the row says that it has, and does not list. */
  readonly unlisted: number;
}

/** Where a row has its CVEs: a list or a single one, as JSON or as JSON text. In the order of trust. */
export const cveProperties = ["cvesDetails", "cVEs", "cves", "vulnerabilityDetails", "cve"] as const;

/** The CVEs of an assessment. None of either kind: it carries none, like the parent of a group. */
export function cvesOfAssessment(properties: JsonRecord): ReadCves {
  const data = dataOf(properties);
  const context = {
    package: packageFacts(data),
    fix: fixOfPackage(data),
    nodes: nodesFromWire(data),
  };
  const elements = elementsIn(data);
  const said = elements.length === 0 ? 0 : countOf(property(data, "cvesCount"));
  return { ...readAll(elements, context), unlisted: Math.max(0, said - elements.length) };
}

/** The CVEs of a sub-assessment: at least one, or a part that could not be read. */
export function cvesOfSubAssessment(properties: JsonRecord): ReadCves {
  const data = dataOf(properties);
  const software = recordOf(structureOf(property(data, "softwareDetails")));
  const context = {
    package: packageFacts({ ...osOnly(data), ...software }),
    fix: fixOfPackage(software),
    nodes: nodesFromWire(data),
  };
  const elements = elementsIn(data);
  const [only = {}, ...others] = elements;
  if (others.length > 0) {
    return readAll(elements, context);
  }
  const around = {
    displayName: property(properties, "displayName"),
    id: property(properties, "id"),
    description: property(properties, "description"),
    cvssV30Score: property(data, "cvssV30Score"),
    severity: property(recordOf(property(properties, "status")), "severity"),
  };
  return readAll([isRecord(only) ? { ...around, ...filledIn(only) } : { ...around, title: only }], context);
}

function dataOf(properties: JsonRecord): JsonRecord {
  return recordOf(structureOf(property(properties, "additionalData")));
}

function osOnly(data: JsonRecord): JsonRecord {
  return { osDistribution: property(data, "osDistribution"), osType: property(data, "osType") };
}

/** In camelCase and without what is empty, so that what stands around it fills the gaps. */
function filledIn(record: JsonRecord): JsonRecord {
  const entries = Object.entries(record).filter(([, value]) => value !== null && value !== "");
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name === name.toUpperCase() ? name : name.charAt(0).toLowerCase() + name.slice(1),
      value,
    ]),
  );
}

function fixOfPackage(data: JsonRecord): CveContext["fix"] {
  return {
    version: textsInside(property(data, "fixedVersion")).join(", "),
    status: oneTextOf(property(data, "fixStatus")) ?? "",
  };
}

function elementsIn(data: JsonRecord): readonly unknown[] {
  return cveProperties.flatMap((name) => {
    const value = property(data, name);
    if (value === undefined || value === null || value === "") {
      return [];
    }
    const structure = structureOf(value);
    if (Array.isArray(structure)) {
      return structure as readonly unknown[];
    }
    return structure === undefined ? identifiersIn(value) : [structure];
  });
}

/** The parts of a text that holds nothing but identifiers; any other text as it is. */
export function identifiersIn(value: unknown): readonly unknown[] {
  const parts = (textOf(value) ?? "").split(/[\s,;]+/).filter((part) => part !== "");
  return parts.length > 1 && parts.every((part) => vulnerabilityId(part) !== undefined) ? parts : [value];
}

function readAll(elements: readonly unknown[], context: CveContext): ReadCves {
  const read = elements.map((element) => vulnerabilityFromWire(recordOfElement(element), context));
  const cves = read.filter((cve) => cve !== undefined);
  return { cves, unreadable: read.length - cves.length, unlisted: 0 };
}

/** A list may hold bare identifiers. */
function recordOfElement(element: unknown): JsonRecord {
  const structure = structureOf(element);
  return isRecord(structure) ? structure : { cveId: vulnerabilityId(textOf(element)) };
}
