import { knownWorkloadKind, workloadKindNamed } from "../../../Client/Core/workloadKind";

test.each([
  ["Deployment", "Deployment"],
  ["deployments", "Deployment"],
  ["K8s-deployment", "Deployment"],
  ["KubernetesStatefulSet", "StatefulSet"],
  ["stateful set", "StatefulSet"],
  ["DAEMON_SET", "DaemonSet"],
  ["daemonsets.apps", "DaemonSet"],
  ["apps/v1/ReplicaSet", "ReplicaSet"],
  ["cron-job", "CronJob"],
  ["CronJob (batch/v1)", "CronJob"],
  ["jobs", "Job"],
])("%s is a %s", (text, kind) => {
  expect(knownWorkloadKind(text)).toBe(kind);
  expect(workloadKindNamed(text)).toBe(kind);
});

test.each([
  "Pod",
  "namespaces",
  "K8s-service",
  "K8s-serviceaccount",
  "ClusterRoleBinding",
  "secrets",
  "",
  "  ",
])("%j makes no pods", (text) => {
  expect(knownWorkloadKind(text)).toBeUndefined();
  expect(workloadKindNamed(text)).toBeUndefined();
});

test.each([
  ["K8s-rollout", "Rollout"],
  ["K8s-CloneSet", "CloneSet"],
  ["game server", "GameServer"],
])("%s is of a kind that is not known, %s", (text, kind) => {
  expect(knownWorkloadKind(text)).toBeUndefined();
  expect(workloadKindNamed(text)).toBe(kind);
});
