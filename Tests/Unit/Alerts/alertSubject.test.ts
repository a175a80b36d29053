import type { Fact } from "../../../Client/Core/label";
import type { AlertDetails, Entity } from "../../../Client/Alerts/alert";
import { alertOriginOf, alertSubjectOf, type AlertSubject } from "../../../Client/Alerts/alertSubject";
import { alertsOf } from "../../Support/alertsOfWorlds";
import { alertDetails, anAlert } from "../../Support/anAlert";
import { mainOf, worldsOf } from "../ArmEmulator/worlds";

const digest = `sha256:${"0a".repeat(32)}`;

const facts = (all: Readonly<Record<string, string>>): readonly Fact[] =>
  Object.entries(all).map(([name, value]) => ({ name, value }));

function entity(kind: Entity["kind"], name: string, of: Readonly<Record<string, string>> = {}): Entity {
  return { kind, name, facts: facts(of) };
}

const details = (over: Partial<AlertDetails>): AlertDetails => alertDetails(anAlert(), over);

const where = facts({
  Namespace: "shop",
  "Pod name": "web-7d9c5b8f6d-x2k4p",
  "Container name": "web",
  "Image name": "contoso.azurecr.io/web:1",
  "Compromised Host": "aks-apps-1",
  "User Name": "ada@contoso.com",
  "Source IP": "203.0.113.7",
});

test.each<[string, Partial<AlertDetails>, AlertSubject]>([
  ["nothing", {}, {}],
  [
    "facts alone",
    { facts: where },
    {
      namespace: "shop",
      pod: "web-7d9c5b8f6d-x2k4p",
      container: "web",
      image: "contoso.azurecr.io/web:1",
      node: "aks-apps-1",
      user: "ada@contoso.com",
      sourceIp: "203.0.113.7",
      workload: { kind: "Deployment", name: "web" },
    },
  ],
  [
    "entities win over facts",
    {
      facts: where,
      entities: [
        entity("account", "bob", { "Upn suffix": "contoso.com" }),
        entity("namespace", "bank"),
        entity("pod", "db-0", { Namespace: "bank" }),
        entity("container", "pg", { Pod: "db-0" }),
        entity("containerImage", `contoso.azurecr.io/pg:2@${digest}`),
        entity("host", "aks-apps-2"),
        entity("ip", "198.51.100.9"),
      ],
    },
    {
      namespace: "bank",
      pod: "db-0",
      container: "pg",
      image: "contoso.azurecr.io/pg:2",
      digest,
      node: "aks-apps-2",
      user: "bob@contoso.com",
      sourceIp: "198.51.100.9",
      workload: { kind: "StatefulSet", name: "db" },
    },
  ],
  [
    "of several, those that belong to the first pod",
    {
      entities: [
        entity("namespace", "other"),
        entity("pod", "db-0", { Namespace: "bank" }),
        entity("pod", "db-1", { Namespace: "other" }),
        entity("container", "sidecar", { Pod: "db-1", Image: "evil:1" }),
        entity("container", "pg", { Pod: "db-0", Image: "pg:2" }),
        entity("containerImage", "evil:1"),
        entity("containerImage", "pg:2", { Digest: digest }),
      ],
    },
    {
      namespace: "bank",
      pod: "db-0",
      container: "pg",
      image: "pg:2",
      digest,
      workload: { kind: "StatefulSet", name: "db" },
    },
  ],
  [
    "entities without a name, which are called by their type, name nothing",
    {
      facts: facts({ Namespace: "shop" }),
      entities: [
        entity("namespace", "K8s-namespace"),
        entity("pod", "KubernetesPod", { Namespace: "K8s-namespace" }),
        entity("container", "K8s-container", { Image: "container-image" }),
        entity("containerImage", "container-image"),
        entity("host", "host"),
        entity("ip", ""),
      ],
    },
    { namespace: "shop" },
  ],
  [
    "an image that is a digest only",
    { facts: facts({ ImageName: "web:1" }), entities: [entity("containerImage", digest)] },
    { image: "web:1", digest },
  ],
  [
    "an image with the scheme of its runtime",
    { entities: [entity("containerImage", `docker-pullable://web:1@${digest}`)] },
    { image: "web:1", digest },
  ],
  [
    "the account of a process is no caller",
    { alertType: "K8S.NODE_Webshell", facts: facts({ "User Name": "root", "Pod name": "web" }) },
    { pod: "web" },
  ],
])("%s", (_, over, subject) => {
  expect(alertSubjectOf(details(over))).toEqual(subject);
});

test.each<[string, Partial<AlertDetails>]>([
  ["auditLog", { alertType: "K8S_ExposedService" }],
  ["sensor", { alertType: "K8S.NODE_Webshell" }],
  ["sensor", { alertType: "k8s.node_webshell", facts: facts({ "Detected by": "Kubernetes audit log" }) }],
  ["diskScan", { alertType: "AgentlessMalware" }],
  ["diskScan", { alertType: "VM_X", title: "EICAR malware was detected (Agentless)" }],
  ["diskScan", { alertType: "VM_X", facts: facts({ "Detected by": "Agentless malware scanning" }) }],
  ["auditLog", { alertType: "X", facts: facts({ "Detected by": "Kubernetes audit log" }) }],
  ["sensor", { alertType: "X", facts: facts({ DetectedBy: "Microsoft Defender for Containers sensor" }) }],
  ["other", { alertType: "VM_EICAR" }],
  ["other", { alertType: "" }],
])("%s", (origin, over) => {
  expect(alertOriginOf(details(over))).toBe(origin);
});

test("in ten worlds the subject of every alert of the cluster is a pod or a node that exists, as the cluster has it", () => {
  let pods = 0;
  let controllers = 0;
  for (const world of worldsOf({}, 10)) {
    const { id, workloads, pools } = mainOf(world);
    const nodes = pools.flatMap((pool) => pool.nodes);
    const onNodes = alertsOf(world).filter(({ alertType }) => alertType.startsWith("AzureDNS_"));
    expect(onNodes).toHaveLength(2);
    for (const alert of onNodes) {
      const { node, pool } = alertSubjectOf(alert);
      expect(nodes).toContain(node);
      expect(pools.find(({ name }) => name === pool)?.nodes).toContain(node);
      expect(alert.compromisedEntity).toBe(node);
    }
    const all = alertsOf(world).filter((alert) =>
      alert.facts.some(({ name, value }) => name === "Effective azure resource id" && value === id),
    );
    expect(all.length).toBe(40); // Two more are about nodes.
    for (const alert of all) {
      const subject = alertSubjectOf(alert);
      const named = workloads.find(
        ({ namespace, name }) => namespace === subject.namespace && name === subject.workload?.name,
      );
      if (subject.pod === undefined && named) {
        // The audit log tells of the controller alone, and of callers elsewhere.
        expect(alertOriginOf(alert)).toBe("auditLog");
        expect(subject.workload).toEqual({ kind: named.controller, name: named.name });
        expect(subject).toMatchObject({ container: named.pods[0]?.container, image: named.image.reference });
        expect(subject.user).toBeDefined();
        controllers += 1;
        continue;
      }
      const workload = workloads.find(
        // Pods of a StatefulSet may have the same name in two namespaces.
        ({ namespace, pods: own }) =>
          namespace === subject.namespace && own.some(({ name }) => name === subject.pod),
      );
      const pod = workload?.pods.find((one) => one.name === subject.pod);
      if (alertOriginOf(alert) === "diskScan") {
        expect(pools.map(({ name }) => name)).toContain(subject.pool);
        expect([subject.pod, subject.node]).toEqual([undefined, undefined]);
        continue;
      }
      pods += 1;
      expect(subject).toMatchObject({
        namespace: workload?.namespace ?? "none",
        container: pod?.container,
        image: workload?.image.reference,
        digest: workload?.image.digest,
      });
      expect(subject.user === undefined).toBe(alertOriginOf(alert) === "sensor");
      if (subject.workload?.kind !== undefined) {
        expect(subject.workload).toEqual({ kind: workload?.controller, name: workload?.name });
      }
    }
  }
  expect(pods).toBeGreaterThan(200);
  expect(controllers).toBeGreaterThan(50);
});
