import type { CveSeverity } from "../vulnerability";
import { Vex as Text } from "./Vex.resjson";
import { vexAction } from "./vexAction";
import type { VexEntry } from "./vexEntry";
import type { VexReport } from "./vexReport";

interface Component {
  readonly type: "container" | "library" | "platform";
  readonly "bom-ref": string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly hashes?: readonly { readonly alg: "SHA-256"; readonly content: string }[];
  readonly components?: readonly Component[];
}

interface Rating {
  readonly severity: Lowercase<CveSeverity>;
  readonly score?: number;
  readonly method?: string;
  readonly vector?: string;
}

interface CycloneDxVulnerability {
  readonly id: string;
  readonly ratings: readonly Rating[];
  readonly description?: string;
  readonly recommendation: string;
  readonly analysis: { readonly state: "exploitable"; readonly detail: string };
  readonly affects: readonly { readonly ref: string }[];
}

/** https://cyclonedx.org/docs/1.6/json */
interface CycloneDxDocument {
  readonly bomFormat: "CycloneDX";
  readonly specVersion: "1.6";
  readonly version: 1;
  readonly metadata: object;
  readonly components: readonly Component[];
  readonly vulnerabilities: readonly CycloneDxVulnerability[];
}

/**
 * CycloneDX 1.6 with vulnerabilities (VEX): images, in them the packages that have one, and a vulnerability for each CVE and each way
 * to close it. The state is "exploitable", which is CycloneDX' word for "affected". What could not be read is among the properties.
 */
export function cycloneDx(
  { clusterId, createdAt, missing }: VexReport,
  entries: readonly VexEntry[],
): CycloneDxDocument {
  const products = new Map<string, { readonly own: Component; readonly packages: Map<string, Component> }>();
  const vulnerabilities = new Map<string, { readonly entry: VexEntry; readonly refs: Set<string> }>();
  for (const entry of entries) {
    const { product, packages } = entry;
    const known = products.get(product.id) ?? { own: productComponent(entry), packages: new Map() };
    products.set(product.id, known);
    const key = JSON.stringify([entry.cveId, vexAction(entry)]);
    const vulnerability = vulnerabilities.get(key) ?? { entry, refs: new Set<string>() };
    vulnerabilities.set(key, vulnerability);
    for (const { id, name, version } of packages) {
      const ref = `${product.id}#${id}`;
      const own = { type: "library", "bom-ref": ref, name, purl: id } as const;
      known.packages.set(ref, version === undefined ? own : { ...own, version });
      vulnerability.refs.add(ref);
    }
    if (packages.length === 0) {
      vulnerability.refs.add(product.id);
    }
  }
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      timestamp: createdAt.toISOString(),
      tools: { components: [{ type: "application", name: Text.author }] },
      component: { type: "platform", "bom-ref": clusterId, name: clusterId },
      properties: [
        { name: "complete", value: String(missing.length === 0) },
        ...missing.map((value) => ({ name: "missing", value })),
      ],
    },
    components: [...products.values()].map(({ own, packages }) =>
      packages.size === 0 ? own : { ...own, components: [...packages.values()] },
    ),
    vulnerabilities: [...vulnerabilities.values()].map(({ entry, refs }) =>
      vulnerabilityOf(entry, [...refs]),
    ),
  };
}

function productComponent({ product: { id, name, digest } }: VexEntry): Component {
  return digest === undefined
    ? { type: "platform", "bom-ref": id, name }
    : {
        type: "container",
        "bom-ref": id,
        name,
        version: digest,
        purl: id,
        ...(digest.startsWith("sha256:")
          ? { hashes: [{ alg: "SHA-256", content: digest.slice("sha256:".length) }] }
          : {}),
      };
}

function vulnerabilityOf(entry: VexEntry, refs: readonly string[]): CycloneDxVulnerability {
  const { cveId, description } = entry;
  return {
    id: cveId,
    ratings: [ratingOf(entry)],
    ...(description === "" ? {} : { description }),
    recommendation: vexAction(entry),
    analysis: { state: "exploitable", detail: Text.status },
    affects: refs.map((ref) => ({ ref })),
  };
}

/** The method stands at the beginning of the vector. */
function ratingOf({ severity, cvss, cvssVector }: VexEntry): Rating {
  const version = /^CVSS:(3\.[01]|4\.0)\//.exec(cvssVector ?? "")?.[1];
  const methods: Readonly<Record<string, string>> = { "3.0": "CVSSv3", "3.1": "CVSSv31", "4.0": "CVSSv4" };
  return {
    severity: severity.toLowerCase() as Lowercase<CveSeverity>,
    ...(cvss === undefined ? {} : { score: cvss }),
    ...(version === undefined ? {} : { method: methods[version] ?? "other" }),
    ...(cvssVector === undefined ? {} : { vector: cvssVector }),
  };
}
