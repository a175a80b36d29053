import type { ClusterScope } from "../Core/clusterScope";
import { packageUpdates, isNotAbove, type PackageFix } from "../Vulnerabilities/packageUpdates";
import type { ContainerPlace, Vulnerability, VulnerableComponent } from "../Vulnerabilities/vulnerability";
import { type CodeSnippet, type RemediationCode, pastable } from "./codeSnippet";
import { placeholder } from "../Core/codeValue";
import { Comments } from "./Comments.resjson";
import { kustomizeComponent } from "./kubernetesPatch";
import { dependenciesSnippet, packagesSnippet } from "./packageCommands";
import { packageUpdate } from "./packageUpdate";
import { aksContainerUpgrade, clusterUpgrade, nodeImageUpgrade, nodePoolVersionUpgrade } from "./upgrades";
import { updateList } from "./updateList";

/**
 * The remediation of a vulnerable component: what to update, as a list; for a container also as lines of a Dockerfile and
 * commands for its source, and as the image that was built again; for machines and the cluster as their upgrade. A container
 * of AKS is updated by an upgrade of the cluster, never by rebuilding its image.
 */
export function componentCode(
  component: Pick<VulnerableComponent, "kind" | "name" | "place" | "isManagedByAks">,
  vulnerabilities: readonly Vulnerability[],
  cluster: ClusterScope,
): RemediationCode {
  if (component.isManagedByAks) {
    return pastable({ snippets: aksContainerUpgrade(cluster), facts: [] });
  }
  if (vulnerabilities.length > 0 && vulnerabilities.every(isNotAbove)) {
    return { snippets: [], facts: ["noFixes"] };
  }
  const all = packageUpdates(vulnerabilities);
  const fixes = all.filter(({ updates }) => updates === "package");
  const list = fixes.length === 0 ? [] : [updateList(component.name, fixes)];
  switch (component.kind) {
    case "container":
      return containerCode(list, fixes, vulnerabilities, component.place);
    case "nodePool":
      return pastable({ snippets: [...nodePoolUpgrade(component.name, all, cluster), ...list], facts: [] });
    case "cluster":
      return pastable({ snippets: [...clusterUpgrade(cluster), ...list], facts: [] });
    case "other":
      return { snippets: list, facts: list.length === 0 ? ["noFixes"] : [] };
  }
}

/** A new image, unless a newer Kubernetes is all that closes anything: that is another upgrade, and brings an image with it. */
function nodePoolUpgrade(pool: string, fixes: readonly PackageFix[], cluster: ClusterScope) {
  return fixes.length > 0 && fixes.every(({ updates }) => updates === "kubernetes")
    ? nodePoolVersionUpgrade(pool, cluster)
    : nodeImageUpgrade(pool, cluster);
}

function containerCode(
  list: readonly CodeSnippet[],
  fixes: readonly PackageFix[],
  vulnerabilities: readonly Vulnerability[],
  place: ContainerPlace | undefined,
): RemediationCode {
  if (fixes.length === 0) {
    return { snippets: [], facts: ["noFixes"] };
  }
  const reference = place?.image.reference ?? "";
  const updates = fixes.filter(isOnly).flatMap((fix) => packageUpdate(fix, vulnerabilities, reference) ?? []);
  const others = [packagesSnippet(updates), dependenciesSnippet(updates), imageSnippet(reference)];
  return {
    snippets: [...list, ...others.filter((snippet) => snippet !== undefined)],
    facts: updates.length < fixes.length ? ["onlyListed"] : [],
  };
}

/** Whether one version is for all: two of one package would take turns. */
function isOnly({ packageName, packageType }: PackageFix, _: number, fixes: readonly PackageFix[]): boolean {
  const same = fixes.filter((fix) => fix.packageName === packageName && fix.packageType === packageType);
  return same.length === 1;
}

/** The image that was built again, in place of the vulnerable one; `undefined` when its name was not reported. */
function imageSnippet(reference: string): CodeSnippet | undefined {
  const name = imageName(reference);
  return name === ""
    ? undefined
    : kustomizeComponent(
        [Comments.choose, Comments.imageTag],
        { images: [{ name, newTag: placeholder }] },
        "image",
      );
}

/** A reference without its tag and its digest, as kustomize compares it. */
function imageName(reference: string): string {
  return reference.replace(/@[a-z0-9+._-]+:[0-9a-f]+$/i, "").replace(/:[^:/]*$/, "");
}
