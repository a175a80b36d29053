import { alertProperties } from "../World/Security/Alerts/alertStatus";
import type { World, WorldAlert } from "../World/world";

type Json = Readonly<Record<string, unknown>>;

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
  return {
    id: alert.id,
    name: alert.name,
    type: "microsoft.security/locations/alerts",
    tenantId: world.tenantId,
    location: alert.location,
    resourceGroup: alert.resourceGroup.toLowerCase(),
    subscriptionId: world.subscriptionId,
    properties: alert.spelling === "PascalCase" ? pascalCase(properties) : properties,
  };
}

/** PascalCase at all levels, entities and extended properties included (facts: real-data.md §3). */
function pascalCase(properties: Json): Json {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [upperFirst(key), pascalCaseIn(value)]),
  );
}

function pascalCaseIn(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(pascalCaseIn);
  }
  return typeof value === "object" && value !== null ? pascalCase(value as Json) : value;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
