import type { AffectedComponent } from "../Misconfigurations/affectedComponent";
import { isNamespaceName, isObjectName } from "../Core/kubernetesName";
import { placeholder } from "../Core/codeValue";
import { codeSnippet, type CodeSnippet, commentLines } from "./codeSnippet";
import { Comments } from "./Comments.resjson";
import { patchTargets, podSpecIn, targetHead, unknownWorkload, type PatchTarget } from "./patchTarget";
import { workloadKinds } from "../Core/workloadKind";
import { workloadFixes, type WorkloadFix } from "./workloadFixes";
import { NestedYaml, yamlString, yamlText, type YamlObject, type YamlValue } from "./yamlText";

const httpsKey = "c6d87087-9ebe-b31f-b452-0bf3bbbaccd2";
const servicePortsKey = "add45209-73f6-4fa5-a5a5-74a451b07fbe";
const defaultNamespaceKey = "ff87e0b4-17df-d338-5b19-80e71e0dcc9d";

interface KubernetesPatch {
  readonly snippet: CodeSnippet;
  /** False: it isn't known in full what to patch, and a placeholder or a comment stands for the rest. */
  readonly namesTargets: boolean;
}

/** A kustomize component that fixes what is affected; `undefined` when no fix is known for the recommendation. */
export function kubernetesPatch(
  key: string,
  components: readonly AffectedComponent[],
): KubernetesPatch | undefined {
  const fix = workloadFixes.get(key.toLowerCase());
  if (fix) {
    const workload: Patching = {
      kinds: workloadKinds,
      unknown: unknownWorkload,
      patch: (target) => workloadPatch(target, fix),
      comments: [...(fix.comments ?? []), ...(fix.container ? [Comments.containerNames] : [])],
      commandsFor: fix.container ? containersCommand : () => [],
    };
    return patchOf(components, workload);
  }
  switch (key.toLowerCase()) {
    case httpsKey:
      return patchOf(components, single("Ingress", ingressPatch, Comments.https));
    case servicePortsKey:
      return patchOf(components, single("Service", servicePatch, Comments.servicePorts));
    case defaultNamespaceKey:
      return namespaceMove(components);
    default:
      return undefined;
  }
}

/** How a recommendation is patched. */
interface Patching {
  readonly kinds: readonly string[];
  /** Stands where no target is known. */
  readonly unknown: PatchTarget;
  readonly patch: (target: PatchTarget) => YamlObject;
  readonly comments: readonly string[];
  /** Commands that tell what a patch of the target needs to know. */
  readonly commandsFor: (target: PatchTarget) => readonly string[];
}

const single = (kind: string, patch: (target: PatchTarget) => YamlObject, comment: string): Patching => ({
  kinds: [kind],
  unknown: { ...unknownWorkload, kind },
  patch,
  comments: [comment],
  commandsFor: () => [],
});

function patchOf(components: readonly AffectedComponent[], patching: Patching): KubernetesPatch {
  const { kinds, unknown, patch, comments, commandsFor } = patching;
  const { targets, ownerless } = patchTargets(components, kinds);
  const owners = kinds === workloadKinds ? ownerless.flatMap(ownerCommand) : [];
  const details = targets.flatMap(commandsFor);
  const patches = (targets.length === 0 ? [unknown] : targets).map((target) => ({
    patch: new NestedYaml(patch(target)),
  }));
  const all = [
    Comments.choose,
    Comments.patchBase,
    ...comments,
    ...(details.length > 0 ? [Comments.containerCommands, ...details] : []),
    ...(targets.some(({ isDerived }) => isDerived) ? [Comments.derivedOwner] : []),
    ...(owners.length > 0 ? [Comments.unknownOwner, ...owners] : []),
  ];
  return {
    snippet: kustomizeComponent(all, { patches }),
    namesTargets: targets.length > 0 && ownerless.every(({ kind }) => kind !== undefined && kind !== "Pod"),
  };
}

/** Names the containers in the template of a workload, of which Azure Policy reports none. */
function containersCommand({ kind, name, namespace }: PatchTarget): readonly string[] {
  const path = kind === "CronJob" ? ".spec.jobTemplate.spec.template" : ".spec.template";
  return kubectlGet({ kind, name, namespace }, `{${path}.spec.containers[*].name}`);
}

/** Names the owner of a pod, which is in the pod itself. */
function ownerCommand({ kind, name, namespace }: AffectedComponent): readonly string[] {
  return kind === "Pod"
    ? kubectlGet(
        { kind, name, namespace },
        "{.metadata.ownerReferences[*].kind} {.metadata.ownerReferences[*].name}",
      )
    : [];
}

/** None where a name is not one that Kubernetes accepts: it may enter a comment, but no command. */
function kubectlGet(
  {
    kind,
    name,
    namespace,
  }: { readonly kind: string; readonly name: string; readonly namespace: string | undefined },
  output: string,
): readonly string[] {
  if (namespace === undefined || !isNamespaceName(namespace) || !isObjectName(name)) {
    return [];
  }
  return [
    `  kubectl get ${kind.toLowerCase()} ${name} --namespace=${namespace} --output=jsonpath='${output}'`,
  ];
}

/**
 * A kustomize component: patches that any kustomization takes in under `components`, so that nothing here has to name the
 * reader's own manifests.
 */
export function kustomizeComponent(
  comments: readonly string[],
  content: YamlObject,
  key: "image" | "patch" = "patch",
): CodeSnippet {
  const document: YamlObject = {
    apiVersion: "kustomize.config.k8s.io/v1alpha1",
    kind: "Component",
    ...content,
  };
  return codeSnippet(key, commentLines("#", ...comments) + yamlText(document));
}

function workloadPatch(target: PatchTarget, { pod = {}, container }: WorkloadFix): YamlObject {
  const containers: YamlValue = [{ name: placeholder, ...container }];
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
  const moved = components.map(({ kind, name }) =>
    kind === undefined ? `  ${yamlString(name)}` : `  ${yamlString(kind)} ${yamlString(name)}`,
  );
  return {
    snippet: kustomizeComponent([Comments.choose, Comments.patchBase, Comments.defaultNamespace, ...moved], {
      namespace: placeholder,
    }),
    namesTargets: moved.length > 0,
  };
}
