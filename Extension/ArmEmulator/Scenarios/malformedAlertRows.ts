import { toGraphRow } from "../ResourceGraph/alertRow";
import type { World } from "../World/world";

type Row = Readonly<Record<string, unknown>>;

/**
 * Alerts of the main cluster that break expectations: four that cannot be placed in a list, and three that a tolerant reader
 * still shows.
 */
export function malformedAlertRows(world: World): readonly Row[] {
  const clusterId = world.clusters[0]?.id ?? "";
  const [sample] = world.alerts.filter(({ properties }) =>
    JSON.stringify(properties.resourceIdentifiers).includes(clusterId),
  );
  if (!sample) {
    throw new Error("The main cluster has no alert to break.");
  }
  const row = toGraphRow({ ...sample, spelling: "PascalCase" }, world);
  const broken = (name: string, change: Row, top: Row = {}): Row => ({
    ...row,
    id: `${row.id}-${name}`,
    name: `${row.name}-${name}`,
    properties: { ...row.properties, AlertDisplayName: `Broken: ${name}`, Status: "Active", ...change },
    ...top,
  });
  return [
    broken("no-severity", { Severity: undefined }),
    broken("unknown-severity", { Severity: "Catastrophic" }),
    broken("null-severity", { Severity: null }),
    broken("no-id", {}, { id: "" }),
    broken("bad-date", { StartTimeUtc: "not a date" }),
    broken("bad-entities", { Entities: '[{"$id": "1",' }),
    broken("no-title", { AlertDisplayName: null, Status: "Snoozed" }),
  ];
}
