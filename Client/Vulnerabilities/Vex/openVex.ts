import { format } from "../../Core/format";
import { Vex as Text } from "./Vex.resjson";
import { azureIri, sha256Of, type VexEntry, type VexProduct } from "./vexEntry";
import { vexGroups, type VexGroup } from "./vexGroups";
import type { VexReport } from "./vexReport";

interface OpenVexProduct {
  readonly "@id": string;
  readonly identifiers?: { readonly purl: string };
  readonly hashes?: { readonly "sha-256": string };
  readonly subcomponents?: readonly { readonly "@id": string }[];
}

interface OpenVexStatement {
  readonly vulnerability: { readonly name: string; readonly description?: string };
  readonly products: readonly OpenVexProduct[];
  readonly status: "affected";
  readonly status_notes: string;
  readonly action_statement: string;
}

/** https://github.com/openvex/spec, version 0.2.0. */
interface OpenVexDocument {
  readonly "@context": "https://openvex.dev/ns/v0.2.0";
  readonly "@id": string;
  readonly author: string;
  readonly role: string;
  readonly timestamp: string;
  readonly version: 1;
  readonly tooling: string;
  readonly statements: readonly OpenVexStatement[];
}

/**
 * OpenVEX: a statement for each CVE and each way to close it, with the images and packages that have it. All are "affected": that is what
 * Defender for Cloud says of them. The specification has no document without statements, and no place to say what is missing but the tooling.
 */
export function openVex(
  { clusterId, createdAt, missing }: VexReport,
  entries: readonly VexEntry[],
): OpenVexDocument {
  const timestamp = createdAt.toISOString();
  return {
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": azureIri(`${clusterId}#${timestamp}`),
    author: Text.author,
    role: Text.role,
    timestamp,
    version: 1,
    tooling: [Text.author, ...missing.map((text) => format(Text.incomplete, text))].join(" "),
    statements: vexGroups(entries).map(statementOf),
  };
}

function statementOf({ cveId, action, entries }: VexGroup): OpenVexStatement {
  const [{ description }] = entries;
  return {
    vulnerability: { name: cveId, ...(description === "" ? {} : { description }) },
    products: productsOf(entries),
    status: "affected",
    status_notes: Text.status,
    action_statement: action,
  };
}

/** Each once, with all of its packages. */
function productsOf(entries: readonly VexEntry[]): readonly OpenVexProduct[] {
  const products = new Map<string, { readonly product: VexProduct; readonly packages: Set<string> }>();
  for (const { product, packages } of entries) {
    const known = products.get(product.id) ?? { product, packages: new Set<string>() };
    products.set(product.id, known);
    packages.forEach(({ id }) => void known.packages.add(id));
  }
  return [...products.values()].map(({ product, packages }) => {
    const { id, digest } = product;
    const hash = sha256Of(product);
    return {
      "@id": id,
      ...(digest === undefined ? {} : { identifiers: { purl: id } }),
      ...(hash === undefined ? {} : { hashes: { "sha-256": hash } }),
      ...(packages.size === 0 ? {} : { subcomponents: [...packages].map((purl) => ({ "@id": purl })) }),
    };
  });
}
