import type { HostRequest, HostResponse } from "../../../Client/Azure/Pipeline/hostHttpClient";

/** One call of the product and its answer, from a tenant or from the emulator. */
export interface Answer {
  readonly request: HostRequest;
  readonly response: HostResponse;
}

/** Answers to one call of the product, which its source has a name for. */
export interface Kind {
  readonly call: string;
  readonly method: string;
  /** `unknown` where the address has none of the usual form. */
  readonly apiVersion: string;
  readonly answers: readonly Answer[];
}

/** By call, method, and api-version: nothing of an address but its version. */
export function kindsOf(answers: readonly Answer[]): readonly Kind[] {
  const kinds = new Map<string, Answer[]>();
  for (const answer of answers) {
    const { commandName, method, uri } = answer.request;
    const key = [commandName, method, versionIn(uri)].join(" ");
    kinds.set(key, [...(kinds.get(key) ?? []), answer]);
  }
  return [...kinds].sort(byKey).map(([key, of]) => {
    const [call = "", method = "", apiVersion = ""] = key.split(" ");
    return { call, method, apiVersion, answers: of };
  });
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left.localeCompare(right);
}

function versionIn(uri: string): string {
  const version = new URL(uri).searchParams.get("api-version") ?? "";
  return /^\d{4}-\d{2}-\d{2}(?:-preview)?$/.test(version) ? version : "unknown";
}
