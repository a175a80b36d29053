import { batch, RequestOptions, type BatchSettings } from "@microsoft/azureportal-reactview/Ajax";
import type { HostRequest, HostResponse, HostSend } from "../../Client/Azure/Pipeline/hostHttpClient";
import { isRecord } from "../../Client/Core/json";

/**
 * Carries out ARM calls by the portal's `Ajax.batch`, which authorizes them and merges those of one tick into one HTTP call.
 * The portal's own retries are disabled: the SDK pipeline retries, and tells reads from writes.
 */
export const sendThroughPortal: HostSend = async (request) => {
  try {
    const item = await batch<unknown>(toBatchSettings(request));
    return { status: item.httpStatusCode, headers: item.headers, body: item.content };
  } catch (error) {
    return answerIn(error);
  }
};

function toBatchSettings({ method, uri, commandName, headers, body }: HostRequest): BatchSettings {
  return {
    uri,
    type: method as BatchSettings["type"], // The SDK clients use no other methods than the portal offers.
    setTelemetryHeader: commandName,
    options: RequestOptions.DebounceNextTick | RequestOptions.RetrySkip,
    requestHeaderDictionary: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    ),
    ...(body === undefined ? {} : { content: body }),
  };
}

/**
 * `batch` rejects when the status is 400 or more. Of the rejection only `httpStatusCode` is proven (facts: portal-sdk.md §1.2);
 * ARM's error and the headers are read where the stand-in puts them, and are simply unknown where the portal does not.
 * A rejection without a status is no answer at all and is passed on.
 */
function answerIn(error: unknown): HostResponse {
  const fields = error instanceof Object ? (error as Readonly<Record<string, unknown>>) : {};
  const status = fields.httpStatusCode;
  if (typeof status !== "number" || status === 0) {
    throw error;
  }
  return { status, headers: textHeaders(fields.headers), body: fields.content };
}

function textHeaders(headers: unknown): Readonly<Record<string, string>> {
  const entries = isRecord(headers) ? Object.entries(headers) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
