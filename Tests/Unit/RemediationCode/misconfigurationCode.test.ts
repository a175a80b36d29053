import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isContainerLevel } from "../../../Client/Core/recommendation";
import { builtInPolicies } from "../../../Client/Core/builtInPolicies";
import { hasPlaceholder } from "../../../Client/RemediationCode/codeSnippet";
import { misconfigurationCode } from "../../../Client/RemediationCode/misconfigurationCode";
import { recommendations } from "../../../Extension/ArmEmulator/World/Security/Assessments/recommendations";
import { BicepName, parseBicep } from "../../Support/bicepParser";
import { readHcl, runShell } from "../../Support/codeReaders";
import { prod } from "./subjects";

const shared = path.resolve(__dirname, "../../../../shared/data");

const codeOf = (key: string, policyId?: string, title = "Title") =>
  misconfigurationCode({ key, title, policyId }, prod, []);

function textOf(key: string, snippet: string, policyId?: string): string {
  const found = codeOf(key, policyId).snippets.find((one) => one.key === snippet);
  return found?.text ?? "";
}

const policyAddOn = "08e628db-e2ed-4793-bc91-d13e684401c3";
const defender = "56a83a6e-c417-42ec-b567-1e6fcb3d09a9";
const ipRanges = "1a2b5b4c-f80d-46e7-ac81-b51a9fb363de";
const logs = "bb318338-de6a-42ff-8428-8274c897d564";
const rbac = "b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9";
const escalation = "43dc2a2e-ce69-4d42-923e-ab7d136f2cfe";
const limits = "405c9ae6-49f9-46c4-8873-a86690f27818";

test.each(recommendations.map(({ title, ...rest }) => [title, rest] as const))(
  "%s has all the snippets of its kind",
  (_, { key, policyId, level }) => {
    const { snippets, facts } = codeOf(key.toUpperCase(), policyId);
    const keys = snippets.map((snippet) => snippet.key);
    if (key === rbac) {
      expect({ keys, facts }).toEqual({ keys: [], facts: ["rbacIsFixed"] });
    } else if (level === "cluster") {
      expect({ keys, facts }).toEqual({ keys: ["fixAz", "fixBicep", "fixTerraform"], facts: [] });
    } else {
      expect(keys).toEqual(["patch", "policyAz", "policyBicep", "policyTerraform"]);
      expect(facts).toEqual(["workloadUnknown"]);
    }
    expect(new Set(snippets.map(({ fileName }) => fileName)).size).toBe(snippets.length);
    expect(snippets.filter(({ fileName }) => !/^[a-z]+(?:-[a-z]+)*\.[a-z]+$/i.test(fileName))).toEqual([]);
  },
);

test("recommendations about containers are those that have a policy here", () => {
  expect([...builtInPolicies.keys()].filter((key) => !isContainerLevel(key))).toEqual([]);
  expect(builtInPolicies.size).toBe(recommendations.filter(({ level }) => level === "container").length);
});

test("no snippet holds what could be a secret", () => {
  const all = recommendations.flatMap(({ key, policyId }) => codeOf(key, policyId).snippets);
  const secret = /password|client_?secret|shared_?key|connection_?string|access_?key|bearer|begin .*key/i;
  expect(all.filter(({ text }) => secret.test(text))).toEqual([]);
});

describe("of the cluster", () => {
  const place = ["--subscription=11111111-1111-4111-8111-111111111111", "--resource-group=g", "--name=prod"];
  const workspace =
    "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/CHANGE-ME/providers/Microsoft.OperationalInsights/workspaces/CHANGE-ME";

  test.each<[string, string, readonly string[]]>([
    ["the policy add-on", policyAddOn, ["az", "aks", "enable-addons", ...place, "--addons=azure-policy"]],
    [
      "the Defender profile",
      defender,
      ["az", "aks", "update", ...place, "--enable-defender", "--defender-config=defender-config.json"],
    ],
    [
      "authorized IP ranges",
      ipRanges,
      ["az", "aks", "update", ...place, "--api-server-authorized-ip-ranges=CHANGE-ME"],
    ],
    [
      "logs",
      logs,
      [
        ...[
          "az",
          "monitor",
          "diagnostic-settings",
          "create",
          "--subscription=11111111-1111-4111-8111-111111111111",
          "--name=aks-security-logs",
        ],
        `--resource=${prod.id}`,
        `--workspace=${workspace}`,
        "--export-to-resource-specific=true",
        '--logs=[{"category":"kube-audit-admin","enabled":true},{"category":"guard","enabled":true},{"category":"kube-apiserver","enabled":true}]',
      ],
    ],
  ])("%s: the command", (_, key, words) => {
    expect(runShell(textOf(key, "fixAz")).calls).toEqual([words]);
  });

  test("the workspace of the Defender profile is in the file that the command reads", () => {
    expect(runShell(textOf(defender, "fixAz")).files).toEqual({
      "defender-config.json": { logAnalyticsWorkspaceResourceId: workspace },
    });
  });

  /** The same change in both languages; `P` stands for the parameter. */
  const changes: readonly (readonly [string, string, object, string | undefined, string])[] = [
    [policyAddOn, "", { addonProfiles: { azurepolicy: { enabled: true } } }, undefined, ""],
    [
      defender,
      "workspaceId",
      {
        securityProfile: {
          defender: { logAnalyticsWorkspaceResourceId: "P", securityMonitoring: { enabled: true } },
        },
      },
      "string",
      "workspace_id",
    ],
    [
      ipRanges,
      "authorizedIpRanges",
      { apiServerAccessProfile: { authorizedIPRanges: "P" } },
      "string[]",
      "authorized_ip_ranges",
    ],
  ];
  const withParameter = (value: object, parameter: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, item: unknown) => (item === "P" ? parameter : item));

  test.each(changes)("%s in Bicep is a variable to merge, and deploys nothing", (key, name, change, type) => {
    expect(parseBicep(textOf(key, "fixBicep"))).toEqual({
      parameters: type === undefined ? {} : { [name]: type },
      variables: { remediation: withParameter(change, new BicepName(name)) },
      resources: {},
    });
  });

  test.each(changes)("%s in Terraform updates the cluster", (key, _, change, __, variable) => {
    expect(readHcl(textOf(key, "fixTerraform"))).toMatchObject({
      resource: {
        azapi_update_resource: {
          aks_remediation: [
            {
              type: "Microsoft.ContainerService/managedClusters@2025-10-01",
              resource_id: prod.id,
              body: { properties: withParameter(change, `\${var.${variable}}`) },
            },
          ],
        },
      },
    });
  });

  test.each(changes)("%s sets properties that the API has", (_, __, change) => {
    expect(unknownProperties(change)).toEqual([]);
  });

  test("a property that the API does not have is noticed", () => {
    const noticed = existsSync(shared) ? ["securityProfile.defenderr"] : [];
    expect(unknownProperties({ securityProfile: { defenderr: true } })).toEqual(noticed);
  });

  test("logs are a resource of their own", () => {
    const { resources, parameters } = parseBicep(textOf(logs, "fixBicep"));
    expect(parameters).toEqual({ workspaceId: "string" });
    expect(resources.cluster).toEqual({
      type: "Microsoft.ContainerService/managedClusters@2025-10-01",
      isExisting: true,
      body: { name: "prod" },
    });
    expect(resources.diagnostics).toMatchObject({
      isExisting: false,
      body: { scope: new BicepName("cluster"), properties: { workspaceId: new BicepName("workspaceId") } },
    });
    expect(readHcl(textOf(logs, "fixTerraform"))).toMatchObject({
      resource: {
        azurerm_monitor_diagnostic_setting: {
          aks_security_logs: [
            {
              target_resource_id: prod.id,
              log_analytics_workspace_id: "${var.workspace_id}",
              enabled_log: ["kube-audit-admin", "guard", "kube-apiserver"].map((category) => ({ category })),
            },
          ],
        },
      },
    });
  });
});

describe("assignments of policies", () => {
  const assigned = (policyId: string) => ({
    name: `aks-${policyId.slice(0, 8)}`,
    definition: `/providers/Microsoft.Authorization/policyDefinitions/${policyId}`,
  });

  interface Definition {
    readonly name: string;
    readonly properties: {
      readonly mode: string;
      readonly parameters: Readonly<
        Record<
          string,
          {
            readonly type: string;
            readonly defaultValue?: unknown;
            readonly allowedValues?: readonly unknown[];
          }
        >
      >;
    };
  }

  const folder = path.join(shared, "azure-policy");
  // Microsoft's files are beside the checkout, or not.
  const isPublished = existsSync(folder);
  const definitions = (isPublished ? readdirSync(folder) : []).map(
    (file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Definition,
  );

  const typeOf = (value: unknown) => (Array.isArray(value) ? "array" : typeof value);

  test.each(
    recommendations
      .filter(({ level }) => level === "container")
      .map(({ title, ...rest }) => [title, rest] as const),
  )("%s: Microsoft's definition takes the values, and lacks none", (_, { key, policyId }) => {
    const definition = definitions.find(({ name }) => name === policyId);
    const { parameters = {}, mode } = definition?.properties ?? {};
    expect(mode).toBe(isPublished ? "Microsoft.Kubernetes.Data" : undefined);
    const params = paramsOf(key, policyId);
    for (const [name, { value }] of isPublished ? Object.entries(params) : []) {
      expect([name, parameters[name]?.type.toLowerCase()]).toEqual([name, typeOf(value)]);
      expect(parameters[name]?.allowedValues ?? [value]).toContainEqual(value);
    }
    const required = Object.keys(parameters).filter((name) => parameters[name]?.defaultValue === undefined);
    expect(required.filter((name) => !(name in params))).toEqual([]);
  });

  function paramsOf(key: string, policyId: string | undefined) {
    const [call = []] = runShell(textOf(key, "policyAz", policyId)).calls;
    const params = call.find((word) => word.startsWith("--params="))?.slice("--params=".length) ?? "{}";
    return JSON.parse(params) as Readonly<Record<string, { readonly value: unknown }>>;
  }

  test("deny where nothing has to be chosen", () => {
    const policyId = "1c6e92c9-99f0-4e55-9cf2-0c234dc48f99";
    const { name, definition } = assigned(policyId);
    const parameters = { effect: { value: "Deny" } };
    expect(runShell(textOf(escalation, "policyAz", policyId)).calls).toEqual([
      [
        ...[
          "az",
          "policy",
          "assignment",
          "create",
          "--subscription=11111111-1111-4111-8111-111111111111",
          `--name=${name}`,
        ],
        "--display-name=Title",
        "--scope=/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g",
        `--policy=${policyId}`,
        `--params=${JSON.stringify(parameters)}`,
      ],
    ]);
    expect(parseBicep(textOf(escalation, "policyBicep", policyId)).resources).toEqual({
      assignment: {
        type: "Microsoft.Authorization/policyAssignments@2024-04-01",
        isExisting: false,
        body: { name, properties: { displayName: "Title", policyDefinitionId: definition, parameters } },
      },
    });
    expect(readHcl(textOf(escalation, "policyTerraform", policyId))).toMatchObject({
      resource: {
        azurerm_resource_group_policy_assignment: {
          aks: [
            {
              name,
              display_name: "Title",
              resource_group_id: prod.resourceGroupId,
              policy_definition_id: definition,
            },
          ],
        },
      },
    });
  });

  test("the parameters in Terraform are those of the command", () => {
    for (const { key, policyId } of recommendations.filter(({ level }) => level === "container")) {
      const encoded = /jsonencode\((\{[^]*\})\)\n\}\n$/.exec(textOf(key, "policyTerraform", policyId))?.[1];
      expect(readHcl(`it = ${encoded ?? ""}\n`)).toEqual({ it: paramsOf(key, policyId) });
    }
  });

  test("only audit what has to be chosen, so that no placeholder locks anything out", () => {
    for (const { key, policyId } of recommendations.filter(({ level }) => level === "container")) {
      const snippet = codeOf(key, policyId).snippets.find((one) => one.key === "policyAz");
      if (snippet && hasPlaceholder(snippet)) {
        expect(paramsOf(key, policyId).effect).toEqual({ value: "Audit" });
      }
    }
    expect(paramsOf(limits, undefined)).toEqual({
      effect: { value: "Audit" },
      cpuLimit: { value: "1" },
      memoryLimit: { value: "1Gi" },
    });
  });

  test("without the service's policy take the one that is known", () => {
    expect(textOf(escalation, "policyAz")).toContain("1c6e92c9-99f0-4e55-9cf2-0c234dc48f99");
  });

  test("another policy than the known one keeps its defaults", () => {
    expect(paramsOf(limits, "another")).toEqual({});
    expect(codeOf(limits, "another").facts).toContain("policyUnknown");
  });

  test("of an unknown recommendation are all there is, and nothing without a policy", () => {
    const { snippets, facts } = codeOf("new", "0123");
    expect(snippets.map(({ key }) => key)).toEqual(["policyAz", "policyBicep", "policyTerraform"]);
    expect(facts).toEqual(["policyUnknown"]);
    expect(codeOf("new")).toEqual({ snippets: [], facts: [] });
  });
});

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
}

/** Paths that Microsoft's specification of `ManagedClusterProperties` does not have. */
function unknownProperties(properties: object): readonly string[] {
  const file =
    "containerservice/resource-manager/Microsoft.ContainerService/aks/stable/2024-09-01/managedClusters.json";
  const specification = path.join(shared, "specification", file);
  if (!existsSync(specification)) {
    return []; // Microsoft's files are beside the checkout, or not.
  }
  const { definitions } = JSON.parse(readFileSync(specification, "utf8")) as {
    readonly definitions: Readonly<Record<string, Schema>>;
  };
  const resolved = (schema: Schema | undefined): Schema | undefined =>
    schema?.$ref === undefined ? schema : definitions[schema.$ref.replace("#/definitions/", "")];
  const missing = (value: unknown, schema: Schema | undefined, at: readonly string[]): readonly string[] => {
    if (schema === undefined) {
      return [at.join(".")];
    }
    return value === null || typeof value !== "object"
      ? []
      : Object.entries(value).flatMap(([key, item]) =>
          missing(item, resolved(schema.properties?.[key] ?? schema.additionalProperties), [...at, key]),
        );
  };
  return missing(properties, definitions.ManagedClusterProperties, []);
}
