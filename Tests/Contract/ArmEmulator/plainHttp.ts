import {
  startArmEmulator,
  type ArmEmulator,
  type ArmEmulatorOptions,
} from "../../../Extension/ArmEmulator/startArmEmulator";

/** Plain HTTP to emulators that are closed after each test. */
const started: ArmEmulator[] = [];
afterEach(() => Promise.all(started.splice(0).map((emulator) => emulator.close())));

export async function start(options: ArmEmulatorOptions = {}): Promise<ArmEmulator> {
  const emulator = await startArmEmulator(options);
  started.push(emulator);
  return emulator;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly error?: { readonly code: string; readonly message: string };
  };
}

export async function call(
  { url, token }: ArmEmulator,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, ...init.headers };
  const response = await fetch(`${url}${path}`, { ...init, headers });
  const text = await response.text();
  const body = text === "" ? {} : (JSON.parse(text) as Answer["body"]);
  return { status: response.status, headers: response.headers, body };
}

export const json = (method: string, body: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  method,
  body: JSON.stringify(body),
  headers,
});
export const refusal = ({ status, headers, body }: Answer) => ({
  status,
  code: body.error?.code,
  hasId: headers.get("x-ms-request-id") !== null,
});

export const graph = "/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01";
export const version = "?api-version=2026-04-01";
export const batchPath = "/batch?api-version=2020-06-01";
