import { alertProperties } from "../World/alertStatus";
import type { World, WorldAlert } from "../World/world";

export interface AlertRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
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

/** PascalCase for the properties and the resource identifiers; entities and extended properties keep their own spelling. */
function pascalCase(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(properties).map(([key, value]) => [
    upperFirst(key),
    key === "resourceIdentifiers" && Array.isArray(value) ? value.map(identifier) : value,
  ]);
  return Object.fromEntries(entries) as Readonly<Record<string, unknown>>;
}

function identifier(value: unknown): unknown {
  return Object.fromEntries(
    Object.entries(value as object).map(([key, text]) => [upperFirst(key), text as unknown]),
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
