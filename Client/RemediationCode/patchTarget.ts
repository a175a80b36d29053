import type { AffectedComponent } from "../Misconfigurations/affectedComponent";
import { controllerOfPod } from "../Core/podController";
import { placeholder } from "../Core/codeValue";
import type { YamlObject } from "./yamlText";

/** An object in the manifests of a cluster. */
export interface PatchTarget {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** True: derived from the name of a pod, and to be checked before it is relied on. */
  readonly isDerived: boolean;
}

/** What to patch, and the components that no manifest could be found for. */
interface PatchTargets {
  /** Each once, in the order in which the components come. */
  readonly targets: readonly PatchTarget[];
  /** Pods whose owner can't be derived from their names, and objects of a kind that isn't patched here. */
  readonly ownerless: readonly AffectedComponent[];
}

const apiVersions: Readonly<Record<string, string>> = {
  CronJob: "batch/v1",
  DaemonSet: "apps/v1",
  Deployment: "apps/v1",
  Ingress: "networking.k8s.io/v1",
  Job: "batch/v1",
  ReplicaSet: "apps/v1",
  ReplicationController: "v1",
  Service: "v1",
  StatefulSet: "apps/v1",
};

export const unknownWorkload: PatchTarget = {
  kind: "Deployment",
  name: placeholder,
  namespace: placeholder,
  isDerived: false,
};

/**
 * Where to fix components: manifests are of controllers, not of the pods that these create, and Azure Policy reports pods. A
 * pod's controller is derived from its name where the name shows the controller's kind too. No other kind than those asked
 * for is patched.
 */
export function patchTargets(
  components: readonly AffectedComponent[],
  kinds: readonly string[],
): PatchTargets {
  const targets = new Map<string, PatchTarget>();
  const ownerless: AffectedComponent[] = [];
  for (const component of components) {
    const target = targetOf(component);
    if (target && kinds.includes(target.kind)) {
      targets.set(JSON.stringify([target.kind, target.namespace, target.name]), target);
    } else {
      ownerless.push(component);
    }
  }
  return { targets: [...targets.values()], ownerless };
}

function targetOf({ kind, name, namespace }: AffectedComponent): PatchTarget | undefined {
  if (kind !== "Pod") {
    return kind === undefined ? undefined : { kind, name, namespace, isDerived: false };
  }
  const owner = controllerOfPod(name);
  return owner?.kind === undefined
    ? undefined
    : { kind: owner.kind, name: owner.name, namespace, isDerived: true };
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
  return kind === "CronJob"
    ? { spec: { jobTemplate: { spec: { template: { spec: podSpec } } } } }
    : { spec: { template: { spec: podSpec } } };
}
