import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { clusterScopeOf, type ClusterScope } from "../../Client/Core/clusterScope";
import { placeholder } from "../../Client/Core/codeValue";
import { azRestOf } from "../../Client/DefenderPlan/planCommands";
import type { PlanStep } from "../../Client/DefenderPlan/planChanges";
import { kubectlCommands } from "../../Client/Investigation/kubectl";
import { componentCode } from "../../Client/RemediationCode/componentCode";
import { misconfigurationCode } from "../../Client/RemediationCode/misconfigurationCode";
import { hostileNames } from "../Support/hostileNames";
import { startAzureOfCli, withAzureCli, type AzureOfCli } from "./azureOfCli";

type Row = Readonly<Record<string, unknown>>;

const policyAddOn = "08e628db-e2ed-4793-bc91-d13e684401c3";
const defender = "56a83a6e-c417-42ec-b567-1e6fcb3d09a9";
const ipRanges = "1a2b5b4c-f80d-46e7-ac81-b51a9fb363de";
const logs = "bb318338-de6a-42ff-8428-8274c897d564";
const escalation = "43dc2a2e-ce69-4d42-923e-ab7d136f2cfe";

/** The code that the product writes, run by Microsoft's CLI: what counts is what it does. */
withAzureCli("the product's own snippets work", () => {
  let azure: AzureOfCli;
  let cluster: ClusterScope;
  beforeAll(async () => {
    azure = await startAzureOfCli({ scenario: "sensor-missing", speed: 60 });
    await azure.login();
    const scope = clusterScopeOf(azure.emulator.clusterId);
    if (!scope.ok) {
      throw new Error(scope.reason);
    }
    cluster = scope.cluster;
  });
  afterAll(() => azure.close());

  /** A snippet with the placeholders replaced, in their order. */
  function snippet(key: string, name: "fixAz" | "policyAz", ...choices: readonly string[]): string {
    const { snippets } = misconfigurationCode({ key, title: "Title", policyId: undefined }, cluster, []);
    const text = snippets.find((one) => one.key === name)?.text ?? "";
    // Comments name the placeholder too.
    const commands = text.split("\n").filter((line) => !line.startsWith("#"));
    return choices.reduce((chosen, choice) => chosen.replace(placeholder, choice), commands.join("\n"));
  }

  /** Runs a script that has to succeed. */
  async function succeed(text: string | undefined): Promise<void> {
    const { code, stderr } = await azure.shell(text ?? "exit 9");
    expect({ code, said: code === 0 ? "" : stderr }).toEqual({ code: 0, said: "" });
  }

  const statusOf = async (key: string) => {
    const flags = ["--name", key, "--assessed-resource-id", cluster.id];
    const { status } = await azure.json<{ readonly status: { readonly code: string } }>(
      "security",
      "assessment",
      "show",
      ...flags,
    );
    return status.code;
  };

  /** Of one of the world's workspaces: its group and its name. */
  function workspace(): readonly [group: string, name: string] {
    const [first] = azure.emulator.world.workspaces;
    return [first?.resourceGroup ?? "", first?.name ?? ""];
  }

  test.each<readonly [string, string, () => readonly string[]]>([
    ["the Azure Policy add-on", policyAddOn, () => []],
    ["the Defender profile", defender, workspace],
    ["authorized IP ranges", ipRanges, () => ["20.30.40.0/24"]],
    ["diagnostic logs", logs, workspace],
  ])("%s: the recommendation becomes healthy", async (_, key, choices) => {
    expect(await statusOf(key)).toBe("Unhealthy");
    await succeed(snippet(key, "fixAz", ...choices()));
    expect(await statusOf(key)).toBe("Healthy");
  });

  test("a policy assignment is made, with the parameters that it should have", async () => {
    await succeed(snippet(escalation, "policyAz"));
    const made = [...azure.emulator.world.policyAssignments.values()].find(
      ({ name }) => name === "aks-1c6e92c9",
    );
    expect(made).toMatchObject({
      scope: cluster.resourceGroupId,
      properties: { displayName: "Title", parameters: { effect: { value: "Deny" } } },
    });
  });

  test("kubectl gets the cluster's address", async () => {
    const { command } = kubectlCommands({}, cluster).find(({ id }) => id === "getCredentials") ?? {};
    await succeed(command);
    const config = readFileSync(path.join(azure.folder, ".kube", "config"), "utf8");
    expect(config).toContain(`current-context: ${cluster.name}`);
  });

  test("node images are upgraded: of one pool, and of all", async () => {
    const { pools = [] } = azure.emulator.world.clusters.find(({ id }) => id === cluster.id) ?? {};
    const images = () => pools.map(({ state }) => state.nodeImageVersion);
    const [first, second] = pools;
    const place = ["--resource-group", cluster.resourceGroup, "--cluster-name", cluster.name];
    const upgrades = ["aks", "nodepool", "get-upgrades", ...place, "--nodepool-name", first?.name ?? ""];
    const { latestNodeImageVersion: newest } = await azure.json<Row>(...upgrades);
    expect(images()).not.toContain(newest);
    const codeOf = (kind: "nodePool" | "container", isManagedByAks: boolean) =>
      componentCode({ kind, name: first?.name ?? "", place: undefined, isManagedByAks }, [], cluster)
        .snippets;
    const textOf = (...of: Parameters<typeof codeOf>) =>
      codeOf(...of).find(({ key }) => key === "fixAz")?.text ?? "";
    await succeed(textOf("nodePool", false));
    expect(images()).toEqual([newest, second?.state.nodeImageVersion]);
    expect(second?.state.nodeImageVersion).not.toBe(newest);
    // Its last command; the others are about Kubernetes versions, which don't change here. Without a terminal, no one can be asked.
    const ofAll = textOf("container", true).slice(textOf("container", true).lastIndexOf("az aks upgrade"));
    await succeed(`${ofAll.trimEnd()} --yes`);
    // It doesn't wait for the end; a third of a second later, by this clock, Azure has done it.
    await azure.json("aks", "nodepool", "list", ...place);
    expect(images()).toEqual([newest, newest]);
  });

  describe("the Defender plan", () => {
    const tierAt = async (scope: string) => {
      const url = `${scope}/providers/Microsoft.Security/pricings/Containers?api-version=2024-01-01`;
      return (await azure.json<{ readonly properties: Row }>("rest", "--url", url)).properties;
    };
    const run = (step: PlanStep, scope: string) => succeed(azRestOf(step, scope));

    test("is enabled and disabled for the cluster, and given up", async () => {
      const extensions = [{ name: "ContainerSensor", isEnabled: "True" as const }];
      const on: PlanStep = {
        kind: "save",
        scope: "cluster",
        body: { properties: { pricingTier: "Standard", extensions } },
      };
      const off: PlanStep = { kind: "save", scope: "cluster", body: { properties: { pricingTier: "Free" } } };
      for (const [step, tier] of [
        [off, "Free"],
        [on, "Standard"],
      ] as const) {
        await run(step, cluster.id);
        expect(await tierAt(cluster.id)).toMatchObject({ pricingTier: tier, inherited: "False" });
      }
      await run({ kind: "remove" }, cluster.id);
      expect(await tierAt(cluster.id)).toMatchObject({ inherited: "True" });
    });
  });

  test.each(hostileNames.filter((name) => name.trim() !== ""))(
    "a recommendation called %j is assigned by that very name, or there is no snippet; nothing else happens",
    async (title) => {
      const { snippets } = misconfigurationCode({ key: escalation, title, policyId: undefined }, cluster, []);
      const text = snippets.find(({ key }) => key === "policyAz")?.text;
      const before = azure.emulator.requests.length;
      if (text !== undefined) {
        await succeed(text);
        const made = azure.emulator.world.policyAssignments.get(
          `${cluster.resourceGroupId}/providers/Microsoft.Authorization/policyAssignments/aks-1c6e92c9`.toLowerCase(),
        );
        expect(made?.properties.displayName).toBe([...title].slice(0, 128).join(""));
      }
      const writes = azure.emulator.requests.slice(before).filter(({ method }) => method !== "GET");
      expect(writes.map(({ method, path: target }) => [method, target])).toEqual(
        text === undefined ? [] : [["PUT", expect.stringMatching(/policyAssignments\/aks-1c6e92c9$/)]],
      );
      expect(existsSync(path.join(azure.folder, "pwned"))).toBe(false);
    },
  );
});
