import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Exchange } from "./traffic";

const client = path.resolve(__dirname, "../../Client");

/** Names of all ARM calls in the source of the client: each call has one, for the portal's telemetry. */
export function callNames(): readonly string[] {
  const files = readdirSync(client, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const names = files.flatMap((file) => namesIn(readFileSync(path.join(client, file), "utf8")));
  return [...new Set(names)].sort();
}

/** `Dashboard/${x ? "Save" : "Delete"}Assignment` are two names. */
function namesIn(text: string): readonly string[] {
  const plain = [...text.matchAll(/["'`](Dashboard\/\w+)["'`]/g)].map(([, name = ""]) => name);
  const chosen = [...text.matchAll(/`Dashboard\/\$\{[^}]*\? "(\w+)" : "(\w+)"\}(\w+)`/g)];
  return [
    ...plain,
    ...chosen.flatMap(([, one, other, end]) => [`Dashboard/${one}${end}`, `Dashboard/${other}${end}`]),
  ];
}

/** Calls of the client that no drive made it send. */
export function unsentCalls(exchanges: readonly Exchange[]): readonly string[] {
  const sent = new Set(exchanges.map(({ request }) => request.commandName));
  return callNames().filter((name) => !sent.has(name));
}
