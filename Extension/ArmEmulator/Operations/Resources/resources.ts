import { apiVersions } from "../../Server/apiVersions";
import type { ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { mayDoAt } from "../../Server/rights";
import type { Cluster, Resource, World } from "../../World/world";
import { filterTerms, unknownFilter } from "../odataFilter";
import { pageOf } from "../paging";
import { findResourceGroup } from "./resourceGroups";

const subscription = "/subscriptions/{subscriptionId}";
const pageSize = 100;

/** Resources of all types, as Azure Resource Manager itself lists them: those that the caller may read. */
export const resourceOperations: readonly Operation[] = [
  `${subscription}/resources`,
  `${subscription}/resourceGroups/{resourceGroup}/resources`,
].map((path) => ({ method: "GET", path, apiVersions: apiVersions.resources, handle: listResources }));

function listResources(context: ArmContext): ArmResponse {
  const { world, roles, request } = context;
  const group = findResourceGroup(context);
  const isWanted = readFilter(request.query.get("$filter"));
  const found = allResources(world).filter(
    (resource) =>
      (group === undefined || resource.resourceGroup.toLowerCase() === group) &&
      isWanted(resource) &&
      mayDoAt(roles, `${resource.type}/read`)(resource.id),
  );
  return { status: 200, body: pageOf(found.map(toWire), request, pageSize) };
}

function allResources({ clusters, machines, registries, workspaces }: World): readonly Resource[] {
  return [...clusters, ...machines, ...registries, ...workspaces];
}

/** Only clusters have tags here. */
const tagsOf = (resource: Resource | Cluster) => ("pools" in resource ? resource.state.tags : undefined);

function toWire(resource: Resource | Cluster) {
  const { id, name, type, location } = resource;
  const tags = tagsOf(resource);
  return { id, name, type, location, ...(tags ? { tags } : {}) };
}

/** Of a resource, by the name that a filter has for it. */
const fields: ReadonlyMap<string, (resource: Resource) => readonly string[]> = new Map([
  ["resourcetype", ({ type }) => [type]],
  ["name", ({ name }) => [name]],
  ["location", ({ location }) => [location]],
  ["resourcegroup", ({ resourceGroup }) => [resourceGroup]],
  ["tagname", (resource) => Object.keys(tagsOf(resource) ?? {})],
]);

/** What Azure CLI's flags become. Throws ARM's 400 for anything else. Values have no letter case, but for those of tags. */
function readFilter(filter: string | null): (resource: Resource) => boolean {
  const terms = filterTerms(filter, [...fields.keys(), "tagvalue"]);
  if (terms.some(({ field }) => field === "tagvalue")) {
    return readTagFilter(filter, terms);
  }
  return (resource) =>
    terms.every(({ field, value }) =>
      fields
        .get(field)?.(resource)
        .some((one) => one.toLowerCase() === value.toLowerCase()),
    );
}

/** The name of a tag stands in a term, its value in the next; ARM takes no other terms beside those. */
function readTagFilter(filter: string | null, terms: ReturnType<typeof filterTerms>) {
  const [tag, wanted] = terms;
  if (terms.length !== 2 || tag?.field !== "tagname" || wanted?.field !== "tagvalue") {
    throw unknownFilter(filter);
  }
  return (resource: Resource) =>
    Object.entries(tagsOf(resource) ?? {}).some(
      ([name, held]) => name.toLowerCase() === tag.value.toLowerCase() && held === wanted.value,
    );
}
