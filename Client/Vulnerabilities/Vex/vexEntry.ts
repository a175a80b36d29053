import { armOrigin } from "../../Core/armUrl";
import { wellFormed } from "../../Core/visibleText";
import type {
  CveSeverity,
  FixState,
  UpdateTarget,
  Vulnerability,
  VulnerableComponent,
} from "../vulnerability";
import { imageUrl, packageUrl } from "./packageUrl";

/** That a component has a CVE, as the Vulnerability Exploitability eXchange says it. */
export interface VexEntry {
  readonly cveId: string;
  readonly description: string;
  readonly severity: CveSeverity;
  readonly cvss: number | undefined;
  readonly cvssVector: string | undefined;
  readonly product: VexProduct;
  /** What in the product has it; empty: not reported. */
  readonly packages: readonly VexPackage[];
  readonly fix: FixState;
  /** What {@link fixedVersion} is of. */
  readonly updates: UpdateTarget;
  /** Empty when none is named. */
  readonly fixedVersion: string;
}

/** An image, which may run in many places; or, where its digest isn't reported, and for all else, the one component. */
export interface VexProduct {
  /** A package URL, or the address of a resource in Azure. */
  readonly id: string;
  readonly name: string;
  /** `sha256:…`; `undefined`: it isn't known by one. */
  readonly digest: string | undefined;
}

interface VexPackage {
  /** A package URL. */
  readonly id: string;
  readonly name: string;
  readonly version: string | undefined;
}

/** A resource of Azure as an IRI. Azure's other clouds have other addresses, and IDs of their own. */
export const azureIri = (id: string) => encodeURI(wellFormed(`${armOrigin}${id}`));

/** What stands behind `sha256:` in the digest; `undefined`: it has another algorithm, or there is none. */
export function sha256Of({ digest }: VexProduct): string | undefined {
  return /^sha256:(.+)$/.exec(digest ?? "")?.[1];
}

export function vexEntryOf(component: VulnerableComponent, vulnerability: Vulnerability): VexEntry {
  const { cveId, description, severity, cvss, cvssVector, fix, updates, fixedVersion } = vulnerability;
  return {
    ...{ cveId, description, severity, cvss, cvssVector, fix, updates, fixedVersion },
    product: productOf(component),
    packages: packagesOf(vulnerability),
  };
}

function productOf({ id, name, place }: VulnerableComponent): VexProduct {
  const url = place && imageUrl(place.image);
  return url === undefined
    ? { id: azureIri(id), name: name || id, digest: undefined }
    : { id: url, name: place?.image.reference ?? "", digest: place?.image.digest };
}

function packagesOf(vulnerability: Vulnerability): readonly VexPackage[] {
  const { packageName, installed, updates } = vulnerability;
  // Of a node pool and of the cluster the version is that of their image or of Kubernetes, not the package's.
  const versions = updates === "package" && installed.length > 0 ? installed : [undefined];
  return packageName === ""
    ? []
    : versions.map((version) => ({ id: packageUrl(vulnerability, version), name: packageName, version }));
}
