import { apiVersions } from "../../Server/apiVersions";
import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { mayDoAt } from "../../Server/rights";
import type { Cluster, Resource, World } from "../../World/world";
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

/** Of a resource, by the name that a filter has for it. The name of a tag stands in a term, its value in the next. */
const fields: Readonly<Record<string, (resource: Resource) => readonly string[]>> = {
  resourcetype: ({ type }) => [type],
  name: ({ name }) => [name],
  location: ({ location }) => [location],
  resourcegroup: ({ resourceGroup }) => [resourceGroup],
  tagname: (resource) => Object.keys(tagsOf(resource) ?? {}),
};

const tagTerms = /tagname\s+eq\s+'([^']*)'\s+and\s+tagvalue\s+eq\s+'([^']*)'/i;

/**
 * Terms `field eq 'value'` joined by `and`: what Azure CLI's flags become. Throws ARM's 400 for anything else. Values have no letter case,
 * but for those of tags.
 */
function readFilter(filter: string | null): (resource: Resource) => boolean {
  const [pair, tag, value] = tagTerms.exec(filter ?? "") ?? [];
  if (pair !== undefined && tag !== undefined) {
    // ARM takes no other terms beside those of a tag.
    checkAlone(filter ?? "", pair);
    return (resource) =>
      Object.entries(tagsOf(resource) ?? {}).some(
        ([name, held]) => name.toLowerCase() === tag.toLowerCase() && held === value,
      );
  }
  const terms = (filter ?? "").split(/ and /i).filter((term) => term.trim() !== "");
  const tests = terms.map((term) => {
    const [, name = "", value = ""] = /^\s*(\w+)\s+eq\s+'([^']*)'\s*$/i.exec(term) ?? [];
    const field = Object.hasOwn(fields, name.toLowerCase()) ? fields[name.toLowerCase()] : undefined;
    if (!field) {
      throw unknownFilter(filter ?? "");
    }
    return (resource: Resource) => field(resource).some((one) => one.toLowerCase() === value.toLowerCase());
  });
  return (resource) => tests.every((test) => test(resource));
}

function checkAlone(filter: string, part: string): void {
  if (filter.trim() !== part) {
    throw unknownFilter(filter);
  }
}

const unknownFilter = (filter: string) =>
  new ArmError(400, "InvalidFilterInQueryString", `The filter '${filter}' is not one of the emulator.`);
