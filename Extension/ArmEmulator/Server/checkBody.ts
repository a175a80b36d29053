import { ArmError, type ArmRequest } from "./arm";

/** Throws ARM's 400 for a body that is not JSON. */
export function checkBody({ notJson }: ArmRequest): void {
  if (notJson !== undefined) {
    throw new ArmError(
      400,
      "InvalidRequestContent",
      `The request content was invalid and could not be deserialized: '${notJson}'.`,
    );
  }
}
