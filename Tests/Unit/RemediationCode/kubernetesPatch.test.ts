import type { AffectedComponent } from "../../../Client/Domain/affectedComponent";
import { kubernetesPatch } from "../../../Client/Domain/RemediationCode/kubernetesPatch";
import { recommendations } from "../../../Extension/ArmEmulator/World/recommendations";
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
  container: "web",
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

test("is of the controller, each once, with all its containers", () => {
  const pod = (name: string, container: string) => component({ kind: "Pod", name, container });
  expect(
    patchesOf(
      escalation,
      pod("web-7d9c5b6f4-x2x4z", "web"),
      pod("web-7d9c5b6f4-b2b4z", "web"),
      pod("web-7d9c5b6f4-b2b4z", "proxy"),
    ),
  ).toEqual([
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "web", namespace: "shop" },
      spec: {
        template: {
          spec: {
            containers: [
              { name: "web", securityContext },
              { name: "proxy", securityContext },
            ],
          },
        },
      },
    },
  ]);
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
  ["a bare pod", { kind: "Pod", name: "debug" }, "v1", "Pod", "debug", []],
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

test("what is not known has a placeholder, and is said to", () => {
  expect(namesTargets(escalation, component())).toBe(true);
  expect(namesTargets(escalation)).toBe(false);
  expect(namesTargets(escalation, component({ kind: undefined }))).toBe(false);
  // A pod of a DaemonSet or of a Job.
  expect(namesTargets(escalation, component({ kind: "Pod", name: "agent-x2x4z" }))).toBe(false);
  expect(
    patchesOf(escalation, component({ kind: "Pod", name: "agent-x2x4z", container: undefined })),
  ).toEqual([
    {
      apiVersion: "CHANGE-ME",
      kind: "CHANGE-ME",
      metadata: { name: "agent", namespace: "shop" },
      spec: { template: { spec: { containers: [{ name: "CHANGE-ME", securityContext }] } } },
    },
  ]);
  expect(patchesOf(limits)).toMatchObject([{ kind: "Deployment", metadata: { name: "CHANGE-ME" } }]);
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
  const ingress = component({ kind: "Ingress", name: "front", container: undefined });
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
  expect(readKustomization(text).rest).toMatchObject({ kind: "Kustomization", namespace: "CHANGE-ME" });
  expect(text).toContain("#   Deployment web\n");
});

test("there is none for a recommendation that is not about containers", () => {
  expect(kubernetesPatch("08e628db-e2ed-4793-bc91-d13e684401c3", [component()])).toBeUndefined();
});
