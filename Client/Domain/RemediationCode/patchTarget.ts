import type { AffectedComponent } from "../affectedComponent";
import { controllerOfPod } from "../podController";
import { placeholder } from "./codeSnippet";
import type { YamlObject } from "./yamlText";

/** An object in a cluster's manifests, with those of its containers that a patch is about. */
export interface PatchTarget {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** Empty: which of them is not known. */
  readonly containers: readonly string[];
}

const apiVersions: Readonly<Record<string, string>> = {
  CronJob: "batch/v1",
  DaemonSet: "apps/v1",
  Deployment: "apps/v1",
  Ingress: "networking.k8s.io/v1",
  Job: "batch/v1",
  Pod: "v1",
  ReplicaSet: "apps/v1",
  ReplicationController: "v1",
  Service: "v1",
  ServiceAccount: "v1",
  StatefulSet: "apps/v1",
};

const noWorkload = new Set(["Ingress", "Service", "ServiceAccount"]);

/** What runs containers, or may: a component that does not say its kind is taken for one. */
export function isWorkload(kind: string | undefined): boolean {
  return kind === undefined || !noWorkload.has(kind);
}

export const unknownWorkload: PatchTarget = {
  kind: "Deployment",
  name: placeholder,
  namespace: placeholder,
  containers: [],
};

/**
 * Where to mend the components: manifests are of controllers, not of the pods that these create. Each once, in the order in
 * which they come. What does not say its kind gets a placeholder for it.
 */
export function patchTargets(components: readonly AffectedComponent[]): readonly PatchTarget[] {
  const targets = new Map<string, PatchTarget>();
  for (const component of components) {
    const { kind, name } = ownerOf(component);
    const { namespace, container } = component;
    const key = JSON.stringify([kind, namespace, name]);
    const containers = targets.get(key)?.containers ?? [];
    const isNew = container !== undefined && !containers.includes(container);
    targets.set(key, { kind, name, namespace, containers: isNew ? [...containers, container] : containers });
  }
  return [...targets.values()];
}

function ownerOf({ kind, name }: AffectedComponent): { readonly kind: string; readonly name: string } {
  const controller = kind === "Pod" ? controllerOfPod(name) : undefined;
  return controller ? { kind: placeholder, ...controller } : { kind: kind ?? placeholder, name };
}

/** The head of a patch: how kustomize finds the object that it is for. */
export function targetHead({ kind, name, namespace }: PatchTarget): YamlObject {
  return {
    apiVersion: Object.hasOwn(apiVersions, kind) ? (apiVersions[kind] ?? placeholder) : placeholder,
    kind,
    metadata: namespace === undefined ? { name } : { name, namespace },
  };
}

/** A spec of pods at its place in the object. */
export function podSpecIn(kind: string, podSpec: YamlObject): YamlObject {
  switch (kind) {
    case "Pod":
      return { spec: podSpec };
    case "CronJob":
      return { spec: { jobTemplate: { spec: { template: { spec: podSpec } } } } };
    default:
      return { spec: { template: { spec: podSpec } } };
  }
}
