import type { AlertDetails } from "../../../Client/Alerts/alert";
import { logQueryFor, type LogQuery, type LogTables } from "../../../Client/Investigation/logQuery";
import { Investigation } from "../../../Views/Features/Investigation/Investigation.resjson";
import { alertsOf } from "../../Support/alertsOfWorlds";
import { alertDetails, anAlert } from "../../Support/anAlert";
import { controlNames, hostileNames } from "../../Support/hostileNames";
import { bindLogQuery, type BoundQuery } from "../../Support/bindLogQuery";
import { worldsOf } from "../ArmEmulator/worlds";

const now = new Date("2026-11-24T12:00:00Z");
const clusterId =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/prod";
const bothTables: readonly LogTables[] = ["resourceSpecific", "azureDiagnostics"];
const types = ["K8S_ExposedService", "K8S.NODE_Webshell", "AgentlessMalware", "VM_EICAR"] as const;

/** An alert that names everything it can, each with the text. */
function alertAbout(names: Readonly<Record<string, string>>, alertType: string = types[0]): AlertDetails {
  const facts = Object.entries(names).map(([name, value]) => ({ name, value }));
  return alertDetails(anAlert({ alertType }), { facts });
}

const all = (text: string) => ({
  Namespace: text,
  "Pod name": text,
  "Container name": text,
  "Compromised Host": text,
  "User Name": text,
  "Source IP": text,
});

function queriesOf(details: AlertDetails, tables: LogTables = "resourceSpecific", id = clusterId) {
  return logQueryFor(details, { tables, clusterId: id, now });
}

const bind = ({ kql }: LogQuery): BoundQuery => bindLogQuery(kql);

test.each<[string, string, LogTables, readonly string[]]>([
  ["the audit log", "K8S_ExposedService", "resourceSpecific", ["auditLog", "auditAdminLog"]],
  ["the audit log in one table", "K8S_ExposedService", "azureDiagnostics", ["auditLog"]],
  ["the sensor", "K8S.NODE_Webshell", "resourceSpecific", ["containerLog", "podEventLog"]],
  ["the disk scan", "AgentlessMalware", "azureDiagnostics", ["nodeEventLog", "nodePodLog"]],
  ["something else", "X", "azureDiagnostics", ["auditLog", "containerLog", "podEventLog"]],
])("alerts of %s", (_, alertType, tables, titles) => {
  expect(queriesOf(alertAbout(all("x"), alertType), tables).map(({ title }) => title)).toEqual(titles);
});

test("a sensor alert that names the node alone asks for what happened on the node", () => {
  const queries = queriesOf(alertAbout({ "Compromised Host": "n" }, "K8S.NODE_X"));
  expect(queries.map(({ title }) => title)).toEqual(["containerLog", "nodeEventLog"]);
  expect(queries.every(({ kql }) => kql.includes("Computer =~ 'n'"))).toBe(true);
});

test("a query of the audit log reads", () => {
  const [query] = queriesOf(
    alertAbout({
      Namespace: "shop",
      "Pod name": "db-0",
      "User Name": "ada@contoso.com",
      "Source IP": "203.0.113.7",
    }),
  );
  expect(query?.kql).toBe(`AKSAudit
| where TimeGenerated between (datetime(2026-11-20T09:30:00.000Z) .. datetime(2026-11-20T10:30:00.000Z))
| where _ResourceId =~ '${clusterId}'
| extend ObjectNamespace = tostring(ObjectRef.namespace), ObjectName = tostring(ObjectRef.name)
| extend Username = tostring(User.username), Addresses = todynamic(SourceIps)
| where (ObjectNamespace == 'shop' and ObjectName in ('db-0', 'db')) or Username =~ 'ada@contoso.com' or set_has_element(Addresses, '203.0.113.7')
| project TimeGenerated, Username, Addresses, Verb = tostring(Verb), Resource = tostring(ObjectRef.resource), ObjectNamespace, ObjectName, Code = toint(ResponseStatus.code), RequestUri = tostring(RequestUri), UserAgent = tostring(UserAgent)
| order by TimeGenerated asc`);
});

const alerts = worldsOf({}, 10).flatMap(alertsOf);

describe.each(bothTables)("with %s", (tables) => {
  /** One of each kind: the others have the same operators, and binding takes its time. */
  const kinds = tables === "azureDiagnostics" ? types.slice(0, 1) : types.slice(0, 3);
  const trees = (text: string) =>
    kinds.flatMap((type) =>
      queriesOf(alertAbout(all(text), type), tables, text)
        .filter(({ title }) => title !== "auditAdminLog")
        .map(bind),
    );

  let known: readonly BoundQuery[] | undefined;
  const harmless = () => (known ??= trees("x"));

  test("every query for every alert of ten worlds binds, and has its cluster and its time", () => {
    let bound = 0;
    const seen = new Set<string>();
    for (const details of alerts) {
      for (const query of queriesOf(details, tables)) {
        expect(query.from.getTime()).toBeLessThan(query.to.getTime());
        expect(query.kql).toContain(
          `between (datetime(${query.from.toISOString()}) .. datetime(${query.to.toISOString()}))`,
        );
        expect(query.kql).toContain(`_ResourceId =~ '${clusterId}'`);
        // Alerts differ in their literals alone: what was bound once needs not be bound again.
        const shape = query.kql.replace(/'[^']*'|datetime\([^)]*\)/g, "?");
        if (!seen.has(shape) || bound % 200 === 0) {
          bind(query);
          seen.add(shape);
        }
        bound += 1;
      }
    }
    expect(bound).toBeGreaterThan(1000);
  });

  test.each([...hostileNames.filter((name) => name !== ""), ...controlNames])(
    "%j is one literal, and changes nothing else",
    (name) => {
      const hostile = trees(name);
      expect(hostile.map(({ shape }) => shape)).toEqual(harmless().map(({ shape }) => shape));
      expect(hostile.flatMap(({ texts }) => texts)).toEqual(
        harmless()
          .flatMap(({ texts }) => texts)
          .map((text) => (text === "x" ? name : text)),
      );
    },
  );

  test.each(types)("an alert of type %s that names nothing is filtered by cluster and time alone", (type) => {
    const queries = queriesOf(alertAbout({}, type), tables);
    expect(queries.length).toBeGreaterThan(0);
    for (const query of queries) {
      bind(query);
      expect(query.kql.match(/where /g)).toHaveLength(query.kql.startsWith("AzureDiagnostics") ? 3 : 2);
    }
  });

  test.each(["Namespace", "Pod name", "User Name", "Source IP"])(
    "the audit log is filtered to %s alone",
    (name) => {
      for (const query of queriesOf(alertAbout({ [name]: "only" }), tables)) {
        bind(query);
        expect(query.kql.match(/'only'/g)).toHaveLength(1);
      }
    },
  );
});

test("the binder notices a column or a table that is not in the documentation", () => {
  expect(() => bindLogQuery("AKSAudit | where ObjectReference.name == 'x'")).toThrow();
  expect(() => bindLogQuery("KubeEvent | take 1")).toThrow();
  expect(() => bindLogQuery("ContainerLogV2 | where podName == 'x'")).toThrow();
});

test("every query has a name and an explanation", () => {
  const texts: Readonly<Record<string, string>> = Investigation;
  const queries = [...types, "X"].flatMap((type) =>
    bothTables.flatMap((tables) => queriesOf(alertAbout(all("x"), type), tables)),
  );
  const ids = [...new Set(queries.map(({ title }) => title))];
  expect(ids).toHaveLength(6);
  expect(ids.filter((id) => !texts[`${id}Title`] || !texts[`${id}Text`])).toEqual([]);
});
