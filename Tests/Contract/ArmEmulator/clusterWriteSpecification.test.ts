import { existsSync } from "node:fs";
import path from "node:path";
import { LiveValidator } from "oav/dist/lib/liveValidation/liveValidator";
import { call, json, start, type Answer } from "./plainHttp";

/** Microsoft's OpenAPI of AKS in the version that is at hand; it is not part of this repository. */
const specification = path.resolve(__dirname, "../../../../shared/data/specification");
const clusters =
  "containerservice/resource-manager/Microsoft.ContainerService/aks/stable/2024-09-01/managedClusters.json";
const version = "?api-version=2024-09-01";
/** A cluster is written as it was read; services ignore what only they set, as ARM's resource provider contract asks. */
const departure = "READONLY_PROPERTY_NOT_ALLOWED_IN_REQUEST";

type Json = Readonly<Record<string, unknown>>;

interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly sent: unknown;
  readonly answer: Answer;
}

async function issuesOf(validator: LiveValidator, { method, url, sent, answer }: Exchange) {
  const headers = { "content-type": "application/json" };
  const { requestValidationResult, responseValidationResult } = await validator.validateLiveRequestResponse({
    liveRequest: {
      url: `https://management.azure.com${url}`,
      method,
      headers,
      ...(sent === undefined ? {} : { body: sent as Record<string, unknown> }),
    },
    liveResponse: {
      statusCode: String(answer.status),
      headers: { ...headers, ...Object.fromEntries(answer.headers) },
      body: answer.body,
    },
  });
  const both = [requestValidationResult, responseValidationResult];
  return both.flatMap(({ errors, runtimeException }) => [
    ...(runtimeException ? [runtimeException.message] : []),
    ...errors
      .filter(({ code }) => code !== departure)
      .map(({ code, message, pathsInPayload }) => `${code} ${message} ${pathsInPayload.join()}`),
  ]);
}

if (existsSync(path.join(specification, clusters))) {
  test("reads, writes and refusals of a cluster are those of Microsoft's OpenAPI", async () => {
    const validator = new LiveValidator({
      directory: specification,
      git: { shouldClone: false },
      swaggerPathsPattern: [clusters],
    });
    await validator.initialize();
    const emulator = await start();
    const url = `${emulator.clusterId}${version}`;
    const read = await call(emulator, url);
    const properties = read.body.properties as Json;
    const withRanges = (range: string) => ({
      ...read.body,
      properties: { ...properties, apiServerAccessProfile: { authorizedIPRanges: [range] } },
    });
    const exchanges: Exchange[] = [{ method: "GET", url, sent: undefined, answer: read }];
    for (const sent of [withRanges("x"), withRanges("20.0.0.0/8"), withRanges("20.0.0.0/8")]) {
      exchanges.push({
        method: "PUT",
        url,
        sent,
        answer: await call(emulator, url, json("PUT", sent)),
      });
    }
    expect(exchanges.map(({ answer }) => answer.status)).toEqual([200, 400, 200, 409]);
    for (const exchange of exchanges) {
      expect([exchange.method, exchange.answer.status, await issuesOf(validator, exchange)]).toEqual([
        exchange.method,
        exchange.answer.status,
        [],
      ]);
    }
    const wrong = { ...read, body: { ...read.body, properties: { ...properties, enableRBAC: "yes" } } };
    expect(await issuesOf(validator, { method: "GET", url, sent: undefined, answer: wrong })).not.toEqual([]);
  });
} else {
  test("there is no specification here to compare with", () => {
    expect(existsSync(path.join(specification, clusters))).toBe(false);
  });
}
