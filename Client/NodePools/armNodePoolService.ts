import { apiVersions, commandNameHeader } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { asService } from "../Azure/Pipeline/failureFrom";
import { followOperation } from "../Azure/Arm/followOperation";
import { getArm } from "../Azure/Arm/armCalls";
import { listArm } from "../Azure/Arm/armLists";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { required } from "../Azure/Arm/required";
import { readRows } from "../Azure/ResourceGraph/findingsPage";
import { clusterCondition, type ClusterCondition } from "../Core/clusterCondition";
import { armPath, armSegment } from "../Core/armUrl";
import { isCanceled, FailureError, failureOf, type Failure } from "../Core/failure";
import type { ClusterScope } from "../Core/clusterScope";
import type { ControlPlane, NodePool } from "./nodePool";
import type { OperationProgress } from "../Core/operationState";
import {
  clusterProfileFromWire,
  nodePoolFromWire,
  poolProfileFromWire,
  type PoolItself,
} from "./nodePoolFromWire";
import type { NodePoolService, UpgradeOptions } from "./nodePoolService";

const apiVersion = apiVersions.managedClusters;

/** Node pools read from ARM. The SDK's client starts upgrades, which are then followed by their link. */
export function createArmNodePoolService(azure: Azure, cluster: ClusterScope): NodePoolService {
  return {
    async list(signal) {
      const path = armPath`${cluster.id}/agentPools`;
      const list = { commandName: "Dashboard/ListNodePools", path, apiVersion };
      const [values, controlPlane, condition] = await Promise.all([
        listArm(azure.arm, list, signal),
        readControlPlane(azure, cluster, signal),
        readCondition(azure, cluster, signal),
      ]);
      const { items, gaps } = readRows(values, nodePoolFromWire);
      return {
        items: await Promise.all(items.map((pool) => withLatest(azure, pool, signal))),
        gaps,
        controlPlane,
        condition,
      };
    },

    upgradeImage: (pool, options = {}) =>
      asService(async () => {
        const link = await startUpgrade(azure, cluster, pool, options);
        if (link === undefined) {
          return;
        }
        const { signal } = options;
        const tell = (progress: OperationProgress) => options.onProgress?.(progress);
        tell({ status: "Accepted", elapsedSeconds: 0, percent: undefined });
        await followOperation(
          azure,
          { url: link, commandName: "Dashboard/WatchNodeImageUpgrade", signal },
          tell,
        );
      }),
  };
}

async function readControlPlane(
  { arm }: Azure,
  { id }: ClusterScope,
  signal: AbortSignal | undefined,
): Promise<ControlPlane> {
  const path = armPath`${id}/upgradeProfiles/default`;
  const resource = { commandName: "Dashboard/GetUpgradeProfile", path, apiVersion };
  const read = await orFailure(async () => {
    const body = await getArm(arm, resource, signal);
    return required(clusterProfileFromWire(body), Messages.unreadableUpgradeProfile, body);
  });
  return "failure" in read
    ? { version: undefined, latestVersion: undefined, failure: read.failure }
    : { version: read.value.current, latestVersion: read.value.version, failure: undefined };
}

/** A cluster that may not be read is not in the way: AKS decides then. */
async function readCondition(
  { arm }: Azure,
  { id }: ClusterScope,
  signal: AbortSignal | undefined,
): Promise<ClusterCondition> {
  const resource = { commandName: "Dashboard/GetClusterOfPools", path: armPath`${id}`, apiVersion };
  const read = await orFailure(async () => clusterCondition(await getArm(arm, resource, signal)));
  return "failure" in read ? { kind: "unknown" } : read.value;
}

async function withLatest(
  { arm }: Azure,
  pool: PoolItself,
  signal: AbortSignal | undefined,
): Promise<NodePool> {
  const path = armPath`${pool.id}/upgradeProfiles/default`;
  const resource = { commandName: "Dashboard/GetPoolUpgradeProfile", path, apiVersion };
  const read = await orFailure(async () => {
    const body = await getArm(arm, resource, signal);
    return required(poolProfileFromWire(body), Messages.unreadableUpgradeProfile, body);
  });
  return "failure" in read
    ? { ...pool, latestImage: undefined, latestVersion: undefined, latestFailure: read.failure }
    : { ...pool, latestImage: read.value.image, latestVersion: read.value.version, latestFailure: undefined };
}

/** What could be read, or why it could not. Rejects only when canceled. */
async function orFailure<T>(
  read: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly failure: Failure }> {
  try {
    return { value: await read() };
  } catch (error) {
    if (isCanceled(error)) {
      throw error;
    }
    return { failure: failureOf(error) };
  }
}

/** Resolves to the link of the operation that AKS has accepted; `undefined`: there was nothing to do. */
async function startUpgrade(
  azure: Azure,
  { resourceGroup, name }: ClusterScope,
  pool: NodePool,
  { signal }: UpgradeOptions,
): Promise<string | undefined> {
  const { agentPools } = await azure.containerService();
  let answer: { readonly status: number; readonly link: string | undefined } | undefined;
  const poller = agentPools.upgradeNodeImageVersion(resourceGroup, name, armSegment(pool.name), {
    ...(signal ? { abortSignal: signal } : {}),
    requestOptions: { headers: { [commandNameHeader]: "Dashboard/UpgradeNodeImage" } },
    onResponse: ({ status, headers }) => (answer = { status, link: headers.get("azure-asyncoperation") }),
  });
  await poller.submitted();
  if (answer?.link === undefined && answer?.status !== 200) {
    throw new FailureError({ kind: "unexpected", message: Messages.noOperationLink });
  }
  return answer.link;
}
