import type { FindingsPage } from "../../Client/Core/listing";
import type { Services } from "../../Client/services";
import { readSources } from "../../Extension/LocalPortal/Shell/faultSources";

/** Something that the page shows and that Azure has to be asked for. */
export interface Read {
  /** As the table of the drill names it. */
  readonly source: string;
  /** The calls that the source depends on. */
  readonly commandNames: readonly string[];
  /** Reads it whole. */
  read(services: Services): Promise<unknown>;
}

/** All pages, each asked for with the cursor of the one before. */
async function allPages<T>(
  list: (cursor: FindingsPage<T>["next"]) => Promise<FindingsPage<T>>,
): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: FindingsPage<T>["next"];
  do {
    const page = await list(cursor);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

/** The policy about privileged containers, which Azure has. */
export const privilegedContainers = "95edb821-ddaf-4404-9732-666045e056b4";

/** Every source of the dashboard, by the names of issue and menu. */
export const reads: readonly Read[] = [
  {
    source: "alerts",
    commandNames: readSources.alerts.commandNames,
    read: ({ alerts }) => allPages((cursor) => alerts.listPage(cursor)),
  },
  {
    source: "vulnerabilities",
    commandNames: readSources.vulnerabilities.commandNames,
    read: ({ vulnerabilities }) => allPages((cursor) => vulnerabilities.listPage(cursor)),
  },
  {
    source: "misconfigurations",
    commandNames: readSources.misconfigurations.commandNames,
    read: ({ misconfigurations }) => allPages((cursor) => misconfigurations.listPage(cursor)),
  },
  {
    source: "compliance",
    commandNames: readSources.compliance.commandNames,
    read: ({ compliance }) => allPages((cursor) => compliance.listPage(cursor)),
  },
  { source: "plan", commandNames: readSources.plan.commandNames, read: ({ plan }) => plan.get() },
  { source: "CSPM", commandNames: readSources.CSPM.commandNames, read: ({ plan }) => plan.hasCspm() },
  {
    source: "cluster",
    commandNames: readSources.cluster.commandNames,
    read: ({ cluster }) => cluster.profile(),
  },
  {
    source: "coverage",
    commandNames: readSources.coverage.commandNames,
    async read({ coverage }) {
      const parts = await coverage.clusterParts();
      return [
        parts,
        await coverage.workspaceAccess(parts.workspaceId ?? ""),
        await coverage.lastPolicyReport(),
      ];
    },
  },
  {
    source: "permissions",
    commandNames: readSources.permissions.commandNames,
    read: ({ permissions }) => permissions.at("/subscriptions/11111111-1111-4111-8111-111111111111"),
  },
  {
    source: "governance",
    commandNames: readSources.governance.commandNames,
    async read({ ownership: governance, misconfigurations }) {
      const [row] = (await misconfigurations.listPage(undefined)).items;
      return governance.underlyingAssessments([{ kind: "assessment", id: row?.id ?? "" }]);
    },
  },
  {
    source: "policy",
    commandNames: readSources.policy.commandNames,
    read: async ({ policy }) => policy.assignments(await policy.definition(privilegedContainers)),
  },
  {
    source: "node pools",
    commandNames: readSources["node pools"].commandNames,
    read: ({ nodePools }) => nodePools.list(),
  },
  {
    source: "logs",
    commandNames: readSources.logs.commandNames,
    read: ({ investigation: logs }) => logs.workspace(),
  },
  {
    source: "proof",
    commandNames: readSources.proof.commandNames,
    async read({ proof, misconfigurations }) {
      const [row] = (await misconfigurations.listPage(undefined)).items;
      return proof.check({ kind: "misconfiguration", id: row?.id ?? "" });
    },
  },
  {
    source: "suppression",
    commandNames: readSources.suppression.commandNames,
    read: ({ suppression }) => suppression.list(),
  },
  {
    source: "settings",
    commandNames: readSources.settings.commandNames,
    read: ({ planSettings }) => planSettings.read("cluster"),
  },
];
