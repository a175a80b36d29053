import { ArmError, type ArmRequest } from "./arm";
import type { Operation } from "./operation";

/** The api-version that a call asks for. Throws ARM's 400 when there is none. */
export function readApiVersion({ query }: ArmRequest): string {
  const version = query.get("api-version");
  if (!version) {
    throw new ArmError(
      400,
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required for all requests.",
    );
  }
  return version;
}

/** Throws ARM's 400, which names the versions that there are, when the operation does not have this one. */
export function checkApiVersion(
  { apiVersions }: Pick<Operation, "apiVersions">,
  version: string,
  path: string,
): void {
  if (!apiVersions.includes(version.toLowerCase())) {
    throw new ArmError(
      400,
      "NoRegisteredProviderFound",
      `No registered resource provider found for '${path}' and API version '${version}'. The supported api-versions are '${apiVersions.join(", ")}'.`,
    );
  }
}
