import { madeByPattern } from "../../../Client/Investigation/controllerPods";
import { hostileNames } from "../../Support/hostileNames";

const fits = (kind: string | undefined, name: string) => (made: string) =>
  new RegExp(madeByPattern(kind === undefined ? { name } : { kind, name })).test(made);

test.each<[string | undefined, readonly string[], readonly string[]]>([
  ["Deployment", ["web", "web-7d9c5b8f6d", "web-7d9c5b8f6d-x2k4p"], ["web-admin", "web-0", "webs", "a-web"]],
  ["DaemonSet", ["web", "web-x2k4p"], ["web-7d9c5b8f6d-x2k4p", "web-admin", "web-0"]],
  ["StatefulSet", ["web", "web-0", "web-12"], ["web-x2k4p", "web-0-1"]],
  ["CronJob", ["web", "web-29000001", "web-29000001-x2k4p"], ["web-1", "web-x2k4p"]],
  ["Job", ["web", "web-x2k4p", "web-0-x2k4p"], ["web-0", "web-7d9c5b8f6d-x2k4p"]],
  ["ReplicaSet", ["web", "web-x2k4p"], ["web-admin"]],
  ["Rollout", ["web", "web-anything"], ["webs"]],
  [undefined, ["web", "web-anything"], ["webs"]],
  ["constructor", ["web", "web-anything"], ["webs"]],
])("what a %s called web makes", (kind, made, others) => {
  expect(made.filter(fits(kind, "web"))).toEqual(made);
  expect(others.filter(fits(kind, "web"))).toEqual([]);
});

test.each(hostileNames)("a controller called %j is compared letter by letter", (name) => {
  if (name.length < 47) {
    expect(fits("Deployment", name)(name)).toBe(true);
    expect(fits("Deployment", name)(`${name}x`)).toBe(false);
  }
});

test("Kubernetes cuts long names: their beginning must do", () => {
  const name = "n".repeat(60);
  expect(fits("Deployment", name)(`${name.slice(0, 58)}x2k4p`)).toBe(true);
});
