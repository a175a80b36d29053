import { apiVersions } from "../../Server/apiVersions";
import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { mayDoAt } from "../../Server/rights";
import type { Resource, World } from "../../World/world";
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

const toWire = ({ id, name, type, location }: Resource) => ({ id, name, type, location });

/** Terms `field eq 'value'` joined by `and`: what Azure CLI's flags become. Throws ARM's 400 for anything else. */
function readFilter(filter: string | null): (resource: Resource) => boolean {
  const fields: Readonly<Record<string, (resource: Resource) => string>> = {
    resourcetype: ({ type }) => type,
    name: ({ name }) => name,
    location: ({ location }) => location,
    resourcegroup: ({ resourceGroup }) => resourceGroup,
  };
  const terms = (filter ?? "").split(/ and /i).filter((term) => term.trim() !== "");
  const tests = terms.map((term) => {
    const [, name = "", value = ""] = /^\s*(\w+)\s+eq\s+'([^']*)'\s*$/i.exec(term) ?? [];
    const field = fields[name.toLowerCase()];
    if (!field) {
      throw new ArmError(
        400,
        "InvalidFilterInQueryString",
        `The filter '${filter ?? ""}' is not one of the emulator.`,
      );
    }
    return (resource: Resource) => field(resource).toLowerCase() === value.toLowerCase();
  });
  return (resource) => tests.every((test) => test(resource));
}
