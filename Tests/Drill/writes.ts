import { usualDays } from "../../Client/Ownership/assignment";
import { pricingBodyOf } from "../../Client/DefenderPlan/pricingBody";
import { wantedOf, withPlan } from "../../Client/DefenderPlan/planDraft";
import type { Services } from "../../Client/services";
import { writeSources } from "../../Extension/LocalPortal/Shell/faultSources";

/** Something that the page changes in Azure. */
export interface Write {
  readonly source: string;
  readonly commandNames: readonly string[];
  /** Reads what the write needs; the result writes. */
  prepare(services: Services): Promise<() => Promise<unknown>>;
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
    async prepare({ ownership: governance, misconfigurations }) {
      const { items } = await misconfigurations.listPage(undefined);
      const free = items.find(({ ownership }) => ownership.owners.length === 0);
      const key = { kind: "assessment", id: required(free).id } as const;
      const [assessment] = (await governance.underlyingAssessments([key])).assessments;
      const change = {
        owner: "turing@contoso.com",
        due: { kind: "byLevel", days: usualDays },
        isGracePeriod: false,
        eta: undefined,
        notifiesOwner: false,
        notifiesManager: false,
        ticket: undefined,
      } as const;
      return () => governance.assign(required(assessment), change, new Date());
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
];

function required<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error("The emulator's world has nothing to write to.");
  }
  return value;
}
