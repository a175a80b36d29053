import type { Cluster, Workload } from "../../world";

/** ARM id under which Defender for Cloud keeps a container of a cluster: all of it in lower case, the pod a pattern. */
export function containerEntityId(cluster: Cluster, workload: Workload): string {
  const { namespace, name } = workload;
  const entity = `namespace-${namespace}-pod-${podPattern(workload)}-container-${name}`;
  return `${cluster.id}/securityentitydata/${entity}`.toLowerCase();
}

/** Name of the pods of a workload, with a `*` for each part that Kubernetes makes up. */
export function podPattern({ name, controller }: Workload): string {
  return `${name}-*${controller === "Deployment" ? "-*" : ""}`;
}

/** What owns the pods of a workload, as scanners see it: a Deployment's are a ReplicaSet's, whose name is a pattern. */
export function ownerOfPods({ name, controller }: Workload): {
  readonly kind: string;
  readonly name: string;
} {
  return controller === "Deployment"
    ? { kind: "replicaset", name: `${name}-*` }
    : { kind: controller.toLowerCase(), name };
}

/** The parts of an image's reference. */
export function imageParts({ image: { reference } }: Workload) {
  const [registry = "", ...path] = reference.split("/");
  const [repository = "", tag = ""] = path.join("/").split(":");
  return { registry, repository, tag };
}
