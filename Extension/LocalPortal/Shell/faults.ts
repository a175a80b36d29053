import { pageSetting } from "../Frame/handshake";
import type { FaultSource } from "./faultSources";

/** A fault as the emulator has it (`namedFaults.ts` there); other conditions are kept as they are. */
export interface FaultOrder {
  readonly fault: string;
  readonly commandNames?: readonly string[];
}

export interface FaultState {
  readonly faults: readonly FaultOrder[];
  /** Names of all faults that can be set. */
  readonly names: readonly string[];
}

/** Replaces all faults of the emulator; `undefined` only reads them. Resolves to those that are set then. Rejects without an answer. */
export type SendFaults = (faults: readonly FaultOrder[] | undefined) => Promise<FaultState>;

export const sendFaults: SendFaults = async (faults) => {
  const response = await fetch("api/faults", {
    method: "POST",
    headers: { "content-type": "application/json", "x-portal-secret": pageSetting("secret") },
    body: JSON.stringify(faults ?? null),
  });
  const state = (await response.json()) as Partial<FaultState>;
  if (!response.ok || !state.faults || !state.names) {
    throw new Error(`The faults were answered with status ${response.status}.`);
  }
  return { faults: state.faults, names: state.names };
};

/** Whether a fault hits just the calls of a source. */
export function isOf({ commandNames }: FaultSource, order: FaultOrder): boolean {
  return order.commandNames?.length === commandNames.length && commandNames.every(isIn(order.commandNames));
}

/** The fault of a source replaced; `undefined`: none. Faults of other sources stay. */
export function withFault(
  orders: readonly FaultOrder[],
  source: FaultSource,
  fault: string | undefined,
): readonly FaultOrder[] {
  const others = orders.filter((order) => !isOf(source, order));
  return fault === undefined ? others : [...others, { fault, commandNames: source.commandNames }];
}

function isIn(names: readonly string[]): (name: string) => boolean {
  return (name) => names.includes(name);
}
