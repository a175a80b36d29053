import { usualDays, type AssignmentChange } from "../../../Client/Ownership/assignment";
import type { UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import { recordOf } from "../../../Client/Core/json";
import { changesBetween } from "../../../Client/DefenderPlan/planChanges";
import { wantedOf, withExtension } from "../../../Client/DefenderPlan/planDraft";
import type { Services } from "../../../Client/services";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { draftOf } from "../../../Views/Features/DefenderPlan/planForm";
import { runStep } from "../../../Views/Features/DefenderPlan/planStepRunner";
import { aCluster } from "../../Support/aCluster";
import { withTwoPages } from "../../Support/withServices";
import { assignmentUrl, listedIn } from "../ArmEmulator/assignmentCalls";
import { call, json } from "../ArmEmulator/plainHttp";

/** Something that two want to change, each in a way of their own. */
interface Contested {
  /** Reads it as a page does that shows it. The result writes, from what was read: `first` wants one thing, `second` another. */
  open(page: Services, emulator: ArmEmulator): Promise<Opened>;
  /** What `first` does, by ARM alone: what `az` or any other tool sends. */
  byArm(emulator: ArmEmulator, url: string): Promise<unknown>;
  /** How the second one's write is refused. */
  readonly told: object;
}

interface Opened {
  /** Where ARM has it, with its api-version. */
  readonly url: string;
  first(): Promise<unknown>;
  second(): Promise<unknown>;
}

const now = new Date();

const read = async (emulator: ArmEmulator, url: string) => (await call(emulator, url)).body;

async function write(emulator: ArmEmulator, url: string, body: unknown): Promise<void> {
  expect([200, 201, 202]).toContain((await call(emulator, url, json("PUT", body))).status);
}

const alert: Contested = {
  async open({ alerts }) {
    const { id, status: seen } = oneOf((await alerts.listPage(undefined)).items, "Active");
    const options = seen === undefined ? {} : { seen };
    return {
      url: `${id}?api-version=2022-01-01`,
      first: () => alerts.changeStatus(id, "Dismissed", options),
      second: () => alerts.changeStatus(id, "InProgress", options),
    };
  },
  byArm: (emulator, url) => call(emulator, url.replace("?", "/dismiss?"), { method: "POST" }),
  told: { message: expect.stringContaining("Someone else set the status to Dismissed") as string },
};

const owner: Contested = {
  async open(page) {
    const assessment = await anOwned(page);
    const change = { due: { kind: "byLevel", days: usualDays }, isGracePeriod: false } as AssignmentChange;
    const assign = (to: string) => page.ownership.assign(assessment, { ...change, owner: to }, now);
    return {
      url: assignmentUrl(assessment.id),
      first: () => assign("lovelace@contoso.com"),
      second: () => assign("turing@contoso.com"),
    };
  },
  async byArm(emulator, url) {
    const assessmentId = url.slice(0, url.indexOf("/governanceAssignments"));
    const [assigned] = await listedIn(emulator, assessmentId);
    const properties = { ...assigned?.properties, owner: "lovelace@contoso.com" };
    await write(emulator, assignmentUrl(assessmentId, assigned?.name), { properties });
  },
  told: { message: expect.stringContaining("it's lovelace@contoso.com now") as string },
};

const plan: Contested = {
  async open(services, { clusterId }) {
    const seen = await services.planSettings.read("cluster");
    const cluster = aCluster(clusterId);
    const save = async (withoutExtension: string) => {
      const wanted = withExtension(wantedOf(seen), withoutExtension, false);
      const review = changesBetween(seen, wanted, { profile: undefined, subscription: undefined });
      const draft = { ...draftOf(seen), wanted };
      const input = { cluster, review, seen, draft, fixPlans: [], change: () => undefined };
      const runPart = () => Promise.reject(new Error("The plan alone is changed."));
      for (const step of review.steps) {
        await runStep(step, { services, cluster, input, before: undefined, runPart });
      }
    };
    return {
      url: `${clusterId}/providers/Microsoft.Security/pricings/Containers?api-version=2024-01-01`,
      first: () => save("ContainerSensor"),
      second: () => save("AgentlessVmScanning"),
    };
  },
  byArm: (emulator, url) =>
    write(emulator, url, {
      properties: { pricingTier: "Standard", extensions: [{ name: "ContainerSensor", isEnabled: "False" }] },
    }),
  told: {
    changed: expect.arrayContaining([
      { kind: "configuration", name: "ContainerSensor", before: true, after: false },
    ]) as object,
  },
};

const cluster: Contested = {
  async open({ quickFixes }, { clusterId }) {
    const seen = await quickFixes.readLive("authorizedIpRanges");
    const apply = (range: string) =>
      quickFixes.apply(
        "authorizedIpRanges",
        { ranges: [range], callerIp: undefined },
        { seen, onProgress: () => undefined },
      );
    return {
      url: `${clusterId}?api-version=2026-04-01`,
      first: () => apply("52.0.0.0/24"),
      second: () => apply("20.50.2.0/24"),
    };
  },
  async byArm(emulator, url) {
    const body = await read(emulator, url);
    const apiServerAccessProfile = { authorizedIPRanges: ["52.0.0.0/24"] };
    const properties = { ...recordOf(body.properties), apiServerAccessProfile };
    await write(emulator, url, { ...body, properties });
  },
  told: {
    changed: [
      {
        path: "properties.apiServerAccessProfile",
        before: undefined,
        after: { authorizedIPRanges: ["52.0.0.0/24"] },
      },
    ],
  },
};

const rule: Contested = {
  async open({ suppression }, { world }) {
    const enabled = (await suppression.list()).find(({ state }) => state === "Enabled");
    if (!enabled) {
      throw new Error("No rule is enabled.");
    }
    const rules = `/subscriptions/${world.subscriptionId}/providers/Microsoft.Security/alertsSuppressionRules`;
    return {
      url: `${rules}/${enabled.name}?api-version=2019-01-01-preview`,
      first: () => suppression.setState(enabled, "Disabled"),
      second: () => suppression.remove(enabled),
    };
  },
  async byArm(emulator, url) {
    const { properties } = await read(emulator, url);
    await write(emulator, url, { properties: { ...recordOf(properties), state: "Disabled" } });
  },
  told: { changed: [{ path: "state", before: "Enabled", after: "Disabled" }] },
};

const kinds = { alert, owner, plan, cluster, rule };

describe.each(Object.keys(kinds) as readonly (keyof typeof kinds)[])("%s", (kind) => {
  const { open, byArm, told } = kinds[kind];

  test.each(["the other page", "a plain ARM call"] as const)(
    "changed meanwhile by %s: who is second is told what changed, sends nothing, and nothing is lost",
    async (by) => {
      const written: string[] = [];
      await withTwoPages(
        async (mine, theirs, emulator) => {
          const { url, second } = await open(mine, emulator);
          const before = await read(emulator, url);
          if (by === "the other page") {
            await (await open(theirs, emulator)).first();
          } else {
            await byArm(emulator, url);
            // ARM carries on after its answer.
            await theirs.quickFixes.waitUntilIdle({ onProgress: () => undefined });
          }
          const changed = await read(emulator, url);
          expect(changed).not.toEqual(before);

          const error = await second().catch((reason: unknown) => reason);
          expect(error).toMatchObject({ failure: { kind: "conflict" }, ...told });
          expect(await read(emulator, url)).toEqual(changed);
          expect(written).toEqual([]);
        },
        {
          mine({ method, path }) {
            if (method !== "GET" && !path.endsWith("/Microsoft.ResourceGraph/resources")) {
              written.push(`${method} ${path}`);
            }
            return Promise.resolve();
          },
          theirs: () => Promise.resolve(),
        },
      );
    },
  );
});

function oneOf<T extends { readonly status: string | undefined }>(items: readonly T[], status: string): T {
  const found = items.find((item) => item.status === status);
  if (!found) {
    throw new Error(`None is ${status}.`);
  }
  return found;
}

async function anOwned({ misconfigurations, ownership }: Services): Promise<UnderlyingAssessment> {
  const { items } = await misconfigurations.listPage(undefined);
  const id = items.find((row) => row.ownership.owners.length > 0)?.id ?? "";
  const [assessment] = (await ownership.underlyingAssessments([{ kind: "assessment", id }])).assessments;
  if (!assessment) {
    throw new Error("None has an owner.");
  }
  return assessment;
}
