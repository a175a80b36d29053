import { alertDetailsFromRow } from "../../../Client/Alerts/alertDetailsFromRow";
import { alertFromRow } from "../../../Client/Alerts/alertFromRow";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import { alertSubjectOf, searchTextOf } from "../../../Client/Alerts/alertSubject";
import type { JsonRecord } from "../../../Client/Core/json";
import { kubectlCommands } from "../../../Client/Investigation/kubectl";
import { logQueryFor } from "../../../Client/Investigation/logQuery";
import { relatedAlerts } from "../../../Client/Alerts/relatedAlerts";
import { ruleMatches } from "../../../Client/Suppression/suppressionMatch";
import { draftFor, ruleOf } from "../../../Views/Features/Suppression/ruleDraft";
import { bindLogQuery } from "../../Support/bindLogQuery";
import {
  graphRowOf,
  clusterGroup,
  clusterId,
  clusterName,
  subscriptionId,
} from "../../Support/RealRows/alertFixture";
import { alertFixtures } from "../../Support/RealRows/alertFixtures";
import { nodeAlerts } from "../../Support/RealRows/alertNodes";

const cluster = { subscriptionId, resourceGroup: clusterGroup, name: clusterName };
const now = new Date("2026-11-24T12:00:00Z");

function detailsOf(row: unknown): AlertDetails {
  const mapped = alertDetailsFromRow(row as JsonRecord); // What Resource Graph's runner hands on.
  if ("rowError" in mapped) {
    throw new Error(mapped.rowError.message);
  }
  return mapped.item;
}

const spellings = alertFixtures.flatMap((fixture) => [
  [`${fixture.shape} (camelCase)`, detailsOf(fixture.rest), fixture] as const,
  [`${fixture.shape} (PascalCase)`, detailsOf(graphRowOf(fixture.rest)), fixture] as const,
]);

/** Queries differ in their literals alone, and binding takes its time. */
const bound = new Set<string>();
function bindOnce(kql: string): void {
  const shape = kql.replace(/'[^']*'|datetime\([^)]*\)/g, "?");
  if (!bound.has(shape)) {
    bindLogQuery(kql);
    bound.add(shape);
  }
}

const bareNumber = /(?<![\w-])\d{1,5}(?![\w.-])/;

describe.each(spellings)("%s", (_, details, { rest, says }) => {
  const subject = alertSubjectOf(details);

  test("its subject and what was affected", () => {
    expect(subject).toEqual(says.subject);
    expect(details.compromisedEntity).toBe(says.affected);
    expect(details.unreadable).toEqual([]);
  });

  test("its entities, without the service's bookkeeping", () => {
    expect(details.entities.map(({ kind, name }) => `${kind} ${name}`)).toEqual(says.entities);
    const labels = details.entities.flatMap(({ facts }) => facts.map(({ name }) => name));
    expect(labels.filter((label) => /asset|metadata|graph|^\$|^type$/i.test(label))).toEqual([]);
    const values = details.entities.flatMap(({ facts }) => facts.map(({ value }) => value));
    expect(values.filter((value) => /^(?:true|false|\d+)$/.test(value))).toEqual([]);
  });

  test("its facts have labels of their own", () => {
    const labels = details.facts.map(({ name }) => name.toLowerCase());
    expect(new Set(labels).size).toBe(labels.length);
  });

  test("the commands that it allows, none of them about a bare number", () => {
    const commands = kubectlCommands(subject, cluster);
    expect(commands.map(({ id }) => id)).toEqual(["getCredentials", ...says.commands]);
    for (const { command } of commands) {
      expect(command).not.toMatch(/CHANGE-ME|undefined|\*-/);
      expect(command.replace(/aks get-credentials.*/, "")).not.toMatch(/ '\d+'/);
    }
  });

  test("the queries for its logs", () => {
    const queries = logQueryFor(details, { tables: "resourceSpecific", clusterId, now });
    expect(queries.map(({ title }) => title)).toEqual(Object.keys(says.queries));
    for (const { title, kql } of queries) {
      for (const part of says.queries[title] ?? []) {
        expect(kql).toContain(part);
      }
      expect(kql).not.toMatch(/'\d+'/);
      bindOnce(kql);
    }
  });

  test("the way to its vulnerabilities", () => {
    expect(searchTextOf(subject)).toBe(says.search);
  });

  test("its steps and tactics as words", () => {
    expect(details.mitigationSteps).toEqual(says.steps ?? ["Ask the owner of the workload."]);
    expect(details.tactics).toEqual(says.tactics ?? ["Persistence"]);
  });

  test("a rule for it fits it, and offers no bare number as a condition", () => {
    const draft = draftFor(details, clusterId, []);
    expect(draft.conditions.filter(({ value }) => /^\d+$/.test(value))).toEqual([]);
    const rule = ruleOf(draft, details.alertType, now);
    expect(ruleMatches(rule, { alertType: details.alertType, entities: details.rawEntities })).toBe(true);
  });

  test("the list calls it the same", () => {
    const { properties } = rest;
    const listed = alertFromRow({ ...properties, id: rest.id });
    expect(listed).toMatchObject({ item: { compromisedEntity: says.affected } });
    expect(says.affected).not.toMatch(bareNumber);
  });
});

describe("alerts on nodes", () => {
  const [first, second, third] = nodeAlerts.map(({ rest }, index) => ({
    ...detailsOf(rest),
    id: `${rest.id}-${index}`,
  }));
  const otherScaleSet = (alert: AlertDetails): AlertDetails =>
    detailsOf({
      id: `${alert.id}-other`,
      properties: JSON.parse(
        JSON.stringify(nodeAlerts[0]?.rest.properties)
          .replaceAll("aks-gpu2-60221023-vmss", "aks-web-11111111-vmss")
          .replaceAll("drain.example.org", "sink.example.org"),
      ) as JsonRecord,
    });

  test("the same instance of another scale set shares nothing", () => {
    expect(first && relatedAlerts(first, [otherScaleSet(first)])).toEqual([]);
  });

  test("another instance of the scale set shares the domain, not the node", () => {
    const shared = first && second && relatedAlerts(first, [second]).flatMap((related) => related.shared);
    expect(shared).toEqual([{ kind: "dns", name: "drain.example.org" }]);
  });

  test("the same node is shared by its name", () => {
    const again = third && { ...third, id: `${third.id}-again` };
    const shared = third && again && relatedAlerts(third, [again]).flatMap((related) => related.shared);
    expect(shared).toEqual([
      { kind: "host", name: "aks-gpu2-60221023-vmss000010" },
      { kind: "dns", name: "drain.example.org" },
    ]);
  });

  test("a rule for one is kept to the cluster by the node resource group", () => {
    const rule = first && ruleOf(draftFor(first, clusterId, []), first.alertType, now);
    expect(rule?.conditions).toEqual([
      {
        field: "entities.azureresource.resourceid",
        operator: "contains",
        values: [`/subscriptions/${subscriptionId}/resourcegroups/mc_rg-harbour_harbour-aks_northeurope/`],
      },
    ]);
  });
});

test("of two workloads of one name only those of one kind are related", () => {
  const named = (kind: string, id: string): AlertDetails => ({
    ...detailsOf(alertFixtures[1]?.rest),
    id,
    facts: [
      { name: "Object kind", value: kind },
      { name: "Object name", value: "buoy" },
      { name: "Namespace", value: "docks" },
    ],
  });
  const own = named("daemonset", "a");
  const related = relatedAlerts(own, [named("DaemonSets", "b"), named("Deployment", "c")]);
  expect(related.map(({ alert, shared }) => [alert.id, shared])).toEqual([
    ["b", [{ kind: "workload", name: "docks/buoy" }]],
  ]);
});
