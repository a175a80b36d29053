import { createAzure, type Azure } from "../../Client/Azure/Pipeline/azure";
import {
  createHostHttpClient,
  type HostRequest,
  type HostResponse,
} from "../../Client/Azure/Pipeline/hostHttpClient";
import type { ClusterScope } from "../../Client/Core/clusterScope";
import { createServices, type Services } from "../../Client/services";
import type { KqlRow } from "../../Extension/ArmEmulator/Kql/table";
import { readGraphRequest } from "../../Extension/ArmEmulator/ResourceGraph/graphRequest";
import { runGraphQuery } from "../../Extension/ArmEmulator/ResourceGraph/runGraphQuery";
import { createFakeClock } from "../Support/fakeClock";
import { resourceGraphTables } from "./resourceGraphTables";

/** What is answered to calls whose method and path, without the origin, match. */
export interface Answer {
  readonly calls: RegExp;
  readonly response: Partial<HostResponse>;
}

export interface Replaying {
  readonly services: Services;
  readonly azure: Azure;
  readonly requests: readonly HostRequest[];
}

/**
 * Our services through the real SDK clients on published answers. Queries of Resource Graph run over the rows given; calls that no
 * answer is for get a 404.
 */
export function replaying(
  cluster: ClusterScope,
  answers: readonly Answer[],
  rows: readonly KqlRow[] = [],
): Replaying {
  const requests: HostRequest[] = [];
  const now = new Date();
  const database = resourceGraphTables.map((table) => ({
    ...table,
    rows: table.name === "securityresources" ? rows : [],
  }));
  const state = { database: () => database, now, openQueries: new Map() };
  const azure = createAzure({
    httpClient: createHostHttpClient((request) => {
      requests.push(request);
      const call = `${request.method} ${new URL(request.uri).pathname}`;
      const answer = answers.find(({ calls }) => calls.test(call))?.response;
      const isQuery = answer === undefined && call.endsWith("/Microsoft.ResourceGraph/resources");
      const body = isQuery ? runGraphQuery(readGraphRequest(request.body), state) : undefined;
      return Promise.resolve(isQuery ? { ...ok, body } : { ...(answer ? ok : notFound), ...answer });
    }),
    subscriptionId: cluster.subscriptionId,
    clock: createFakeClock(now.getTime()),
    random: () => 0,
  });
  return { services: createServices(azure, cluster), azure, requests };
}

const ok: HostResponse = { status: 200, headers: {}, body: undefined };
const notFound: HostResponse = {
  status: 404,
  headers: {},
  body: { error: { code: "NotFound", message: "There is no example of this." } },
};

/** A scope for any resource: published examples are seldom about clusters. */
export function scopeAt(id: string): ClusterScope {
  const [, subscriptionId = "", resourceGroup = ""] =
    /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?/i.exec(id) ?? [];
  const subscriptionScope = `/subscriptions/${subscriptionId}`;
  const resourceGroupId = `${subscriptionScope}/resourceGroups/${resourceGroup}`;
  const name = id.slice(id.lastIndexOf("/") + 1);
  return { id, name, subscriptionId, resourceGroup, resourceGroupId, subscriptionScope };
}
