import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { logQueryFor, type LogTables } from "../../Client/Investigation/logQuery";
import { parseQuery } from "../../Extension/ArmEmulator/Kql/syntax";
import type { KqlDatabase } from "../../Extension/ArmEmulator/Kql/table";
import { scenarios } from "../../Extension/ArmEmulator/Scenarios/scenarios";
import { generateWorld } from "../../Extension/ArmEmulator/World/generateWorld";
import { aCluster } from "../Support/aCluster";
import { alertsOf } from "../Support/alertsOfWorlds";
import { bindLogQuery } from "../Support/bindLogQuery";
import { hostileKql, resourceGraphQueries, scopeNamed } from "../Support/resourceGraphQueries";
import { resourceGraphTables } from "./resourceGraphTables";
import { isDirect, type Exchange } from "./traffic";

export interface QueryReport {
  /** Queries that were tried, by where they come from. */
  readonly tried: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
}

const database: KqlDatabase = resourceGraphTables.map((table) => ({ ...table, rows: [] }));

interface Source {
  readonly name: string;
  readonly texts: readonly string[];
  /** Throws for a text that is not as Microsoft's parser wants it. */
  readonly bind: (kql: string) => void;
}

/** Parses and binds every query that the product can make, and Microsoft's samples, by Microsoft's Kusto parser. */
export function checkQueries(folder: string, exchanges: readonly Exchange[]): QueryReport {
  const ofGraph = (kql: string) => void parseQuery(kql, database);
  const sources: readonly Source[] = [
    { name: "sent to Resource Graph", texts: sentQueries(exchanges), bind: ofGraph },
    { name: "facets sent with them", texts: sentFacets(exchanges), bind: ofGraph },
    { name: "every query function, on plain and hostile texts", texts: builtQueries(), bind: ofGraph },
    { name: "for Log Analytics", texts: logQueries(), bind: (kql) => void bindLogQuery(kql) },
    { name: "Microsoft's samples", texts: samples(path.join(folder, "kql")), bind: ofGraph },
  ];
  return {
    tried: Object.fromEntries(sources.map(({ name, texts }) => [name, texts.length])),
    problems: sources.flatMap(({ name, texts, bind }) =>
      texts.flatMap((text) => problemOf(() => bind(text)).map((problem) => `${name}: ${problem}`)),
    ),
  };
}

function problemOf(bind: () => void): readonly string[] {
  try {
    bind();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

const distinct = (texts: readonly string[]) => [...new Set(texts)];

interface GraphBody {
  readonly query: string;
  readonly facets?: readonly { readonly expression: string }[];
}

function graphBodies(exchanges: readonly Exchange[]): readonly GraphBody[] {
  return exchanges
    .filter(({ request }) => request.uri.includes("/Microsoft.ResourceGraph/resources") && !isDirect(request))
    .map(({ request }) => request.body as GraphBody); // As our client made it.
}

function sentQueries(exchanges: readonly Exchange[]): readonly string[] {
  return distinct(graphBodies(exchanges).map(({ query }) => query));
}

/** Resource Graph counts the values of an expression over the result of the query. */
function sentFacets(exchanges: readonly Exchange[]): readonly string[] {
  return distinct(
    graphBodies(exchanges).flatMap(({ query, facets = [] }) =>
      facets.map(({ expression }) => `${query}\n| summarize ['count'] = count() by ${expression}`),
    ),
  );
}

function builtQueries(): readonly string[] {
  const plain = aCluster();
  const makers = Object.values(resourceGraphQueries).flatMap((functions) => Object.values(functions));
  return makers.flatMap((make) => [make(plain, plain.id), make(scopeNamed(hostileKql), hostileKql)]);
}

const logTables: readonly LogTables[] = ["resourceSpecific", "azureDiagnostics"];

/** What the details of each alert of the busy world offer, for both kinds of tables; each form of a query once. */
function logQueries(): readonly string[] {
  const now = new Date("2026-11-24T12:00:00Z");
  const world = generateWorld({ ...scenarios.busy.plan, seed: 7, now });
  const clusterId = world.mainClusterId;
  const queries = alertsOf(world).flatMap((alert) =>
    logTables.flatMap((tables) => logQueryFor(alert, { tables, clusterId, now }).map(({ kql }) => kql)),
  );
  const byForm = new Map(
    queries.map((kql) => [kql.replace(/(["'])(?:\\.|(?!\1).)*\1|datetime\([^)]*\)/g, "?"), kql]),
  );
  return [...byForm.values()];
}

function samples(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(".kql"))
        .map((file) => readFileSync(path.join(folder, file), "utf8"))
    : [];
}
