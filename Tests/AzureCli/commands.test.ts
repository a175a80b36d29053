import { startAzureOfCli, withAzureCli, type AzureOfCli } from "./azureOfCli";

type Row = Readonly<Record<string, unknown>>;

/** What every engineer types, in the order of a day: reads, then changes that are read again. */
withAzureCli("az reads and changes the emulator", () => {
  let azure: AzureOfCli;
  let place: { readonly group: string; readonly name: string; readonly id: string };
  beforeAll(async () => {
    azure = await startAzureOfCli({ speed: 60 });
    await azure.login();
    const id = azure.emulator.clusterId;
    const [, , , , group = "", , , , name = ""] = id.split("/");
    place = { group, name, id };
  });
  afterAll(() => azure.close());

  const cluster = () => ["--resource-group", place.group, "--name", place.name];
  const pool = (...flags: readonly string[]) => [
    "--resource-group",
    place.group,
    "--cluster-name",
    place.name,
    ...flags,
  ];
  const sorted = (texts: readonly unknown[]) => texts.map(String).sort();
  const main = () => {
    const found = azure.emulator.world.clusters.find(({ id }) => id === place.id);
    if (!found) {
      throw new Error("The world has no main cluster.");
    }
    return found;
  };

  test("groups, resources, and clusters", async () => {
    const { world } = azure.emulator;
    const groups = await azure.json<readonly Row[]>("group", "list");
    expect(groups.map(({ name }) => name)).toEqual(
      expect.arrayContaining([place.group, main().nodeResourceGroup]),
    );
    expect(await azure.json("group", "show", "--name", place.group)).toMatchObject({ name: place.group });
    expect(await azure.json("group", "exists", "--name", "nowhere")).toBe(false);
    const ofType = await azure.json<readonly Row[]>("resource", "list", "--resource-type", main().type);
    expect(sorted(ofType.map(({ id }) => id))).toEqual(sorted(world.clusters.map(({ id }) => id)));
    expect(await azure.json("resource", "show", "--ids", place.id)).toMatchObject({ id: place.id });
    expect(await azure.json("aks", "show", ...cluster())).toMatchObject({ id: place.id, name: place.name });
    const upgrades = await azure.json<Row>("aks", "get-upgrades", ...cluster());
    expect(upgrades).toMatchObject({ controlPlaneProfile: { kubernetesVersion: main().kubernetesVersion } });
  });

  test("node pools", async () => {
    const [first] = main().pools;
    const pools = await azure.json<readonly Row[]>("aks", "nodepool", "list", ...pool());
    expect(pools.map(({ name }) => name)).toEqual(main().pools.map(({ name }) => name));
    const name = first?.name ?? "";
    expect(await azure.json("aks", "nodepool", "show", ...pool("--name", name))).toMatchObject({ name });
    const upgrades = await azure.json<Row>(
      "aks",
      "nodepool",
      "get-upgrades",
      ...pool("--nodepool-name", name),
    );
    expect(upgrades.latestNodeImageVersion).toEqual(expect.stringContaining("AKSUbuntu"));
    expect(first?.state.nodeImageVersion).not.toBe(upgrades.latestNodeImageVersion);
    await azure.json("aks", "nodepool", "upgrade", ...pool("--name", name, "--node-image-only"));
    expect(first?.state.nodeImageVersion).toBe(upgrades.latestNodeImageVersion);
  });

  test("alerts, rules, and plans", async () => {
    const alerts = await azure.json<readonly Row[]>("security", "alert", "list");
    const wanted = azure.emulator.world.alerts.find(({ state }) => state.changes.length === 0) ?? {
      id: "",
      name: "",
      location: "",
    };
    expect(alerts.map(({ id }) => id)).toContain(wanted.id);
    const flags = ["--name", wanted.name, "--location", wanted.location];
    const read = (...more: readonly string[]) =>
      azure.json<Row>("security", "alert", "show", ...flags, ...more);
    for (const [verb, status] of [
      // In small letters, the CLI sends nothing and says nothing.
      ["Dismiss", "Dismissed"],
      ["Activate", "Active"],
      ["InProgress", "InProgress"],
      ["Resolve", "Resolved"],
    ] as const) {
      const group = /resourceGroups\/([^/]+)/.exec(wanted.id)?.[1] ?? "";
      await azure.json("security", "alert", "update", ...flags, "--resource-group", group, "--status", verb);
      expect(await read("--resource-group", group)).toMatchObject({ status });
    }
    const rules = await azure.json<readonly Row[]>("security", "alerts-suppression-rule", "list");
    expect(sorted(rules.map(({ name }) => String(name).toLowerCase()))).toEqual(
      sorted([...azure.emulator.world.suppressionRules.keys()]),
    );
    const name = String(rules[0]?.name);
    expect(
      await azure.json("security", "alerts-suppression-rule", "show", "--rule-name", name),
    ).toMatchObject({ name });
    const plans = await azure.json<{ readonly value: readonly Row[] }>("security", "pricing", "list");
    expect(plans.value.map((plan) => plan.name)).toEqual(["Containers", "CloudPosture"]);
    for (const tier of ["Free", "Standard"]) {
      await azure.json("security", "pricing", "create", "--name", "Containers", "--tier", tier);
      expect(await azure.json("security", "pricing", "show", "--name", "Containers")).toMatchObject({
        pricingTier: tier,
      });
    }
  });

  test("assessments, what they are about, and standards", async () => {
    const { world } = azure.emulator;
    const assessments = await azure.json<readonly Row[]>("security", "assessment", "list");
    const known = new Set(world.assessments.map(({ id }) => id.toLowerCase()));
    expect(assessments.length).toBeGreaterThan(100);
    expect(assessments.filter(({ id }) => !known.has(String(id).toLowerCase()))).toEqual([]);
    const key = "56a83a6e-c417-42ec-b567-1e6fcb3d09a9";
    const show = ["security", "assessment", "show", "--name", key, "--assessed-resource-id", place.id];
    expect(await azure.json(...show)).toMatchObject({
      name: key,
      resourceDetails: { source: "Azure", id: place.id.toLowerCase() },
    });
    const metadata = await azure.json<readonly Row[]>("security", "assessment-metadata", "list");
    expect(metadata.map(({ name }) => name)).toContain(key);
    expect(await azure.json("security", "assessment-metadata", "show", "--name", key)).toMatchObject({
      severity: "High",
    });
    const subAssessments = await azure.json<readonly Row[]>("security", "sub-assessment", "list");
    const named = new Set(world.securityRows.map(({ name }) => name));
    expect(subAssessments.length).toBeGreaterThan(1_000);
    expect(subAssessments.filter(({ name }) => !named.has(String(name)))).toEqual([]);
    const compliance = async (kind: string, ...flags: readonly string[]) =>
      azure.json<readonly Row[]>("security", `regulatory-compliance-${kind}`, "list", ...flags);
    const standards = await compliance("standards");
    const standard = String(standards.find(({ state }) => state === "Failed")?.name);
    const controls = await compliance("controls", "--standard-name", standard);
    const control = String(controls.find(({ state }) => state === "Failed")?.name);
    const inControl = ["--standard-name", standard, "--control-name", control];
    const evidence = await compliance("assessments", ...inControl);
    expect(evidence.some(({ state }) => state === "Failed")).toBe(true);
    const one = ["--standard-name", standard, "--name", control];
    expect(await azure.json("security", "regulatory-compliance-controls", "show", ...one)).toMatchObject({
      name: control,
    });
  });

  test("policies", async () => {
    const definition = "0a15ec92-a229-4763-bb14-0ea34a568f8d";
    expect(await azure.json("policy", "definition", "show", "--name", definition)).toMatchObject({
      name: definition,
    });
    const names = async () =>
      (await azure.json<readonly Row[]>("policy", "assignment", "list", "--scope", place.id)).map(
        ({ name }) => name,
      );
    const at = ["--name", "mine", "--scope", place.id];
    await azure.json("policy", "assignment", "create", ...at, "--policy", definition);
    expect(await names()).toContain("mine");
    await azure.json("policy", "assignment", "delete", ...at);
    expect(await names()).not.toContain("mine");
    const states = await azure.json<readonly Row[]>("policy", "state", "list", "--resource", place.id);
    expect(new Set(states.map(({ complianceState }) => complianceState))).toEqual(
      new Set(["Compliant", "NonCompliant"]),
    );
  });

  test("logs and workspaces", async () => {
    const { world } = azure.emulator;
    const settings = ["monitor", "diagnostic-settings"];
    const categories = await azure.json<{ readonly value: readonly Row[] }>(
      ...settings,
      "categories",
      "list",
      "--resource",
      place.id,
    );
    expect(categories.value.map(({ name }) => name)).toContain("kube-audit-admin");
    await azure.json(
      "monitor",
      "log-analytics",
      "workspace",
      "create",
      "--resource-group",
      place.group,
      "--workspace-name",
      "made-here",
      // The CLI looks again after half a minute only.
      "--no-wait",
    );
    const workspaces = await azure.json<readonly Row[]>("monitor", "log-analytics", "workspace", "list");
    expect(sorted(workspaces.map(({ id }) => id))).toEqual(sorted(world.workspaces.map(({ id }) => id)));
    const at = ["--resource", place.id, "--name", "mine"];
    const workspace = String(world.workspaces[0]?.id);
    const logs = JSON.stringify([{ category: "guard", enabled: true }]);
    await azure.json(...settings, "create", ...at, "--workspace", workspace, "--logs", logs);
    expect(await azure.json(...settings, "show", ...at)).toMatchObject({ name: "mine" });
    await azure.json(...settings, "delete", ...at);
    const left = await azure.json<readonly Row[]>(...settings, "list", "--resource", place.id);
    expect(left.map(({ name }) => name)).not.toContain("mine");
  });

  test("changes of a cluster, without losing what the CLI's old api-version doesn't know", async () => {
    const before = main().pools.map(({ upgradeSettings }) => upgradeSettings);
    await azure.json("aks", "update", ...cluster(), "--tags", "owner=ada", "cost=42");
    expect(main().state.tags).toEqual({ owner: "ada", cost: "42" });
    await azure.json("aks", "update", ...cluster(), "--api-server-authorized-ip-ranges", "20.30.40.0/24");
    expect(await azure.json("aks", "show", ...cluster())).toMatchObject({
      apiServerAccessProfile: { authorizedIpRanges: ["20.30.40.0/24"] },
    });
    const newest = await azure.json<Row>("rest", "--url", `${place.id}?api-version=2026-01-01`);
    const { agentPoolProfiles } = newest.properties as { readonly agentPoolProfiles: readonly Row[] };
    expect(agentPoolProfiles.map(({ upgradeSettings }) => upgradeSettings)).toEqual(before);
  });

  test("the rest by az rest: Resource Graph, owners, and roles", async () => {
    const { world } = azure.emulator;
    const rest = (...flags: readonly string[]) => azure.json<Row>("rest", ...flags);
    const query = {
      query: "securityresources | where type =~ 'microsoft.security/assessments' | count",
      subscriptions: [world.subscriptionId],
    };
    const graph = "/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01";
    const counted = await rest("--method", "post", "--url", graph, "--body", JSON.stringify(query));
    expect((counted.data as readonly Row[])[0]?.Count).toBeGreaterThan(100);
    const assignment = [...world.governanceAssignments.values()][0];
    const owners = await rest("--url", `${assignment?.id ?? ""}?api-version=2022-01-01-preview`);
    expect(owners.name).toBe(assignment?.name);
    const roles = await rest(
      "--url",
      `${place.id}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01`,
    );
    expect((roles.value as readonly Row[])[0]).toMatchObject({
      properties: { principalId: world.engineer.objectId },
    });
  });
});
