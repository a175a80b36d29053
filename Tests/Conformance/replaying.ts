import { isDeepStrictEqual } from "node:util";
import type { ExampleResponse, PublishedExample } from "./published";

/** How published answers of one kind go through the product. */
export interface Replay {
  /** By the names of the examples. */
  readonly examples: RegExp;
  /** Runs one answer through our clients and mappers; throws for whatever is lost. */
  run(example: PublishedExample, response: ExampleResponse & { readonly status: number }): Promise<void>;
}

/** Throws when two values are not the same, and says what they are. */
export function mustEqual(what: string, actual: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(actual, wanted)) {
    throw new Error(`${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`);
  }
}

type Json = Readonly<Record<string, unknown>>;

/** A published body, which is an object. */
export function bodyOf({ body }: ExampleResponse): Json {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new Error("the example has no body");
  }
  return body as Json; // Just looked at.
}

/** The items of a published list, or the one thing. */
export function itemsOf(response: ExampleResponse): readonly Json[] {
  const body = bodyOf(response);
  return Array.isArray(body.value) ? (body.value as readonly Json[]) : [body]; // Lists of ARM hold objects.
}

export function textAt(value: unknown, ...keys: readonly string[]): string {
  const found = keys.reduce<unknown>((json, key) => (json as Json | undefined)?.[key], value); // `undefined` where there is nothing.
  return typeof found === "string" ? found : "";
}
