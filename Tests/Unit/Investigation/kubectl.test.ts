import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { load as loadYaml } from "js-yaml";
import type { AlertSubject } from "../../../Client/Alerts/alertSubject";
import { alertSubjectOf } from "../../../Client/Alerts/alertSubject";
import { kubectlCommands, type KubectlCommandId } from "../../../Client/Investigation/kubectl";
import { unfitNames } from "../../../Client/Investigation/kubectlNames";
import { Investigation } from "../../../Views/Features/Investigation/Investigation.resjson";
import { alertsOf } from "../../Support/alertsOfWorlds";
import { controlNames, hostileNames } from "../../Support/hostileNames";
import { worldsOf } from "../ArmEmulator/worlds";

const cluster = { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "g", name: "prod" };
const subject: AlertSubject = { namespace: "shop", pod: "web-0", node: "aks-apps-1" };

const shells = ["/bin/sh", "/bin/dash", "/bin/bash"].filter((shell) => existsSync(shell));

/** Programs that print what they were called with; `apply` also prints what it reads. */
const programs = `
called() { printf '%s\\000' "$@"; }
az() { called az "$@"; printf '\\001'; }
kubectl() {
  called kubectl "$@"
  if [ "$1" = apply ]; then while IFS= read -r line; do printf '%s\\n' "$line"; done; printf '\\000'; fi
  printf '\\001'
}
`;

/** Runs a script with nothing but those two programs, and returns the words of each call. */
function run(script: string, shell = "/bin/sh"): readonly (readonly string[])[] {
  const { status, stdout, stderr } = spawnSync(shell, ["-c", programs + script], {
    encoding: "utf8",
    env: { PATH: "", HOME: "/home", LC_ALL: "C.UTF-8" },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const calls = stdout.split("\u0001");
  expect(calls.pop()).toBe("");
  return calls.map((call) => call.split("\u0000").slice(0, -1));
}

function commandsOf(over: AlertSubject, of = cluster): Partial<Record<KubectlCommandId, string>> {
  return Object.fromEntries(kubectlCommands(over, of).map(({ id, command }) => [id, command]));
}

const idsOf = (over: AlertSubject) => kubectlCommands(over, cluster).map(({ id }) => id);

const always = ["getCredentials"];
const controller = ["describeController", "controllerPods", "controllerLogs", "controllerEvents"];
const node = ["describeNode", "nodePods", "cordonNode"];
const ofPod = [
  ...always,
  ...["describePod", "podLogs", "previousPodLogs", "podEvents"],
  ...["describeNode", "nodePods", "isolatePod", "cordonNode"],
];

test.each<[string, AlertSubject, readonly string[]]>([
  ["everything", subject, ofPod],
  ["nothing", {}, always],
  ["a pod without a namespace", { pod: "web-0" }, always],
  ["a namespace without a pod", { namespace: "shop" }, always],
  ["a node", { node: "aks-apps-1", pool: "apps" }, [...always, ...node]],
  ["a pool", { pool: "apps" }, [...always, "poolNodes"]],
  ["a pool that cannot exist", { pool: "a,b" }, always],
  [
    "a controller without a pod",
    { namespace: "shop", workload: { kind: "Deployment", name: "web" } },
    [...always, ...controller],
  ],
  [
    "a CronJob, whose logs kubectl does not read",
    { namespace: "shop", workload: { kind: "CronJob", name: "web" } },
    [...always, "describeController", "controllerPods", "controllerEvents"],
  ],
  ["a controller without a namespace", { workload: { kind: "Deployment", name: "web" } }, always],
  ["a controller of a kind that is not known", { namespace: "shop", workload: { name: "web" } }, always],
  [
    "a kind that is no word",
    { namespace: "shop", workload: { kind: "$(touch pwned)", name: "web" } },
    always,
  ],
  ["a pod that cannot exist", { namespace: "shop", pod: "Web_0" }, always],
  ["a namespace that cannot exist", { namespace: "a.b", pod: "web-0" }, always],
  ["a pattern of pods", { namespace: "shop", pod: "web-*-*" }, always],
  ["a node that cannot exist", { node: "0 --force" }, always],
])("of %s", (_, over, ids) => {
  expect(idsOf(over)).toEqual(ids);
});

test("each command is what it says", () => {
  const calls = Object.fromEntries(
    Object.entries(commandsOf(subject)).map(([id, command]) => [
      id,
      run(command).map((call) => call.join(" ")),
    ]),
  );
  const logs = "kubectl logs --namespace=shop --timestamps --all-containers";
  const selector = "involvedObject.kind=Pod,involvedObject.name=web-0";
  expect(calls).toMatchObject({
    getCredentials: [
      "az aks get-credentials --subscription=11111111-1111-4111-8111-111111111111 --resource-group=g --name=prod",
    ],
    describePod: ["kubectl describe pod --namespace=shop -- web-0"],
    podLogs: [`${logs} -- web-0`],
    previousPodLogs: [`${logs} --previous -- web-0`],
    podEvents: [`kubectl get events --namespace=shop --field-selector=${selector} --sort-by=.lastTimestamp`],
    cordonNode: ["kubectl cordon -- aks-apps-1"],
  });
  expect(calls.isolatePod).toEqual([
    "kubectl label pod web-0 --namespace=shop quarantine=isolated --overwrite",
    expect.stringMatching(/^kubectl apply -f - apiVersion/),
  ]);
});

const names = [...hostileNames, ...controlNames].map(
  (name) => [JSON.stringify(name).slice(0, 60), name] as const,
);

test("each command for a controller is what it says", () => {
  const commands = commandsOf({ namespace: "shop", workload: { kind: "StatefulSet", name: "ledger" } });
  const owners =
    "custom-columns=POD:.metadata.name,OWNER:.metadata.ownerReferences[*].name,NODE:.spec.nodeName";
  const selector = "involvedObject.kind=StatefulSet,involvedObject.name=ledger";
  const [, ...calls] = run(Object.values(commands).join("\n")).map((call) => call.join(" "));
  expect(calls).toEqual([
    "kubectl describe statefulset --namespace=shop -- ledger",
    `kubectl get pods --namespace=shop --output=${owners}`,
    "kubectl logs --namespace=shop --timestamps --all-containers -- statefulset/ledger",
    `kubectl get events --namespace=shop --field-selector=${selector} --sort-by=.lastTimestamp`,
  ]);
});

test.each(names)("no command holds %s: Kubernetes lets nothing be called so", (_, name) => {
  expect(idsOf({ namespace: name, pod: "web-0", node: name })).toEqual(always);
  expect(idsOf({ namespace: "shop", pod: name })).toEqual(always);
  expect(idsOf({ namespace: name, workload: { kind: "Deployment", name: "web" } })).toEqual(always);
  expect(idsOf({ namespace: "shop", workload: { kind: "Deployment", name } })).toEqual(always);
});

test.each(["@/etc/passwd", "'x", "??", "null", "\u202ex", "a\nb", "\u001b[2J"])(
  "no command of the Azure CLI holds %j",
  (name) => {
    expect(kubectlCommands({}, { ...cluster, name })).toEqual([]);
    expect(kubectlCommands({}, { ...cluster, resourceGroup: name })).toEqual([]);
  },
);

const unfitOf = (over: AlertSubject, of = cluster) => unfitNames(over, of).map(({ part }) => part);

test.each(names)("that no command holds %s is said", (_, name) => {
  const workload = { kind: "Deployment", name };
  expect(unfitOf({ namespace: name, pod: "web-0", node: name })).toEqual(["namespace", "node"]);
  expect(unfitNames({ namespace: "shop", pod: name }, cluster)).toEqual([{ part: "pod", name }]);
  expect(unfitOf({ namespace: name, workload })).toEqual(["namespace", "controller"]);
});

test.each<[string, AlertSubject, readonly string[]]>([
  ["a pattern of pods", { namespace: "shop", pod: "web-*-*" }, ["pod"]],
  ["a kind", { namespace: "shop", workload: { kind: "$(x)", name: "web" } }, ["controllerKind"]],
  ["a pool", { pool: "a,b" }, ["pool"]],
  ["a pool whose node is named", { pool: "a,b", node: "n" }, []],
  ["a namespace that nothing needs", { namespace: "a.b" }, []],
  ["a controller whose pod is named", { namespace: "s", pod: "p", workload: { name: "_" } }, []],
  ["everything as it should be", subject, []],
  ["nothing", {}, []],
])("%s: what is missing is said", (_, over, parts) => {
  expect(unfitOf(over)).toEqual(parts);
});

test("a resource group of which the Azure CLI would make something else is named", () => {
  expect(unfitOf({}, { ...cluster, resourceGroup: "null" })).toEqual(["resourceGroup"]);
  expect(unfitOf({}, { ...cluster, name: "@x" })).toEqual(["cluster"]);
});

test("for every alert of a world, commands are missing only where a name is said to be unfit", () => {
  for (const alert of worldsOf(undefined, 1).flatMap(alertsOf)) {
    const of = alertSubjectOf(alert);
    const isPattern = /\*/.test(of.pod ?? "");
    expect(unfitOf(of)).toEqual(isPattern ? ["pod"] : []);
  }
});

const groups = ["(x)_.y", "größe", "-x", "_", "名前"];

test.each(shells.flatMap((shell) => groups.map((group) => [shell, group] as const)))(
  "%s passes the resource group %s on as it is",
  (shell, resourceGroup) => {
    const { getCredentials = "" } = commandsOf({}, { ...cluster, resourceGroup });
    expect(run(getCredentials, shell)[0]).toContain(`--resource-group=${resourceGroup}`);
  },
);

describe("the manifest", () => {
  /** What `kubectl apply` reads. */
  function manifestOf(namespace: string, pod: string): unknown {
    const { isolatePod } = commandsOf({ namespace, pod });
    if (isolatePod === undefined) {
      return undefined;
    }
    const [label = [], apply = []] = run(isolatePod);
    expect(label).toContain(pod);
    return loadYaml(apply.at(-1) ?? "");
  }

  // Names that YAML would read as something else than text, and the longest ones.
  test.each([
    ["shop", "web-0"],
    ["123", "0"],
    ["null", "true"],
    ["1e3", "0x1f"],
    ["yes", "a.b-c.d"],
    ["a".repeat(63), `${"a".repeat(63)}.`.repeat(3) + "b".repeat(61)],
  ])("of namespace %s and pod %s denies everything to pods with the label", (namespace, pod) => {
    expect(manifestOf(namespace, pod)).toEqual({
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: { name: "quarantine-deny-all", namespace },
      spec: {
        podSelector: { matchLabels: { quarantine: "isolated" } },
        policyTypes: ["Ingress", "Egress"],
      },
    });
  });

  test.each([...hostileNames, "a".repeat(64), "a.b", "-a", "a-", "a\n"])(
    "is omitted for namespace %j",
    (name) => {
      expect(manifestOf(name, "web-0")).toBeUndefined();
    },
  );

  test.each([...hostileNames, "a..b", ".a", "a-.b", `${"a".repeat(64)}.b`, "a\n"])(
    "is omitted for pod %j",
    (name) => {
      expect(manifestOf("shop", name)).toBeUndefined();
    },
  );

  test("has the label that the pod is given", () => {
    const { isolatePod = "" } = commandsOf(subject);
    expect(run(isolatePod)[0]).toContain("quarantine=isolated");
  });
});

test("every command for every alert of a world runs, and nothing else", () => {
  let isolated = 0;
  for (const alert of worldsOf(undefined, 1).flatMap(alertsOf)) {
    const commands = kubectlCommands(alertSubjectOf(alert), cluster);
    const isolations = commands.filter(({ id }) => id === "isolatePod").length;
    const calls = run(commands.map(({ command }) => command).join("\n"));
    expect(calls).toHaveLength(commands.length + isolations);
    isolated += isolations;
  }
  expect(isolated).toBeGreaterThan(40);
});

test("every command has a name and an explanation", () => {
  const texts: Readonly<Record<string, string>> = Investigation;
  const missing = kubectlCommands(subject, cluster).filter(
    ({ title, explanation }) => !texts[title] || !texts[explanation],
  );
  expect(missing).toEqual([]);
});
