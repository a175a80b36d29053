import { replaying, scopeAt, type Answer } from "./exampleHost";
import { bodyOf, itemsOf, mustEqual, textAt, type Replay } from "./replaying";

type Json = Readonly<Record<string, unknown>>;

const none: Answer = { calls: /^GET .*\/diagnosticSettings$/, response: { body: { value: [] } } };

const clusters: Replay = {
  examples: /\/ManagedClusters(?:Get|Create_\w+)\.json$/,
  async run(_, response) {
    const body = withSubscription(bodyOf(response));
    const scope = scopeAt(textAt(body, "id"));
    const { services } = replaying(scope, [
      none,
      { calls: /^GET .*\/managedClusters\/[^/]+$/, response: { body } },
    ]);
    const defender = (...keys: readonly string[]) =>
      textAt(body, "properties", "securityProfile", "defender", ...keys);
    const workspace = defender("logAnalyticsWorkspaceResourceId");
    mustEqual("the body to fix", (await services.quickFixes.readLive("policyAddOn")).body, body);
    mustEqual("the workspace", (await services.investigation.workspace())?.id ?? "", workspace);
    const { securityMonitoring } = bodyOfDefender(body);
    const { hasSensor } = await services.cluster.profile();
    mustEqual("whether there is a sensor", hasSensor, securityMonitoring?.enabled === true);
  },
};

/** The examples write SUB_ID in ids where Azure has the GUID of a subscription. */
function withSubscription(body: Json): Json {
  const text = JSON.stringify(body).replaceAll("/SUB_ID/", `/${exampleSubscription}/`);
  return JSON.parse(text) as Json; // As it was before, but for the ids in it.
}

const exampleSubscription = "3f1c6b2e-7d84-4a59-9e20-5b8c0d9a1e47";

interface Defender {
  readonly securityMonitoring?: { readonly enabled?: boolean };
}

function bodyOfDefender(body: Json): Defender {
  const { securityProfile } = body.properties as {
    readonly securityProfile?: { readonly defender?: Defender };
  }; // As the OpenAPI says.
  return securityProfile?.defender ?? {};
}

const pools: Replay = {
  examples: /\/AgentPools(?:Get|List)\.json$/,
  async run(_, response) {
    const value = itemsOf(response);
    const [cluster = ""] = textAt(value[0], "id").split(/\/agentPools\//i);
    const { services } = replaying(scopeAt(cluster), [
      { calls: /^GET .*\/agentPools$/, response: { body: { value } } },
    ]);
    const { items, gaps } = await services.nodePools.list();
    mustEqual("the pools", [items.map(({ name }) => name), gaps], [value.map(({ name }) => name), []]);
    const said = value.map(({ properties }) => {
      const { count, nodeImageVersion, orchestratorVersion } = properties as Json; // As the OpenAPI says.
      return { count, image: nodeImageVersion, version: orchestratorVersion };
    });
    mustEqual(
      "what is said of them",
      items.map(({ count, image, version }) => ({ count, image, version })),
      said,
    );
  },
};

const pool = (id: string): Json => ({ id, name: "p", properties: { count: 1, mode: "User", vmSize: "x" } });

const upgradeProfiles: Replay = {
  examples: /\/AgentPoolsGetUpgradeProfile\.json$/,
  async run(_, response) {
    const body = bodyOf(response);
    const [poolId = ""] = textAt(body, "id").split(/\/upgradeProfiles\//i);
    const [cluster = ""] = poolId.split(/\/agentPools\//i);
    const { services } = replaying(scopeAt(cluster), [
      { calls: /^GET .*\/agentPools$/, response: { body: { value: [pool(poolId)] } } },
      { calls: /^GET .*\/agentPools\/.*\/upgradeProfiles\/default$/, response: { body } },
    ]);
    const [read] = (await services.nodePools.list()).items;
    mustEqual("the newest image", read?.latestImage, textAt(body, "properties", "latestNodeImageVersion"));
    mustEqual("whether it could be read", read?.latestFailure, undefined);
  },
};

/** Begun and done at once, or accepted and followed by its link to the end. */
const upgrades: Replay = {
  examples: /\/AgentPoolsUpgradeNodeImageVersion\.json$/,
  async run({ parameters }, { status, body, headers = {} }) {
    const resource = (key: string) => textAt(parameters, key);
    const cluster = `/subscriptions/${resource("subscriptionId")}/resourceGroups/${resource("resourceGroupName")}/providers/Microsoft.ContainerService/managedClusters/${resource("resourceName")}`;
    const id = `${cluster}/agentPools/${resource("agentPoolName")}`;
    const { services, requests } = replaying(scopeAt(cluster), [
      { calls: /^GET .*\/agentPools$/, response: { body: { value: [pool(id)] } } },
      { calls: /^POST .*\/upgradeNodeImageVersion$/, response: { status, body, headers } },
      { calls: /^GET .*\/operations\//, response: { body: { status: "Succeeded" } } },
    ]);
    const [read] = (await services.nodePools.list()).items;
    if (!read) {
      throw new Error("the pool is lost");
    }
    await services.nodePools.upgradeImage({ ...read, name: resource("agentPoolName") });
    const followed = requests.filter(({ uri }) => uri === headers["Azure-AsyncOperation"]).length;
    mustEqual("how often its link was followed", followed, status === 202 ? 1 : 0);
  },
};

export const replaysOfCluster: readonly Replay[] = [clusters, pools, upgradeProfiles, upgrades];
