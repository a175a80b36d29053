import type { KqlColumn } from "../../Extension/ArmEmulator/Kql/table";

/** A table of Resource Graph without its rows. */
export interface GraphTable {
  readonly name: string;
  readonly columns: readonly KqlColumn[];
}

const columnsOf = (type: KqlColumn["type"], names: string): readonly KqlColumn[] =>
  names.split(" ").map((name) => ({ name, type }));

/** The columns that the reference of Resource Graph names for every table. Microsoft's sample queries must bind to them. */
const columns: readonly KqlColumn[] = [
  ...columnsOf("string", "id name type tenantId kind location resourceGroup subscriptionId managedBy"),
  ...columnsOf("dynamic", "sku plan properties tags identity zones extendedLocation"),
];

/** The tables that the product asks, said again here: those of the emulator are what is examined. */
export const resourceGraphTables: readonly GraphTable[] = [
  { name: "resources", columns },
  { name: "resourcecontainers", columns },
  { name: "securityresources", columns },
];
