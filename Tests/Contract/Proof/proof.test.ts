import { quickFixKeys } from "../../../Client/QuickFixes/quickFixKeys";
import type { ProofSubject } from "../../../Client/Proof/proofService";
import type { Services } from "../../../Client/services";
import { failureOfCall, withOneClock, withServices } from "../../Support/withServices";

const asOf = expect.any(Date) as Date;
const open = { state: "open", asOf };
const gone = { state: "gone", asOf };

const firstOf = <T>(items: readonly T[], fits: (item: T) => boolean): T => {
  const found = items.find(fits);
  if (found === undefined) {
    throw new Error("The world has no such finding.");
  }
  return found;
};

/** The neighbor of a finding stays, whatever becomes of the finding itself. */
async function stays({ proof }: Services, subject: ProofSubject): Promise<void> {
  expect(await proof.check(subject)).toEqual(open);
}

test("an alert: there until it's resolved, and its neighbor still", async () => {
  await withOneClock({}, async ({ services, clock }) => {
    const { items } = await services.alerts.listPage(undefined);
    const isActive = ({ status }: (typeof items)[number]) => status === "Active";
    const { id } = firstOf(items, isActive);
    const other = firstOf(items, (item) => isActive(item) && item.id !== id);
    expect(await services.proof.check({ kind: "alert", id })).toEqual(open);
    await services.alerts.changeStatus(id, "Resolved");
    await clock.sleep(10_000, undefined);
    expect(await services.proof.check({ kind: "alert", id })).toEqual(gone);
    await stays(services, { kind: "alert", id: other.id });
  });
});

test("a node pool: there until its image is upgraded, and the other pool still", async () => {
  await withOneClock({}, async ({ services, clock }) => {
    const components = (await services.vulnerabilities.listPage(undefined)).items;
    const apps = firstOf(components, ({ kind, name }) => kind === "nodePool" && name === "apps");
    const system = firstOf(components, ({ kind, name }) => kind === "nodePool" && name === "system");
    expect(await services.proof.check({ kind: "component", id: apps.id })).toEqual(open);
    const { items } = await services.nodePools.list();
    await services.nodePools.upgradeImage(firstOf(items, ({ name }) => name === "apps"));
    await clock.sleep(60_000, undefined);
    expect(await services.proof.check({ kind: "component", id: apps.id })).toEqual(gone);
    await stays(services, { kind: "component", id: system.id });
  });
});

test("a misconfiguration and the compliance issues made of it: there until the quick fix is evaluated", async () => {
  await withOneClock({ evaluationDelaySeconds: 30 }, async ({ services, clock }) => {
    const key = quickFixKeys.authorizedIpRanges;
    const misconfigurations = (await services.misconfigurations.listPage(undefined)).items;
    const issues = (await services.compliance.listPage(undefined)).items;
    const isOfFix = ({ recommendation }: (typeof issues)[number]) => recommendation === key;
    const subjects: readonly ProofSubject[] = [
      { kind: "misconfiguration", id: firstOf(misconfigurations, (item) => item.key === key).id },
      ...issues.filter(isOfFix).map(({ id }) => ({ kind: "compliance" as const, id })),
    ];
    expect(subjects.length).toBeGreaterThan(2);
    const answers = async () => {
      const all = [];
      for (const subject of subjects) {
        all.push((await services.proof.check(subject)).state);
      }
      return [...new Set(all)];
    };
    expect(await answers()).toEqual(["open"]);
    const seen = await services.quickFixes.readLive("authorizedIpRanges");
    const input = { ranges: ["20.50.2.0/24"], callerIp: undefined };
    await services.quickFixes.apply("authorizedIpRanges", input, { seen, onProgress: () => undefined });
    expect((await services.proof.check(firstOf(subjects, () => true))).state).toBe("open");
    await clock.sleep(60_000, undefined);
    expect(await answers()).toEqual(["gone"]);
    await stays(services, {
      kind: "misconfiguration",
      id: firstOf(misconfigurations, (item) => item.key !== key).id,
    });
    await stays(services, { kind: "compliance", id: firstOf(issues, (item) => !isOfFix(item)).id });
  });
});

test("a vulnerable image: there where it fails, and gone in the same world once nothing fails", async () => {
  const image = await withServices("busy", async ({ vulnerabilities, proof }) => {
    const { id } = firstOf(
      (await vulnerabilities.listPage(undefined)).items,
      ({ kind }) => kind === "container",
    );
    expect(await proof.check({ kind: "component", id })).toEqual(open);
    return id;
  });
  await withServices("healthy", async ({ proof }, { world }) => {
    const statuses = world.assessments
      .filter(({ id }) => id.toLowerCase().startsWith(`${image.toLowerCase()}/`))
      .map(({ properties }) => (properties.status as { readonly code: string }).code);
    expect(new Set(statuses)).toEqual(new Set(["Healthy"]));
    expect(await proof.check({ kind: "component", id: image })).toEqual(gone);
  });
});

test("cluster-only: no row proves nothing, and the answer names the permission", async () => {
  await withServices("cluster-only", async ({ proof }, { clusterId }) => {
    const id = `${clusterId}/providers/Microsoft.Security/assessments/${quickFixKeys.authorizedIpRanges}`;
    expect(await proof.check({ kind: "misconfiguration", id })).toEqual({
      state: "unknown",
      why: "permission",
      right: { action: "Microsoft.Security/assessments/read", scope: clusterId },
    });
  });
});

test("no-access: the query itself is refused", async () => {
  await withServices("no-access", async ({ proof }, { clusterId }) => {
    const call = proof.check({ kind: "component", id: `${clusterId}/x` });
    expect(await failureOfCall(call)).toMatchObject({ kind: "forbidden" });
  });
});

test("an id that would end its literal finds nothing and breaks nothing", async () => {
  await withServices("busy", async ({ proof }) => {
    const hostile = "x' or true or id == '";
    for (const kind of ["alert", "component", "misconfiguration", "compliance"] as const) {
      const answer = await proof.check({ kind, id: hostile }).catch((error: unknown) => error);
      expect([kind, answer]).not.toEqual([kind, open]);
    }
  });
});
