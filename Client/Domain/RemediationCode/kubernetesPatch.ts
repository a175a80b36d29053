import type { AffectedComponent } from "../affectedComponent";
import { codeSnippet, placeholder, type CodeSnippet } from "./codeSnippet";
import { commentLines } from "./comment";
import { Comments } from "./Comments.resjson";
import {
  isWorkload,
  patchTargets,
  podSpecIn,
  targetHead,
  unknownWorkload,
  type PatchTarget,
} from "./patchTarget";
import { workloadFixes, type WorkloadFix } from "./workloadFixes";
import { NestedYaml, yamlString, yamlText, type YamlObject, type YamlValue } from "./yamlText";

const httpsKey = "c6d87087-9ebe-b31f-b452-0bf3bbbaccd2";
const servicePortsKey = "add45209-73f6-4fa5-a5a5-74a451b07fbe";
const defaultNamespaceKey = "ff87e0b4-17df-d338-5b19-80e71e0dcc9d";

export interface KubernetesPatch {
  readonly snippet: CodeSnippet;
  /** False: it is not known what to patch, and a placeholder stands for it. */
  readonly namesTargets: boolean;
}

/** A kustomization that mends the components; `undefined` when none is known for the recommendation. */
export function kubernetesPatch(
  key: string,
  components: readonly AffectedComponent[],
): KubernetesPatch | undefined {
  const fix = workloadFixes.get(key.toLowerCase());
  if (fix) {
    const workloads = components.filter(({ kind }) => isWorkload(kind));
    return patchOf(workloads, unknownWorkload, (target) => workloadPatch(target, fix), fix.comments);
  }
  switch (key.toLowerCase()) {
    case httpsKey:
      return patchOf(ofKind("Ingress", components), unknownOf("Ingress"), ingressPatch, [Comments.https]);
    case servicePortsKey:
      return patchOf(ofKind("Service", components), unknownOf("Service"), servicePatch, [
        Comments.servicePorts,
      ]);
    case defaultNamespaceKey:
      return namespaceMove(components);
    default:
      return undefined;
  }
}

/** Components of a kind; one that does not say its kind can be no other where a policy is about that kind alone. */
function ofKind(kind: string, components: readonly AffectedComponent[]): readonly AffectedComponent[] {
  return components
    .filter((component) => component.kind === undefined || component.kind === kind)
    .map((component) => ({ ...component, kind }));
}

const unknownOf = (kind: string): PatchTarget => ({ ...unknownWorkload, kind });

function patchOf(
  components: readonly AffectedComponent[],
  unknown: PatchTarget,
  patch: (target: PatchTarget) => YamlObject,
  comments: readonly string[] = [],
): KubernetesPatch {
  const targets = patchTargets(components);
  const patches = (targets.length === 0 ? [unknown] : targets).map((target) => ({
    patch: new NestedYaml(patch(target)),
  }));
  return {
    snippet: kustomization([Comments.choose, Comments.patchBase, ...comments], { patches }),
    namesTargets: targets.length > 0 && targets.every(({ kind }) => kind !== placeholder),
  };
}

/** A kustomization over the reader's own manifests. */
export function kustomization(
  comments: readonly string[],
  content: YamlObject,
  key: "image" | "patch" = "patch",
): CodeSnippet {
  const document: YamlObject = {
    apiVersion: "kustomize.config.k8s.io/v1beta1",
    kind: "Kustomization",
    resources: [`../${placeholder}`],
    ...content,
  };
  return codeSnippet(key, commentLines("#", ...comments) + yamlText(document));
}

function workloadPatch(target: PatchTarget, { pod = {}, container }: WorkloadFix): YamlObject {
  const names = target.containers.length === 0 ? [placeholder] : target.containers;
  const containers: YamlValue = names.map((name) => ({ name, ...container }));
  return { ...targetHead(target), ...podSpecIn(target.kind, container ? { ...pod, containers } : pod) };
}

/** The policy asks for the annotation, and for certificates (Azure/azure-policy, ingress-https-only). */
function ingressPatch(target: PatchTarget): YamlObject {
  const { metadata, ...head } = targetHead(target);
  const annotations = { "kubernetes.io/ingress.allow-http": "false" };
  return {
    ...head,
    metadata: { ...(metadata as YamlObject), annotations }, // As targetHead writes it.
    spec: { tls: [{ hosts: [placeholder], secretName: placeholder }] },
  };
}

/** A merge would only add a port: the first entry tells kustomize to replace them all. */
function servicePatch(target: PatchTarget): YamlObject {
  const port = { name: "https", port: 443, targetPort: placeholder };
  return { ...targetHead(target), spec: { ports: [{ $patch: "replace" }, port] } };
}

/** No patch moves an object to another namespace, the kustomization itself does. */
function namespaceMove(components: readonly AffectedComponent[]): KubernetesPatch {
  const moved = patchTargets(components).map(({ kind, name }) => `  ${yamlString(kind)} ${yamlString(name)}`);
  return {
    snippet: kustomization([Comments.choose, Comments.patchBase, Comments.defaultNamespace, ...moved], {
      namespace: placeholder,
    }),
    namesTargets: moved.length > 0,
  };
}
