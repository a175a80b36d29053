import { aRule } from "../Support/suppression";
import type { AlertStatus } from "../../Client/Alerts/alert";
import type { PricingBody } from "../../Client/DefenderPlan/pricingBody";
import type { KqlRow } from "../../Extension/ArmEmulator/Kql/table";
import { replaying, scopeAt } from "./exampleHost";
import { itemsOf, mustEqual, textAt, type Replay } from "./replaying";

type Json = Readonly<Record<string, unknown>>;

/** A resource of ARM as Resource Graph has it: with the full type of its id, in lower case. */
function rowOf(resource: Json): KqlRow {
  const id = textAt(resource, "id");
  const [provider = "", ...path] = id.slice(id.lastIndexOf("/providers/") + "/providers/".length).split("/");
  const types = path.filter((_, at) => at % 2 === 0);
  return { ...resource, type: [provider, ...types].join("/").toLowerCase() };
}

/** The Azure resource that an alert is about. */
function subjectOf(alert: Json): string {
  const { resourceIdentifiers } = alert.properties as { readonly resourceIdentifiers?: readonly Json[] }; // As the OpenAPI says.
  return (
    (resourceIdentifiers ?? []).map((one) => textAt(one, "azureResourceId")).find((id) => id !== "") ?? ""
  );
}

const alerts: Replay = {
  examples: /\/Alerts\/GetAlerts?\w+\.json$/,
  async run(_, response) {
    const items = itemsOf(response);
    for (const alert of items) {
      const { services } = replaying(scopeAt(subjectOf(alert)), [], items.map(rowOf));
      const page = await services.alerts.listPage(undefined);
      const id = textAt(alert, "id");
      mustEqual("the list", [page.items.length, page.gaps], [items.length, []]);
      const details = await services.alerts.get(id);
      mustEqual("the title", details.title, textAt(alert, "properties", "alertDisplayName"));
      // Exported alerts say New for what the API calls Active, and so does this example.
      const status = textAt(alert, "properties", "status").replace("New", "Active");
      mustEqual("the status", details.status, status);
      mustEqual("the start", details.startTime, new Date(textAt(alert, "properties", "startTimeUtc")));
      mustEqual("its neighbors that cannot be read", (await services.alerts.related(details)).unreadable, 0);
    }
  },
};

const statuses: readonly AlertStatus[] = ["Dismissed", "Resolved", "Active", "InProgress"];

const alertChanges: Replay = {
  examples: /\/Alerts\/UpdateAlert\w+\.json$/,
  async run({ parameters, name }, { status }) {
    const subscription = `/subscriptions/${textAt(parameters, "subscriptionId")}`;
    const group = name.includes("ResourceGroup")
      ? `/resourceGroups/${textAt(parameters, "resourceGroupName")}`
      : "";
    const id = `${subscription}${group}/providers/Microsoft.Security/locations/${textAt(parameters, "ascLocation")}/alerts/${textAt(parameters, "alertName")}`;
    const { services, requests } = replaying(scopeAt(id), [
      { calls: /^POST .*\/(?:dismiss|resolve|activate|inProgress)$/, response: { status } },
    ]);
    for (const wanted of statuses) {
      await services.alerts.changeStatus(id, wanted);
    }
    const paths = requests.map(({ uri }) => new URL(uri).pathname);
    mustEqual(
      "what is called",
      paths,
      ["dismiss", "resolve", "activate", "inProgress"].map((verb) => `${id}/${verb}`),
    );
  },
};

const rules: Replay = {
  examples: /\/AlertsSuppressionRules\/(?:Get|Put)\w+\.json$/,
  async run({ name }, response) {
    const value = itemsOf(response);
    const { services, requests } = replaying(scopeAt(textAt(value[0], "id")), [
      { calls: /^GET .*\/alertsSuppressionRules$/i, response: { body: { value } } },
      { calls: /^GET .*\/alertsSuppressionRules\//i, response: { status: 404 } },
      { calls: /^PUT /, response: { body: value[0] } },
    ]);
    const read = await services.suppression.list();
    mustEqual(
      "the list",
      [...read.map((rule) => rule.name)].sort(),
      value.map((rule) => textAt(rule, "name")).sort(),
    );
    for (const rule of read) {
      await services.suppression.create(rule);
      const sent = requests.at(-1)?.body;
      const original = value.find((one) => textAt(one, "name") === rule.name);
      const { lastModifiedUtc: _, ...properties } = original?.properties as Json; // Set by the service.
      mustEqual(`${name}: what is saved`, withoutDates(sent), withoutDates({ properties }));
    }
  },
};

/** Dates are the same when they name the same instant; others are left as they are. */
function withoutDates(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json), (_, value: unknown) =>
    typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).getTime() : value,
  );
}

const ruleRemoval: Replay = {
  examples: /\/DeleteAlertsSuppressionRule_/,
  async run({ parameters }, { status }) {
    const scope = scopeAt(`/subscriptions/${textAt(parameters, "subscriptionId")}`);
    const rule = aRule(textAt(parameters, "alertsSuppressionRuleName"));
    const { services } = replaying(scope, [
      {
        calls: /^GET .*\/alertsSuppressionRules\//,
        response: { body: { name: rule.name, properties: rule.raw } },
      },
      { calls: /^DELETE .*\/alertsSuppressionRules\//, response: { status } },
    ]);
    await services.suppression.remove(rule);
  },
};

const owners: Replay = {
  examples: /\/GovernanceAssignments\/(?:Get|List|Put)\w+\.json$/,
  async run(_, response) {
    const value = itemsOf(response);
    for (const item of value) {
      const [assessmentId = ""] = textAt(item, "id").split("/governanceAssignments/");
      const { services } = replaying(scopeAt(assessmentId), [
        { calls: /^GET /, response: { body: { value } } },
      ]);
      const read = await services.ownership.get(assessmentId);
      const said = (...keys: readonly string[]) => textAt(item, "properties", ...keys);
      const ticket = ((item.properties as Json).additionalData as Json | undefined)?.ticketNumber; // As the OpenAPI says.
      mustEqual("the owner", read?.owner, said("owner"));
      mustEqual("the due date", read?.due, new Date(said("remediationDueDate")));
      mustEqual("the justification", read?.eta?.justification, said("remediationEta", "justification"));
      mustEqual("the ticket", read?.ticket?.number, ticket);
    }
  },
};

const ownerRemoval: Replay = {
  examples: /\/DeleteGovernanceAssignment_/,
  async run({ parameters }, { status }) {
    const scope = `/${textAt(parameters, "scope")}`;
    const id = `${scope}/providers/Microsoft.Security/assessments/${textAt(parameters, "assessmentName")}`;
    const name = textAt(parameters, "assignmentKey");
    const assigned = { owner: "a@contoso.com", due: undefined };
    const stored = {
      id: `${id}/governanceAssignments/${name}`,
      name,
      properties: { owner: assigned.owner },
    };
    const { services, requests } = replaying(scopeAt(scope), [
      { calls: /^GET /, response: { body: { value: [stored] } } },
      { calls: /^DELETE /, response: { status } },
    ]);
    const assessment = { id, title: "", resourceId: scope, recommendation: "", isVulnerability: false };
    await services.ownership.remove({ ...assessment, level: "High", current: assigned });
    mustEqual("what is deleted", new URL(requests.at(-1)?.uri ?? "").pathname, stored.id);
  },
};

const plans: Replay = {
  examples: /\/Pricings\/(?:Get|List|Put)\w+\.json$/,
  async run({ name, parameters }, response) {
    for (const body of itemsOf(response)) {
      const { services, requests } = replaying(scopeAt(`/${textAt(parameters, "scopeId")}`), [
        { calls: /^(?:GET|PUT) .*\/pricings\//, response: { status: response.status, body } },
      ]);
      const sent = (parameters.pricing ?? { properties: {} }) as PricingBody; // As the OpenAPI says.
      const settings = name.includes("/Put")
        ? await services.planSettings.save("subscription", sent)
        : await services.planSettings.read("subscription");
      if (name.includes("/Put")) {
        mustEqual("what is saved", requests.at(-1)?.body, sent);
      }
      const properties = body.properties as { readonly extensions?: readonly Json[] | null }; // As the OpenAPI says.
      const named = (properties.extensions ?? []).map((extension) => textAt(extension, "name"));
      mustEqual("whether it is on", settings.isOn, textAt(body, "properties", "pricingTier") === "Standard");
      mustEqual(
        "the extensions",
        settings.extensions.map((extension) => extension.name),
        named,
      );
      if (response.status === 200) {
        mustEqual("the plan", (await services.plan.get()).isOn, settings.isOn);
      }
    }
  },
};

const planRemoval: Replay = {
  examples: /\/DeleteResourcePricing_/,
  async run({ parameters }, { status }) {
    const scope = scopeAt(`/${textAt(parameters, "scopeId")}`);
    await replaying(scope, [
      { calls: /^DELETE .*\/pricings\//, response: { status } },
    ]).services.planSettings.remove();
  },
};

/** Published assessments are all healthy or do not apply: they must be counted as checked, and shown once they fail. */
const assessments: Replay = {
  examples: /\/Assessments\/(?:Get|List|Put)\w+\.json$/,
  async run(_, response) {
    for (const assessment of itemsOf(response)) {
      const [resource = ""] = textAt(assessment, "id").split("/providers/Microsoft.Security/");
      const healthy = replaying(scopeAt(resource), [], [rowOf(assessment)]).services.misconfigurations;
      const { items, gaps, evaluated } = await healthy.listPage(undefined);
      mustEqual("the list of what passed", [items, gaps, evaluated], [[], [], 1]);
      const properties = {
        ...(assessment.properties as Json), // As the OpenAPI says.
        status: { code: "Unhealthy" },
        metadata: { severity: "High" },
      };
      const row = rowOf({ ...assessment, properties });
      const failing = replaying(scopeAt(resource), [], [row]).services.misconfigurations;
      const page = await failing.listPage(undefined);
      const title = textAt(assessment, "properties", "displayName");
      mustEqual(
        "the list of what fails",
        page.items.map((item) => [item.id, item.title, item.level]),
        [[row.id, title, "High"]],
      );
      mustEqual("the details", (await failing.get(textAt(assessment, "id"))).title, title);
    }
  },
};

/** Compliance shows what is about something in the cluster: for each published assessment of a standard one is made up. */
const compliance: Replay = {
  examples: /\/RegulatoryCompliance\/getRegulatoryComplianceAssessment\w+\.json$/,
  async run(_, response) {
    const regulatory = itemsOf(response);
    const cluster = scopeAt(
      `${textAt(regulatory[0], "id").split("/providers/")[0]}/resourceGroups/rg/providers/x/y/z`,
    );
    const underlying = regulatory.map((item): KqlRow => ({
      id: `${cluster.id}/providers/Microsoft.Security/assessments/${textAt(item, "name")}`,
      name: item.name,
      type: "microsoft.security/assessments",
      properties: { displayName: "x", status: { code: "Unhealthy" }, metadata: { severity: "Low" } },
    }));
    const { services } = replaying(cluster, [], [...regulatory.map(rowOf), ...underlying]);
    const { items, gaps } = await services.compliance.listPage(undefined);
    mustEqual(
      "the list",
      [items.map(({ id }) => id).sort(), gaps],
      [regulatory.map(({ id }) => id).sort(), []],
    );
    for (const item of items) {
      mustEqual("the control", item.id.includes(`/regulatoryComplianceControls/${item.control}/`), true);
      mustEqual("what else it satisfies", (await services.compliance.get(item)).alsoSatisfies, []);
    }
  },
};

const complianceNames: Replay = {
  examples: /\/RegulatoryCompliance\/getRegulatoryCompliance(?:Control|Standard)\w+\.json$/,
  async run({ name }, response) {
    for (const item of itemsOf(response)) {
      const control = name.includes("Control")
        ? textAt(item, "id")
        : `${textAt(item, "id")}/regulatoryComplianceControls/1`;
      const cluster = scopeAt(`${control.split("/providers/")[0]}/resourceGroups/rg/providers/x/y/z`);
      const assessment = {
        id: `${cluster.id}/providers/Microsoft.Security/assessments/a`,
        name: "a",
        properties: { displayName: "x", status: { code: "Unhealthy" }, metadata: { severity: "Low" } },
      };
      const regulatory = {
        id: `${control}/regulatoryComplianceAssessments/a`,
        name: "a",
        properties: { state: "Failed" },
      };
      const { services } = replaying(cluster, [], [item, assessment, regulatory].map(rowOf));
      const page = await services.compliance.listPage(undefined);
      const title = name.includes("Control") ? textAt(item, "properties", "description") : "";
      mustEqual(
        "the list",
        page.items.map(({ controlTitle }) => controlTitle),
        [title],
      );
    }
  },
};

export const replaysOfSecurity: readonly Replay[] = [
  alerts,
  alertChanges,
  rules,
  ruleRemoval,
  owners,
  ownerRemoval,
  plans,
  planRemoval,
  assessments,
  compliance,
  complianceNames,
];
