import { alertProperties } from "../World/Security/Alerts/alertStatus";
import type { World, WorldAlert } from "../World/world";

type Json = Readonly<Record<string, unknown>>;

export const alertType = "microsoft.security/locations/alerts";

interface AlertRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: Json;
  readonly [column: string]: unknown;
}

/** An alert as a row of Resource Graph's `securityresources`, as it was at a time; absent: as it is. */
export function toGraphRow(alert: WorldAlert, world: World, asOf?: Date): AlertRow {
  const properties = alertProperties(alert, asOf);
  const known = made.get(properties) ?? makeRow(alert, properties, world);
  made.set(properties, known);
  return known;
}

/** Rows as they were made for an earlier query, by what the alert is made of, which changes with its status. */
const made = new WeakMap<Json, AlertRow>();

function makeRow(alert: WorldAlert, properties: Json, world: World): AlertRow {
  return {
    id: alert.id,
    name: alert.name,
    type: alertType,
    tenantId: world.tenantId,
    location: alert.location,
    resourceGroup: alert.resourceGroup.toLowerCase(),
    subscriptionId: world.subscriptionId,
    properties: alert.spelling === "PascalCase" ? pascalCase(properties) : properties,
  };
}

/**
 * PascalCase at all levels, entities and extended properties included (facts: real-data.md §3). A list of alerts reads few of the
 * lists and objects in their properties, which are most of them: each is respelled when it is first read.
 */
function pascalCase(properties: Json): Json {
  const respelled: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(properties)) {
    const name = upperFirst(key);
    if (isContainer(value)) {
      respellWhenRead(respelled, name, value);
    } else {
      respelled[name] = value;
    }
  }
  return respelled;
}

function respellWhenRead(holder: object, name: string, value: object): void {
  Object.defineProperty(holder, name, {
    enumerable: true,
    configurable: true,
    get(): unknown {
      const respelled = pascalCaseIn(value);
      Object.defineProperty(holder, name, { value: respelled, enumerable: true });
      return respelled;
    },
  });
}

function pascalCaseIn(value: unknown): unknown {
  if (!isContainer(value)) {
    return value;
  }
  return Array.isArray(value) ? value.map(pascalCaseIn) : pascalCase(value as Json);
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
