import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import type { WorldAlert } from "../../../Extension/ArmEmulator/World/world";
import { call, graph, json, type Answer } from "./plainHttp";

/** Calls about one alert, and what ARM and Resource Graph show of it. */
export interface Shown {
  readonly status: unknown;
  readonly processed: unknown;
}

const group = /\/resourceGroups\/[^/]+/;

/** The id of an alert as its subscription has it, without the resource group. */
export const atSubscription = ({ id }: WorldAlert): string => id.replace(group, "");

export const change = (
  emulator: ArmEmulator,
  id: string,
  verb: string,
  version = "2022-01-01",
): Promise<Answer> => call(emulator, `${id}/${verb}?api-version=${version}`, { method: "POST" });

export async function inArm(emulator: ArmEmulator, { id }: WorldAlert): Promise<Shown> {
  const { body } = await call(emulator, `${id}?api-version=2022-01-01`);
  return shownBy(body.properties);
}

export async function inGraph(emulator: ArmEmulator, { id }: WorldAlert): Promise<Shown> {
  const { body } = await call(
    emulator,
    graph,
    json("POST", { query: `securityresources | where id =~ '${id}' | project properties` }),
  );
  const [row] = body.data as readonly { readonly properties: unknown }[];
  return shownBy(row?.properties);
}

/** In either spelling. */
function shownBy(properties: unknown): Shown {
  const entries = Object.entries(properties as object).map(([key, value]) => [
    key.toLowerCase(),
    value as unknown,
  ]);
  const { status, processingendtimeutc: processed } = Object.fromEntries(entries) as Record<string, unknown>;
  return { status, processed };
}

/** An alert of the world with this status, in this spelling of Resource Graph. */
export function alertWith(
  { world }: ArmEmulator,
  status: string,
  spelling: WorldAlert["spelling"] = "PascalCase",
): WorldAlert {
  const found = world.alerts.find(
    (alert) => alert.properties.status === status && alert.spelling === spelling,
  );
  if (!found) {
    throw new Error(`No alert is ${status} and spelled in ${spelling}.`);
  }
  return found;
}

/** A clock that stands still until it is put forward. */
export function createClock(start = "2026-11-24T12:00:00.000Z") {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    iso: () => new Date(time).toISOString(),
    forward: (seconds: number) => void (time += seconds * 1000),
  };
}
