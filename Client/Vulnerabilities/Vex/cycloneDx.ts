import type { CveSeverity } from "../vulnerability";
import { Vex as Text } from "./Vex.resjson";
import { sha256Of, type VexEntry, type VexProduct } from "./vexEntry";
import { vexGroups, type VexGroup } from "./vexGroups";
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
    components: componentsOf(entries),
    vulnerabilities: vexGroups(entries).map(vulnerabilityOf),
  };
}

/** Each product once, with the packages in it that have a CVE. */
function componentsOf(entries: readonly VexEntry[]): readonly Component[] {
  const products = new Map<string, { readonly own: Component; readonly packages: Map<string, Component> }>();
  for (const { product, packages } of entries) {
    const known = products.get(product.id) ?? { own: productComponent(product), packages: new Map() };
    products.set(product.id, known);
    for (const part of packages) {
      const { id, name, version } = part;
      const ref = packageRef(product, part);
      const own = { type: "library", "bom-ref": ref, name, purl: id } as const;
      known.packages.set(ref, version === undefined ? own : { ...own, version });
    }
  }
  return [...products.values()].map(({ own, packages }) =>
    packages.size === 0 ? own : { ...own, components: [...packages.values()] },
  );
}

const packageRef = (product: VexProduct, { id }: VexEntry["packages"][number]) => `${product.id}#${id}`;

/** What of an entry has the CVE: its packages or, where none is reported, all of the product. */
function refsOf({ product, packages }: VexEntry): readonly string[] {
  return packages.length === 0 ? [product.id] : packages.map((part) => packageRef(product, part));
}

function productComponent(product: VexProduct): Component {
  const { id, name, digest } = product;
  const hash = sha256Of(product);
  return digest === undefined
    ? { type: "platform", "bom-ref": id, name }
    : {
        type: "container",
        "bom-ref": id,
        name,
        version: digest,
        purl: id,
        ...(hash === undefined ? {} : { hashes: [{ alg: "SHA-256", content: hash }] }),
      };
}

function vulnerabilityOf({ cveId, action, entries }: VexGroup): CycloneDxVulnerability {
  const [first] = entries;
  return {
    id: cveId,
    ratings: [ratingOf(first)],
    ...(first.description === "" ? {} : { description: first.description }),
    recommendation: action,
    analysis: { state: "exploitable", detail: Text.status },
    affects: [...new Set(entries.flatMap(refsOf))].map((ref) => ({ ref })),
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
