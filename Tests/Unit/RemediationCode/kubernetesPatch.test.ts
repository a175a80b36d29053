import type { AffectedComponent } from "../../../Client/Misconfigurations/affectedComponent";
import { kubernetesPatch } from "../../../Client/RemediationCode/kubernetesPatch";
import { recommendations } from "../../../Extension/ArmEmulator/World/Security/Assessments/recommendations";
import { readKustomization, type Kustomization } from "../../Support/codeReaders";
import { wrongFields } from "../../Support/podSpecFields";

const limits = "405c9ae6-49f9-46c4-8873-a86690f27818";
const hostNamespaces = "802c0637-5a8c-4c98-abd7-7c96d89d6010";
const escalation = "43dc2a2e-ce69-4d42-923e-ab7d136f2cfe";
const https = "c6d87087-9ebe-b31f-b452-0bf3bbbaccd2";
const defaultNamespace = "ff87e0b4-17df-d338-5b19-80e71e0dcc9d";
const servicePorts = "add45209-73f6-4fa5-a5a5-74a451b07fbe";

const component = (over: Partial<AffectedComponent> = {}): AffectedComponent => ({
  namespace: "shop",
  kind: "Deployment",
  name: "web",
  ...over,
});

function patchesOf(key: string, ...components: readonly AffectedComponent[]): Kustomization["patches"] {
  return readKustomization(kubernetesPatch(key, components)?.snippet.text ?? "").patches;
}

const namesTargets = (key: string, ...components: readonly AffectedComponent[]) =>
  kubernetesPatch(key, components)?.namesTargets;

const ofContainers = recommendations.filter(({ level }) => level === "container");
const kinds = [
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "Job",
  "CronJob",
  "ReplicaSet",
  "Pod",
  "Ingress",
  "Service",
];

test.each(ofContainers.map(({ title, key }) => [title, key] as const))(
  "%s: patches set fields that Kubernetes has",
  (_, key) => {
    const components = kinds.map((kind) => component({ kind }));
    const patches = patchesOf(key, ...components, component({ kind: undefined }));
    expect(patches.flatMap(wrongFields)).toEqual([]);
    expect(patches.length > 0).toBe(key !== defaultNamespace);
    expect(patchesOf(key).flatMap(wrongFields)).toEqual([]);
  },
);

test("fields that Kubernetes does not have are noticed", () => {
  const spec = { template: { spec: { hostPid: true, hostIPC: "false", containers: [{ ports: 1 }] } } };
  expect(wrongFields({ kind: "Deployment", spec })).toEqual([
    "spec.template.spec.hostPid: true",
    'spec.template.spec.hostIPC: "false"',
    "spec.template.spec.containers.*.ports: 1",
  ]);
});

const securityContext = { allowPrivilegeEscalation: false };

const textOf = (key: string, ...components: readonly AffectedComponent[]) =>
  kubernetesPatch(key, components)?.snippet.text ?? "";

test("is of the controllers of the reported pods, each once", () => {
  const pod = (name: string) => component({ kind: "Pod", name });
  expect(patchesOf(escalation, pod("web-7d9c5b6f4-x2x4z"), pod("web-7d9c5b6f4-b2b4z"))).toEqual([
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "web", namespace: "shop" },
      spec: { template: { spec: { containers: [{ name: "CHANGE-ME", securityContext }] } } },
    },
  ]);
});

test("a patch is a kustomize component: it names none of the reader's own files", () => {
  expect(readKustomization(textOf(hostNamespaces, component())).rest).toEqual({
    apiVersion: "kustomize.config.k8s.io/v1alpha1",
    kind: "Component",
  });
});

test("what to patch has no placeholder but for values to choose, whatever pods, kinds and namespaces are called", () => {
  const pods = ["web-7d9c5b6f4-x2x4z", "db-0", "report-29383200-x2x4z"].map((name) =>
    component({ kind: "Pod", name, namespace: "jobs" }),
  );
  const patches = patchesOf(hostNamespaces, ...pods);
  expect(JSON.stringify(patches)).not.toContain("CHANGE-ME");
  expect(patches).toMatchObject([
    { kind: "Deployment", apiVersion: "apps/v1", metadata: { name: "web", namespace: "jobs" } },
    { kind: "StatefulSet", apiVersion: "apps/v1", metadata: { name: "db", namespace: "jobs" } },
    { kind: "CronJob", apiVersion: "batch/v1", metadata: { name: "report", namespace: "jobs" } },
  ]);
});

test("containers, which Azure Policy doesn't report, are to be listed by a command for the workload", () => {
  expect(textOf(escalation, component({ kind: "Pod", name: "web-7d9c5b6f4-x2x4z" }))).toContain(
    "kubectl get deployment web --namespace=shop --output=jsonpath='{.spec.template.spec.containers[*].name}'\n",
  );
  expect(textOf(escalation, component({ kind: "CronJob", name: "report" }))).toContain(
    "jsonpath='{.spec.jobTemplate.spec.template.spec.containers[*].name}'",
  );
  expect(textOf(hostNamespaces, component())).not.toContain("kubectl");
});

test("an owner that is derived from a pod's name is said to be", () => {
  const derived = "derived from the name of the pod";
  expect(textOf(escalation, component({ kind: "Pod", name: "db-0" }))).toContain(derived);
  expect(textOf(escalation, component())).not.toContain(derived);
});

test.each(["agent-x2x4z", "debug", "web-7d9f8c6b5-x1y2z"])(
  "the owner of pod %s is to be asked for",
  (name) => {
    const pod = component({ kind: "Pod", name });
    const command = `kubectl get pod ${name} --namespace=shop --output=jsonpath='{.metadata.ownerReferences`;
    expect(textOf(escalation, pod)).toContain(command);
    expect(namesTargets(escalation, pod)).toBe(false);
    // Beside a pod whose owner is known there is a patch of that owner alone.
    const both = [pod, component({ kind: "Pod", name: "db-0" })];
    expect(patchesOf(escalation, ...both)).toMatchObject([{ kind: "StatefulSet", metadata: { name: "db" } }]);
    expect(textOf(escalation, ...both)).toContain(command);
    expect(namesTargets(escalation, ...both)).toBe(false);
  },
);

test.each([
  { name: "web$(id)" },
  { namespace: "a'b", name: "web-x2x4z" },
  { namespace: undefined, name: "web-x2x4z" },
])("a pod %j enters no command", (over) => {
  expect(textOf(escalation, component({ kind: "Pod", ...over }))).not.toContain("kubectl");
});

test("workloads of one name in two namespaces, or of two kinds, are not one", () => {
  const patches = patchesOf(
    escalation,
    component(),
    component({ namespace: "other" }),
    component({ kind: "StatefulSet" }),
  );
  expect(patches).toHaveLength(3);
});

test.each<[string, Partial<AffectedComponent>, string, string, string, readonly string[]]>([
  [
    "a stateful set's pod",
    { kind: "Pod", name: "db-0" },
    "apps/v1",
    "StatefulSet",
    "db",
    ["template", "spec"],
  ],
  [
    "a cron job",
    { kind: "CronJob", name: "report" },
    "batch/v1",
    "CronJob",
    "report",
    ["jobTemplate", "spec", "template", "spec"],
  ],
  ["a job", { kind: "Job", name: "once" }, "batch/v1", "Job", "once", ["template", "spec"]],
])("%s: the pod's spec is where it belongs", (_, over, apiVersion, kind, name, path) => {
  const [patch] = patchesOf(hostNamespaces, component(over));
  expect(patch).toMatchObject({ apiVersion, kind, metadata: { name } });
  const spec = { hostPID: false, hostIPC: false, hostNetwork: false };
  expect((patch as { spec: unknown }).spec).toEqual(
    path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), spec),
  );
});

test("where nothing is known to patch, a placeholder stands for it, and that is said", () => {
  expect(namesTargets(escalation, component())).toBe(true);
  expect(namesTargets(escalation)).toBe(false);
  expect(namesTargets(escalation, component({ kind: undefined }))).toBe(false);
  expect(patchesOf(limits)).toMatchObject([{ kind: "Deployment", metadata: { name: "CHANGE-ME" } }]);
});

test("objects of a kind that isn't known are patched by no guess", () => {
  const patches = patchesOf(escalation, component({ kind: "virtualservice" }), component());
  expect(patches).toMatchObject([{ kind: "Deployment" }]);
  expect(namesTargets(escalation, component({ kind: "virtualservice" }))).toBe(false);
});

test("a namespace that was not reported is not made up", () => {
  expect(patchesOf(escalation, component({ namespace: undefined }))).toMatchObject([
    { metadata: { name: "web" } },
  ]);
  expect(JSON.stringify(patchesOf(escalation, component({ namespace: undefined })))).not.toContain(
    "namespace",
  );
});

test("HTTPS is for ingresses alone, and needs both of what the policy asks for", () => {
  const ingress = component({ kind: "Ingress", name: "front" });
  expect(patchesOf(https, component(), ingress)).toEqual([
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      metadata: {
        name: "front",
        namespace: "shop",
        annotations: { "kubernetes.io/ingress.allow-http": "false" },
      },
      spec: { tls: [{ hosts: ["CHANGE-ME"], secretName: "CHANGE-ME" }] },
    },
  ]);
  expect(namesTargets(https, component())).toBe(false);
});

test("the ports of a service are replaced, not added to", () => {
  expect(patchesOf(servicePorts, component({ kind: "Service" }))).toMatchObject([
    { spec: { ports: [{ $patch: "replace" }, { port: 443 }] } },
  ]);
});

test("workloads are never patched for services or ingresses, nor the reverse", () => {
  expect(patchesOf(escalation, component(), component({ kind: "Service" }))).toHaveLength(1);
});

test("leaving the default namespace is a matter of the kustomization", () => {
  const text = kubernetesPatch(defaultNamespace, [component()])?.snippet.text ?? "";
  expect(readKustomization(text).rest).toMatchObject({ kind: "Component", namespace: "CHANGE-ME" });
  expect(text).toContain("#   Deployment web\n");
});

test("there is none for a recommendation that is not about containers", () => {
  expect(kubernetesPatch("08e628db-e2ed-4793-bc91-d13e684401c3", [component()])).toBeUndefined();
});
