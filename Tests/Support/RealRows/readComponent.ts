import type { ComponentDetails, VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { componentDetailsFromRows } from "../../../Client/Vulnerabilities/componentDetailsFromRows";
import { componentFromRow } from "../../../Client/Vulnerabilities/componentFromRow";
import type { MapResult } from "../../../Client/Core/mapResult";
import { componentWithContents } from "../../../Client/Vulnerabilities/contentsFromRow";
import { listComponentsQuery } from "../../../Client/Vulnerabilities/vulnerabilities.query";
import {
  componentCvesQuery,
  listContentsQuery,
} from "../../../Client/Vulnerabilities/vulnerabilityDetails.query";
import { runQuery } from "../../../Extension/ArmEmulator/Kql/runQuery";
import type { KqlRow } from "../../../Extension/ArmEmulator/Kql/table";
import { resourceGraphTables } from "../../Conformance/resourceGraphTables";
import { aCluster } from "../aCluster";
import { nodeResourceGroup, type RealRow } from "./row";

const now = new Date("2026-11-24T12:00:00Z");

/** Rows of Resource Graph for the cluster of the fixtures, by our queries and mappers. */
export function readComponents(rows: readonly RealRow[]): readonly VulnerableComponent[] {
  return run(listComponentsQuery(aCluster()), rows).map((row) =>
    itemOf(componentFromRow(aCluster(), now)(row)),
  );
}

/** The same with what search and filters look at. */
export function readContents(rows: readonly RealRow[]): readonly VulnerableComponent[] {
  const read = componentWithContents(aCluster(), now);
  return run(listContentsQuery(aCluster()), rows).map((row) => itemOf(read(row)));
}

function itemOf(mapped: MapResult<VulnerableComponent>): VulnerableComponent {
  if ("rowError" in mapped) {
    throw new Error(mapped.rowError.message);
  }
  return mapped.item;
}

/** The details of some of them, one query for all: Microsoft's parser takes long for each text. */
export function readDetails(
  rows: readonly RealRow[],
  components: readonly VulnerableComponent[],
): readonly ComponentDetails[] {
  const query = componentCvesQuery(
    aCluster(),
    components.map(({ id }) => id),
  );
  const found = run(query, rows);
  return components.map((component) => componentDetailsFromRows(aCluster(), component, found));
}

function run(query: string, securityRows: readonly RealRow[]): readonly KqlRow[] {
  const cluster = {
    id: aCluster().id,
    type: "microsoft.containerservice/managedclusters",
    properties: { nodeResourceGroup },
  };
  const blank = { name: "", tenantId: "", kind: "", location: "", resourceGroup: "", subscriptionId: "" };
  const database = resourceGraphTables.map((table) => ({
    ...table,
    rows: (table.name === "resources" ? [cluster] : securityRows).map((row) => ({ ...blank, ...row })),
  }));
  return runQuery(query, database, now).rows;
}
