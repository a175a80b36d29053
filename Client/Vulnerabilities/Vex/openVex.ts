import { format } from "../../Core/format";
import { Vex as Text } from "./Vex.resjson";
import { vexAction } from "./vexAction";
import type { VexEntry, VexProduct } from "./vexEntry";
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
  const statements = new Map<string, Statement>();
  for (const entry of entries) {
    const { cveId, description, product, packages } = entry;
    const action = vexAction(entry);
    const key = JSON.stringify([cveId, action]);
    const statement: Statement = statements.get(key) ?? { cveId, description, action, products: new Map() };
    const [, ids] = statement.products.get(product.id) ?? [product, new Set<string>()];
    packages.forEach(({ id }) => void ids.add(id));
    statement.products.set(product.id, [product, ids]);
    statements.set(key, statement);
  }
  return {
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": encodeURI(`https://management.azure.com${clusterId}#${timestamp}`),
    author: Text.author,
    role: Text.role,
    timestamp,
    version: 1,
    tooling: [Text.author, ...missing.map((text) => format(Text.incomplete, text))].join(" "),
    statements: [...statements.values()].map(statementOf),
  };
}

interface Statement {
  readonly cveId: string;
  readonly description: string;
  readonly action: string;
  readonly products: Map<string, readonly [VexProduct, Set<string>]>;
}

function statementOf({ cveId, description, action, products }: Statement): OpenVexStatement {
  return {
    vulnerability: { name: cveId, ...(description === "" ? {} : { description }) },
    products: [...products.values()].map(([{ id, digest }, packages]) => ({
      "@id": id,
      ...(digest === undefined ? {} : { identifiers: { purl: id } }),
      ...(digest?.startsWith("sha256:") ? { hashes: { "sha-256": digest.slice("sha256:".length) } } : {}),
      ...(packages.size === 0 ? {} : { subcomponents: [...packages].map((purl) => ({ "@id": purl })) }),
    })),
    status: "affected",
    status_notes: Text.status,
    action_statement: action,
  };
}
