import { existsSync } from "node:fs";
import path from "node:path";
import { LiveValidator } from "oav/dist/lib/liveValidation/liveValidator";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { call, json, type Answer } from "./plainHttp";

/** Microsoft's OpenAPI, where it is at hand; it is not part of this repository. */
const specification = path.resolve(__dirname, "../../../../shared/data/specification");

export const hasOpenApi = existsSync(specification);

/** A validator for files of Microsoft.Security, each named from its `stable` or `preview` on. */
export async function createValidator(...files: readonly string[]): Promise<LiveValidator> {
  const validator = new LiveValidator({
    directory: specification,
    git: { shouldClone: false },
    swaggerPathsPattern: files.map((file) => `security/resource-manager/Microsoft.Security/${file}`),
  });
  await validator.initialize();
  return validator;
}

export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly sent: unknown;
  readonly answer: Answer;
}

/** One call: method, path with query, and what is sent. */
export type Call = readonly [method: string, url: string, sent?: unknown];

/** Makes calls one after the other. */
export async function exchange(emulator: ArmEmulator, calls: readonly Call[]): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const [method, url, sent] of calls) {
    const answer = await call(emulator, url, sent === undefined ? { method } : json(method, sent));
    exchanges.push({ method, url, sent, answer });
  }
  return exchanges;
}

/** Everything in which a call and its answer are not as the OpenAPI says. */
export async function issuesOf(
  validator: LiveValidator,
  { method, url, sent, answer }: Exchange,
): Promise<readonly string[]> {
  const headers = { "content-type": "application/json" };
  const isEmpty = Object.keys(answer.body).length === 0;
  const { requestValidationResult: asked, responseValidationResult: answered } =
    await validator.validateLiveRequestResponse({
      liveRequest: {
        url: `https://management.azure.com${url}`,
        method,
        headers,
        ...(sent === undefined ? {} : { body: sent as Record<string, unknown> }),
      },
      liveResponse: {
        statusCode: String(answer.status),
        headers,
        ...(isEmpty ? {} : { body: answer.body }),
      },
    });
  const problems = [asked.runtimeException, answered.runtimeException].flatMap((one) => one?.message ?? []);
  return [
    ...problems,
    ...[...asked.errors, ...answered.errors].map(({ code, message }) => `${code} ${message}`),
  ];
}
