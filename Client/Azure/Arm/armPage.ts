import { RestError } from "@azure/core-rest-pipeline";
import { fillIn } from "../../Core/fillIn";
import { isRecord, textOf } from "../../Core/json";
import { notJsonCode } from "../Pipeline/jsonObjectPolicy";
import { Messages } from "../Pipeline/Messages.resjson";

/** A page of an ARM list as `drainPages` takes it. */
type ArmPage = unknown[] & { continuationToken?: string };

/** Reads a page, whose link to the next has ARM's name or OData's. Throws the SDK's error when it is no list. */
export function armPageOf(body: unknown, url: string): ArmPage {
  if (!isRecord(body) || !Array.isArray(body.value)) {
    throw new RestError(fillIn(Messages.notJson, new URL(url).pathname), { code: notJsonCode });
  }
  const values: readonly unknown[] = body.value;
  const link = textOf(body["@odata.nextLink"]) ?? textOf(body.nextLink);
  return Object.assign([...values], link === undefined ? {} : { continuationToken: link });
}
