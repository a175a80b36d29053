import { controllerOfPod } from "../../../Client/Core/podController";

test.each([
  ["web-7d9c5b8f6d-x2k4p", { kind: "Deployment", name: "web" }],
  ["my-web-app-5c6bd8-zz4q7", { kind: "Deployment", name: "my-web-app" }],
  ["coredns-789465848c-7cvgh", { kind: "Deployment", name: "coredns" }],
  ["db-0", { kind: "StatefulSet", name: "db" }],
  ["prometheus-server-12", { kind: "StatefulSet", name: "prometheus-server" }],
  ["backup-29374560-x2k4p", { kind: "CronJob", name: "backup" }],
  ["kube-proxy-x2k4p", { name: "kube-proxy" }],
  // Hash and suffix hold no vowel and neither 0, 1 nor 3: these are words of a DaemonSet's own name.
  ["prometheus-node-exporter-x2k4p", { name: "prometheus-node-exporter" }],
  ["nvidia-driver-ubuntu2204-x2k4p", { name: "nvidia-driver-ubuntu2204" }],
  ["my-nginx", undefined],
  ["db-00", undefined],
  ["web", undefined],
  ["-0", undefined],
  ["", undefined],
])("the controller of %s", (pod, workload) => {
  expect(controllerOfPod(pod)).toEqual(workload);
});

test("a long name is read in no time", () => {
  const start = performance.now();
  controllerOfPod("b-".repeat(100_000));
  controllerOfPod("b".repeat(200_000));
  expect(performance.now() - start).toBeLessThan(2000);
});
