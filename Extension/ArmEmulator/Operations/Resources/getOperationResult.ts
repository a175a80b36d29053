import { apiVersions } from "../../Server/apiVersions";
import { ArmError } from "../../Server/arm";
import type { Operation } from "../../Server/operation";
import { findOperation, operationScope } from "./operationLinks";

/** What a long-running operation came to, at the link of its Location header: 202 until it is done. */
export const getOperationResult: Operation = {
  method: "GET",
  path: `${operationScope}/operationresults/{operationId}`,
  apiVersions: apiVersions.managedClusters,
  handle(context) {
    const { finished, result, error } = findOperation(context);
    if (finished && error) {
      throw new ArmError(409, error.code, error.message);
    }
    if (finished) {
      return result();
    }
    const { linkOrigin, path, query } = context.request;
    const location = `${linkOrigin}${path}?${query.toString()}`;
    return { status: 202, headers: { location, "retry-after": "1" } };
  },
};
