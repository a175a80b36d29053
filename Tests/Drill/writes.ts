import { usualDays } from "../../Client/Ownership/assignment";
import { pricingBodyOf } from "../../Client/DefenderPlan/pricingBody";
import { wantedOf, withPlan } from "../../Client/DefenderPlan/planDraft";
import type { UnderlyingAssessment } from "../../Client/Ownership/underlyingAssessment";
import { firstDraft, newAssignment } from "../../Client/Policy/policyDraft";
import type { Services } from "../../Client/services";
import { writeSources } from "../../Extension/LocalPortal/Shell/faultSources";
import { aCluster } from "../Support/aCluster";
import { privilegedContainers } from "./reads";

/** Something that the page changes in Azure. */
export interface Write {
  readonly source: string;
  readonly commandNames: readonly string[];
  /** Reads what the write needs; the result writes. */
  prepare(services: Services, clusterId: string): Promise<() => Promise<unknown>>;
}

export const writes: readonly Write[] = [
  {
    source: "alert status",
    commandNames: writeSources["alert status"].commandNames,
    async prepare({ alerts }) {
      const open = (await alerts.listPage(undefined)).items.find(({ status }) => status === "Active");
      return () => alerts.changeStatus(required(open).id, "Resolved");
    },
  },
  {
    source: "owner",
    commandNames: writeSources.owner.commandNames,
    async prepare(services) {
      const assessment = await anAssessment(services, false);
      const change = {
        owner: "turing@contoso.com",
        due: { kind: "byLevel", days: usualDays },
        isGracePeriod: false,
        eta: undefined,
        notifiesOwner: false,
        notifiesManager: false,
        ticket: undefined,
      } as const;
      return () => services.ownership.assign(assessment, change, new Date());
    },
  },
  {
    source: "removed owner",
    commandNames: writeSources["removed owner"].commandNames,
    async prepare(services) {
      const assessment = await anAssessment(services, true);
      return () => services.ownership.remove(assessment);
    },
  },
  {
    source: "plan",
    commandNames: writeSources.plan.commandNames,
    async prepare({ planSettings }) {
      const settings = await planSettings.read("cluster");
      return () => planSettings.save("cluster", pricingBodyOf(settings, withPlan(wantedOf(settings), true)));
    },
  },
  {
    source: "removed plan",
    commandNames: writeSources["removed plan"].commandNames,
    prepare: ({ planSettings }) => Promise.resolve(() => planSettings.remove()),
  },
  {
    source: "policy",
    commandNames: writeSources.policy.commandNames,
    async prepare({ policy }, clusterId) {
      const definition = await policy.definition(privilegedContainers);
      const assignment = newAssignment(aCluster(clusterId), definition, firstDraft(definition));
      return () => policy.assign(assignment, undefined);
    },
  },
  {
    source: "rule",
    commandNames: writeSources.rule.commandNames,
    prepare: ({ suppression }) =>
      Promise.resolve(() =>
        suppression.create({
          name: "drill",
          alertType: "K8S_NothingLikeThis",
          reason: "Noise",
          comment: "",
          state: "Enabled",
          expires: undefined,
          conditions: [],
        }),
      ),
  },
  {
    source: "removed rule",
    commandNames: writeSources["removed rule"].commandNames,
    async prepare({ suppression }) {
      const [rule] = await suppression.list();
      return () => suppression.remove(required(rule));
    },
  },
  {
    source: "node image",
    commandNames: writeSources["node image"].commandNames,
    async prepare({ nodePools }) {
      const [pool] = (await nodePools.list()).items;
      return () => nodePools.upgradeImage(required(pool));
    },
  },
  {
    source: "cluster",
    commandNames: writeSources.cluster.commandNames,
    async prepare({ quickFixes: fixes }) {
      const seen = await fixes.readLive("authorizedIpRanges");
      const input = { ranges: ["203.0.113.0/24"], callerIp: undefined };
      return () => fixes.apply("authorizedIpRanges", input, { seen, onProgress: () => undefined });
    },
  },
  {
    source: "logs",
    commandNames: writeSources.logs.commandNames,
    async prepare({ quickFixes: fixes }) {
      const seen = await fixes.readLive("diagnosticLogs");
      const input = { workspaceId: required(seen.workspaces?.[0]).id, categories: ["kube-audit-admin"] };
      return () => fixes.apply("diagnosticLogs", input, { seen, onProgress: () => undefined });
    },
  },
];

/** A misconfiguration's assessment, with or without an owner. */
async function anAssessment(
  { ownership: governance, misconfigurations }: Services,
  isOwned: boolean,
): Promise<UnderlyingAssessment> {
  const { items } = await misconfigurations.listPage(undefined);
  const row = items.find(({ ownership }) => ownership.owners.length > 0 === isOwned);
  const key = { kind: "assessment", id: required(row).id } as const;
  return required((await governance.underlyingAssessments([key])).assessments[0]);
}

function required<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error("The emulator's world has nothing to write to.");
  }
  return value;
}
