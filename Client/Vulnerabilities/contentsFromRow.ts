import { countOf, structureOf, textsInside, textsOf, type JsonRecord } from "../Core/json";
import type { ClusterScope } from "../Core/clusterScope";
import type { MapResult } from "../Core/mapResult";
import { componentFromRow } from "./componentFromRow";
import { identifiersIn } from "./cvesFromWire";
import {
  exploitReports,
  fixReports,
  type ComponentContents,
  type ExploitReport,
  type FixReport,
  type VulnerableComponent,
} from "./vulnerability";
import { vulnerabilityId } from "./vulnerabilityId";

/** Reads rows of the contents query: a component as lists have it, with what its CVEs say. */
export function componentWithContents(
  cluster: ClusterScope,
  now: Date,
): (row: JsonRecord) => MapResult<VulnerableComponent> {
  const read = componentFromRow(cluster, now);
  return (row) => {
    const mapped = read(row);
    return "item" in mapped ? { item: { ...mapped.item, contents: contentsFromRow(row) } } : mapped;
  };
}

/** Reads what the query says of a component, whose lists are sets of the rows' own lists, each as JSON text. */
function contentsFromRow(row: JsonRecord): ComponentContents {
  const rows = textsInside(row.names).map(identifiersOfRow);
  const ids = new Set(rows.flatMap((read) => read.ids));
  const fixes = inside(row.fixes);
  const exploits = inside(row.exploits);
  return {
    ids: [...ids].sort(),
    packages: [...new Set(textsOf(row.packages).flatMap(textsInside))].sort(),
    fixes: fixReports.filter((report: FixReport) => fixes.includes(report)),
    exploits: exploitReports.filter((report: ExploitReport) => exploits.includes(report)),
    isPartial: ids.size === 0 || rows.some(({ isPartial }) => isPartial),
  };
}

function inside(sets: unknown): readonly string[] {
  return textsInside(sets).flatMap((set) => textsOf(structureOf(set)));
}

interface RowIdentifiers {
  readonly ids: readonly string[];
  /** Whether a CVE of the row has no identifier of a known form, or the row has more CVEs than it lists. */
  readonly isPartial: boolean;
}

/** A row is `[how many CVEs it says that it has, the names of each one]`. */
function identifiersOfRow(row: string): RowIdentifiers {
  const structure = structureOf(row);
  const parts: readonly unknown[] = Array.isArray(structure) ? structure : [];
  const [claimed, names] = parts;
  const cves = textsOf(names).flatMap(namesOfEach);
  const found = cves.map((lines) => lines.flatMap((line) => vulnerabilityId(line) ?? []));
  const isCut = cves.length > 0 && countOf(claimed) > cves.length;
  return { ids: found.flat(), isPartial: isCut || found.some((ids) => ids.length === 0) };
}

/**
 * The candidates for the identifier of one CVE stand on lines of their own, and a line may be a list of further ones. A line of
 * nothing but identifiers with commas between them is one CVE each.
 */
function namesOfEach(names: string): readonly (readonly string[])[] {
  const lines = names.split("\n").flatMap(textsInside);
  const listed = lines.map((line) => textsOf(identifiersIn(line))).find((parts) => parts.length > 1);
  return listed ? listed.map((part) => [part]) : [lines];
}
