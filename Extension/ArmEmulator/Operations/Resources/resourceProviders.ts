import { apiVersions } from "../../Server/apiVersions";
import { ArmError } from "../../Server/arm";
import type { Operation } from "../../Server/operation";

/**
 * What a resource provider says of itself: its types, and the api-versions of each, newest first. `az resource` reads it to choose one.
 * Made from the operations that the emulator has.
 */
export const resourceProviderOperation = (operations: readonly Operation[]): Operation => ({
  method: "GET",
  path: "/subscriptions/{subscriptionId}/providers/{namespace}",
  apiVersions: apiVersions.resources,
  handle({ place }) {
    const { subscriptionId = "", namespace = "" } = place;
    const types = typesOf(operations, namespace);
    if (types.size === 0) {
      throw new ArmError(
        404,
        "InvalidResourceNamespace",
        `The resource namespace '${namespace}' is invalid.`,
      );
    }
    return {
      status: 200,
      body: {
        id: `/subscriptions/${subscriptionId}/providers/${namespace}`,
        namespace,
        registrationPolicy: "RegistrationRequired",
        registrationState: "Registered",
        resourceTypes: [...types].map(([resourceType, versions]) => ({
          resourceType,
          locations: [],
          apiVersions: [...versions].sort().reverse(),
          capabilities: "None",
        })),
      },
    };
  },
});

/** Types below `/providers/<namespace>/`: every other segment of a path. */
function typesOf(
  operations: readonly Operation[],
  namespace: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const types = new Map<string, Set<string>>();
  const start = `/providers/${namespace}/`.toLowerCase();
  for (const { path, apiVersions: versions } of operations) {
    const at = path.toLowerCase().lastIndexOf(start);
    const segments = at < 0 ? [] : path.slice(at + start.length).split("/");
    const type = segments.filter((segment, index) => index % 2 === 0 && !segment.startsWith("{")).join("/");
    if (type !== "") {
      types.set(type, new Set([...(types.get(type) ?? []), ...versions]));
    }
  }
  return types;
}
