import type { AlertSubject } from "../../../Client/Alerts/alertSubject";
import type { LogQueryId } from "../../../Client/Investigation/logQuery";
import { logQueryLabels } from "../../../Views/Features/Investigation/logQueryLabels";

const nothing = {
  namespace: undefined,
  workload: undefined,
  pod: undefined,
  container: undefined,
  node: undefined,
  nodePrefix: undefined,
  pool: undefined,
} as unknown as AlertSubject;

const workload = { kind: "Deployment", name: "web" } as AlertSubject["workload"];
const ofPool = { pool: "apps", nodePrefix: "aks-apps-" };

test.each<[LogQueryId, Partial<AlertSubject>, string, string]>([
  ["containerLog", { container: "web", pod: "web-1" }, "Container logs", "the containers of this name wrote"],
  ["containerLog", { pod: "web-1" }, "Container logs", "the containers of the pod wrote"],
  ["containerLog", { workload }, "Container logs", "the containers of the controller's pods wrote"],
  ["containerLog", { namespace: "shop" }, "Container logs", "the containers of the namespace wrote"],
  ["containerLog", { ...ofPool, node: "aks-apps-0" }, "Container logs", "the containers on the node wrote"],
  ["containerLog", ofPool, "Container logs", "the containers on the nodes of the pool wrote"],
  ["containerLog", {}, "Container logs", "the containers of the cluster wrote"],
  ["podEventLog", { pod: "web-1", workload }, "Events of the pod", "about the pod."],
  [
    "podEventLog",
    { workload },
    "Events of the controller and its pods",
    "about the controller and its pods.",
  ],
  ["podEventLog", { namespace: "shop" }, "Events of the objects of the namespace", "of the namespace."],
  ["podEventLog", {}, "Events of the objects of the cluster", "of the cluster."],
  ["nodeEventLog", { ...ofPool, node: "aks-apps-0" }, "Events of the node", "about the node."],
  ["nodeEventLog", ofPool, "Events of the nodes of the pool", "about the nodes of the pool."],
  ["nodePodLog", { ...ofPool, node: "aks-apps-0" }, "Pods on the node", "ran on the node."],
  ["nodePodLog", ofPool, "Pods on the nodes of the pool", "ran on the nodes of the pool."],
  ["auditLog", { namespace: "shop" }, "Audit log", "the objects in the alert."],
  ["auditLog", {}, "Audit log", "the objects in the alert."],
])("%s of an alert about %j is called %p: … %s", (id, over, title, text) => {
  const words = logQueryLabels(id, { ...nothing, ...over });
  expect(words.title).toBe(title);
  expect(words.text).toContain(text);
});
