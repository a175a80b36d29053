import { existsSync } from "node:fs";
import path from "node:path";
import { LiveValidator } from "oav/dist/lib/liveValidation/liveValidator";
import { createClock } from "./alertCalls";
import { call, start, type Answer } from "./plainHttp";

/** Microsoft's OpenAPI of node pools, where it is at hand; it is not part of this repository. */
const specification = path.resolve(__dirname, "../../../../shared/data/specification");
const clusters =
  "containerservice/resource-manager/Microsoft.ContainerService/aks/stable/2024-09-01/managedClusters.json";
const version = "?api-version=2024-09-01";

interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly answer: Answer;
}

async function createValidator(): Promise<LiveValidator> {
  const validator = new LiveValidator({
    directory: specification,
    git: { shouldClone: false },
    swaggerPathsPattern: [clusters],
  });
  await validator.initialize();
  return validator;
}

async function recordExchanges(): Promise<readonly Exchange[]> {
  const clock = createClock();
  const emulator = await start({ now: clock.now });
  const pool = `${emulator.clusterId}/agentPools/apps`;
  const calls = [
    ["GET", emulator.clusterId],
    ["GET", `${emulator.clusterId}/agentPools`],
    ["GET", pool],
    ["GET", `${pool}0`],
    ["GET", `${pool}/upgradeProfiles/default`],
    ["GET", `${emulator.clusterId}/upgradeProfiles/default`],
    ["POST", `${pool}/upgradeNodeImageVersion`],
    ["POST", `${pool}/upgradeNodeImageVersion`],
  ] as const;
  const exchanges: Exchange[] = [];
  for (const [method, place] of calls) {
    const url = `${place}${version}`;
    exchanges.push({ method, url, answer: await call(emulator, url, { method }) });
  }
  return exchanges;
}

async function issuesOf(validator: LiveValidator, { method, url, answer }: Exchange) {
  const headers = { "content-type": "application/json" };
  const { requestValidationResult: asked, responseValidationResult: answered } =
    await validator.validateLiveRequestResponse({
      liveRequest: { url: `https://management.azure.com${url}`, method, headers },
      liveResponse: {
        statusCode: String(answer.status),
        headers: { ...headers, ...Object.fromEntries(answer.headers) },
        body: answer.body,
      },
    });
  const problems = [asked.runtimeException, answered.runtimeException].flatMap((one) => one?.message ?? []);
  return [
    ...problems,
    ...[...asked.errors, ...answered.errors].map(
      ({ code, message, pathsInPayload }) => `${code} ${message} ${pathsInPayload.join()}`,
    ),
  ];
}

if (existsSync(path.join(specification, clusters))) {
  test("node pools are those of Microsoft's OpenAPI", async () => {
    const [validator, exchanges] = await Promise.all([createValidator(), recordExchanges()]);
    expect(exchanges.map(({ answer }) => answer.status)).toEqual([200, 200, 200, 404, 200, 200, 202, 409]);
    for (const exchange of exchanges) {
      const { method, url } = exchange;
      expect([method, url, await issuesOf(validator, exchange)]).toEqual([method, url, []]);
    }
  });

  test("an answer that the OpenAPI does not have would be noticed", async () => {
    const validator = await createValidator();
    const exchange = (await recordExchanges())[4];
    if (!exchange) {
      throw new Error("Nothing was recorded.");
    }
    const answer = { ...exchange.answer, body: { properties: { kubernetesVersion: 1 } } };
    expect(await issuesOf(validator, { ...exchange, answer })).not.toEqual([]);
  });
} else {
  test("there is no specification here to compare with", () => {
    expect(existsSync(specification)).toBe(false);
  });
}
