import type { UnderlyingAssessment, FindingKey } from "../../../Client/Ownership/underlyingAssessment";
import { usualDays, type AssignmentChange } from "../../../Client/Ownership/assignment";
import { daysAfter } from "../../../Client/Core/day";
import { runItems } from "../../../Client/Core/runItems";
import type { Services } from "../../../Client/services";
import { assignmentTroubles } from "../../../Extension/ArmEmulator/Scenarios/assignmentTroubles";
import { assignmentProperties } from "../../../Extension/ArmEmulator/World/Security/Ownership/assignmentHistory";
import { deferred } from "../../Support/fakeServices";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { failureOfCall, withOneClock, withServices, withTwoPages } from "../../Support/withServices";

const now = new Date();
const inAMonth = daysAfter(now, 30);
const lag = 5_000;

const change: AssignmentChange = {
  owner: "turing@contoso.com",
  due: { kind: "byLevel", days: usualDays },
  isGracePeriod: true,
  eta: { day: inAMonth, justification: "After the freeze." },
  notifiesOwner: true,
  notifiesManager: false,
  ticket: { number: 4711, link: "https://tracker.contoso.com/4711" },
};

/** What ARM has of one assessment: names and properties of its assignments. */
function storedOf({ world }: ArmEmulator, { id }: { readonly id: string }) {
  return [...world.governanceAssignments.values()]
    .filter(({ assessmentId }) => assessmentId.toLowerCase() === id.toLowerCase())
    .flatMap((assignment) => {
      const properties = assignmentProperties(assignment);
      return properties ? [{ name: assignment.name, properties }] : [];
    });
}

async function misconfigurationsOf({ misconfigurations }: Services) {
  return (await misconfigurations.listPage(undefined)).items;
}

/** A misconfiguration with or without an owner, as the form sees it. */
async function anUnderlying(services: Services, isOwned: boolean): Promise<UnderlyingAssessment> {
  const rows = await misconfigurationsOf(services);
  const row = rows.find(({ ownership }) => ownership.owners.length > 0 === isOwned);
  const { assessments } = await services.ownership.underlyingAssessments([
    { kind: "assessment", id: row?.id ?? "" },
  ]);
  const [assessment] = assessments;
  if (!assessment || assessments.length > 1) {
    throw new Error("One assessment was expected.");
  }
  return assessment;
}

test("an owner is assigned: ARM has all of it at once, lists after the lag, and until then the change is known", async () => {
  await withOneClock({}, async ({ services, emulator, clock }) => {
    const { ownership: governance } = services;
    const assessment = await anUnderlying(services, false);
    await governance.assign(assessment, change, now);
    const [stored, ...others] = storedOf(emulator, assessment);
    expect(others).toEqual([]);
    expect(stored?.name).toMatch(/^[0-9a-f-]{36}$/);
    expect(stored?.properties).toEqual({
      owner: "turing@contoso.com",
      remediationDueDate: daysAfter(now, usualDays[assessment.level]).toISOString(),
      isGracePeriod: true,
      remediationEta: { eta: inAMonth.toISOString(), justification: "After the freeze." },
      governanceEmailNotification: {
        disableOwnerEmailNotification: false,
        disableManagerEmailNotification: true,
      },
      additionalData: { ticketNumber: 4711, ticketLink: "https://tracker.contoso.com/4711" },
    });
    const assigned = { owner: "turing@contoso.com", due: daysAfter(now, usualDays[assessment.level]) };
    expect(await governance.pendingChanges()).toEqual([{ assessment, now: assigned }]);
    await clock.sleep(lag, undefined);
    expect(await governance.pendingChanges()).toEqual([]);
    const row = (await misconfigurationsOf(services)).find(({ id }) => id === assessment.id);
    expect(row?.ownership).toMatchObject({ owners: ["turing@contoso.com"], status: "OnTime" });
  });
});

test("without a change nothing is asked", async () => {
  await withOneClock({}, async ({ services: { ownership: governance }, calls }) => {
    expect(await governance.pendingChanges()).toEqual([]);
    expect(calls).toEqual([]);
  });
});

test("an assignment is changed under its own name, and what the change does not name stays", async () => {
  await withOneClock({}, async ({ services, emulator }) => {
    const assessment = await anUnderlying(services, true);
    await services.ownership.assign(assessment, change, now);
    const [before] = storedOf(emulator, assessment);
    await services.ownership.assign(assessment, { owner: "hopper@contoso.com" }, now);
    expect(storedOf(emulator, assessment)).toEqual([
      { name: before?.name, properties: { ...before?.properties, owner: "hopper@contoso.com" } },
    ]);
    expect(await services.ownership.get(assessment.id)).toMatchObject({
      owner: "hopper@contoso.com",
      eta: { day: inAMonth, justification: "After the freeze." },
      ticket: { number: 4711, link: "https://tracker.contoso.com/4711" },
      notifiesManager: false,
    });
  });
});

const colleague = { owner: "lovelace@contoso.com", due: { kind: "day", day: inAMonth } } as const;

test("who is second is told which owner a colleague has assigned, and writes nothing; the next try replaces it", async () => {
  await withTwoPages(async (mine, theirs, emulator) => {
    const assessment = await anUnderlying(mine, true);
    await theirs.ownership.assign(assessment, colleague, now);
    const [before] = storedOf(emulator, assessment);
    const { kind, message } = await failureOfCall(mine.ownership.assign(assessment, change, now));
    expect(kind).toBe("conflict");
    expect(message).toContain(`lovelace@contoso.com now (${inAMonth.toISOString().slice(0, 10)})`);
    expect(storedOf(emulator, assessment)).toEqual([before]);
    await mine.ownership.assign(assessment, change, now);
    expect(storedOf(emulator, assessment).map(({ properties }) => properties.owner)).toEqual([change.owner]);
  });
});

test("an owner that a colleague has just assigned is not removed unasked", async () => {
  await withTwoPages(async (mine, theirs, emulator) => {
    const assessment = await anUnderlying(mine, false);
    await theirs.ownership.assign(assessment, colleague, now);
    expect(await failureOfCall(mine.ownership.remove(assessment))).toMatchObject({ kind: "conflict" });
    expect(storedOf(emulator, assessment)).toHaveLength(1);
    await mine.ownership.remove(assessment);
    expect(storedOf(emulator, assessment)).toEqual([]);
  });
});

test("first assignments at once make one assignment, and who lost it is told", async () => {
  const [mineWritten, theirsWritten] = [deferred<void>(), deferred<void>()];
  let haveIWritten = false;
  await withTwoPages(
    async (mine, theirs, emulator) => {
      const assessment = await anUnderlying(mine, false);
      const second = theirs.ownership.assign(assessment, colleague, now).then(theirsWritten.resolve);
      const first = failureOfCall(mine.ownership.assign(assessment, change, now));
      await second;
      const { kind, message } = await first;
      expect(kind).toBe("conflict");
      expect(message).toMatch(/^Someone else/);
      expect(storedOf(emulator, assessment).map(({ properties }) => properties.owner)).toEqual([
        colleague.owner,
      ]);
    },
    {
      async mine({ method }) {
        if (haveIWritten) {
          mineWritten.resolve();
          await theirsWritten.promise;
        }
        haveIWritten ||= method === "PUT";
      },
      theirs: ({ method }) => (method === "PUT" ? mineWritten.promise : Promise.resolve()),
    },
  );
});

test("an owner is removed, and once more without an error", async () => {
  await withOneClock({}, async ({ services, emulator, clock }) => {
    const assessment = await anUnderlying(services, true);
    await services.ownership.remove(assessment);
    expect(storedOf(emulator, assessment)).toEqual([]);
    expect(await services.ownership.get(assessment.id)).toBeUndefined();
    await services.ownership.remove(assessment);
    await clock.sleep(lag, undefined);
    const row = (await misconfigurationsOf(services)).find(({ id }) => id === assessment.id);
    expect(row?.ownership.status).toBe("Unassigned");
  });
});

test("a component is all its failing assessments; a compliance row shares them; together each comes once", async () => {
  await withServices(
    "busy",
    async ({ ownership: governance, vulnerabilities, compliance, misconfigurations }, { world }) => {
      const [component] = (await vulnerabilities.listPage(undefined)).items;
      const issues = (await compliance.listPage(undefined)).items;
      const [setting] = (await misconfigurations.listPage(undefined)).items;
      if (!component || !setting) {
        throw new Error("The cluster has findings.");
      }
      const resource: FindingKey = { kind: "resource", id: component.id };
      const own = await governance.underlyingAssessments([resource]);
      expect(own.unreadable).toBe(0);
      expect(own.assessments).toHaveLength(component.ownership.failing);
      const failing = world.assessments.filter(
        ({ id, properties }) =>
          id.toLowerCase().startsWith(`${component.id}/`) &&
          (properties.status as { readonly code: string }).code === "Unhealthy",
      );
      expect(own.assessments.map(({ id }) => id).sort()).toEqual(failing.map(({ id }) => id).sort());
      const category = issues.find(
        ({ recommendation }) => recommendation === own.assessments[0]?.recommendation,
      );
      const { recommendation: id = "", initiative } = category ?? {};
      const shared: FindingKey = { kind: "recommendation", id, initiative };
      const both = await governance.underlyingAssessments([
        resource,
        shared,
        { kind: "assessment", id: setting.id },
      ]);
      expect(category?.ownership.failing).toBeGreaterThan(component.ownership.failing);
      expect(new Set(both.assessments.map(({ id }) => id)).size).toBe(both.assessments.length);
      expect(both.assessments.map(({ id }) => id)).toEqual(
        expect.arrayContaining([...own.assessments.map(({ id }) => id), setting.id]),
      );
      expect(both.assessments.filter(({ recommendation }) => recommendation === shared.id)).toHaveLength(
        category?.ownership.failing ?? -1,
      );
    },
  );
});

test("what someone finished and what is exempted is resolved, and is counted nowhere", async () => {
  await withServices("busy", async ({ misconfigurations, compliance }, { world }) => {
    const page = await misconfigurations.listPage(undefined);
    expect(page.total).toBe(page.items.length);
    const statuses = page.resolved.map(({ ownership }) => ownership.status);
    expect(new Set(statuses)).toEqual(new Set(["Completed", "Exempted"]));
    expect(statuses.filter((status) => status === "Completed")).toHaveLength(3);
    for (const { id, ownership } of page.resolved) {
      const assessment = world.assessments.find((one) => one.id === id);
      const { code, cause } = assessment?.properties.status as {
        readonly code: string;
        readonly cause?: string;
      };
      expect(code).not.toBe("Unhealthy");
      expect(ownership.status === "Exempted").toBe(cause === "Exempt");
      expect((await misconfigurations.get(id)).ownership.status).toBe(ownership.status);
    }
    expect((await compliance.listPage(undefined)).resolved.length).toBeGreaterThan(0);
  });
});

test("120 at once, five of them failing in five ways: the rest is written, and the five again once they can be", async () => {
  await withOneClock({ scenario: "assignment-troubles" }, async ({ services, emulator }) => {
    const troubles = assignmentTroubles(emulator.world);
    const components = (await services.vulnerabilities.listPage(undefined)).items;
    const keys = components.map(({ id }): FindingKey => ({ kind: "resource", id }));
    const { assessments } = await services.ownership.underlyingAssessments(keys);
    const isTrouble = ({ id }: UnderlyingAssessment) =>
      troubles.some(({ assessment }) => assessment.id === id);
    const items = [...assessments.filter(isTrouble), ...assessments.filter((one) => !isTrouble(one))].slice(
      0,
      120,
    );
    const outcomes = await runItems({
      items,
      act: (assessment) => services.ownership.assign(assessment, change, now),
      concurrency: 10,
      signal: new AbortController().signal,
      onOutcome: () => undefined,
    });
    const failures = outcomes.flatMap((outcome) => (outcome.result === "failed" ? [outcome] : []));
    expect(outcomes.filter(({ result }) => result === "done")).toHaveLength(115);
    expect(failures.map(({ item }) => item.id).sort()).toEqual(
      troubles.map(({ assessment }) => assessment.id).sort(),
    );
    expect(failures.map(({ failure }) => failure.kind).sort()).toEqual([
      "conflict",
      "forbidden",
      "notFound",
      "throttled",
      "unexpected",
    ]);
    expect(failures.find(({ failure }) => failure.kind === "forbidden")?.failure.missingAction).toBe(
      "Microsoft.Security/assessments/governanceAssignments/write",
    );
    const owners = items.map((item) => storedOf(emulator, item)[0]?.properties.owner);
    expect(owners.filter((owner) => owner === "turing@contoso.com")).toHaveLength(115);
  });
});

test("an expired session is said, and afterwards the same can be written", async () => {
  await withServices("session-expired", async (services, emulator) => {
    const assessment = await anUnderlying(services, false);
    const failure = await failureOfCall(services.ownership.assign(assessment, change, now));
    expect(failure.code).toBe("ExpiredAuthenticationToken");
    expect(failure.message).toMatch(/^The session has expired\. Sign in to the portal again\./);
    expect(services.ownership.changes()).toEqual([]);
    await services.ownership.assign(assessment, change, now);
    expect(storedOf(emulator, assessment)).toHaveLength(1);
  });
});

test("a write that a conditional access policy wants a second factor for is said to need a sign-in", async () => {
  await withServices("claims-challenge", async (services, emulator) => {
    const assessment = await anUnderlying(services, false);
    const failure = await failureOfCall(services.ownership.assign(assessment, change, now));
    expect(failure).toMatchObject({ code: "RequestDisallowedByPolicy", needsSignIn: true });
    expect(failure.message).toMatch(/^Azure requires another sign-in .* Sign in to the portal again\./);
    expect(storedOf(emulator, assessment)).toEqual([]);
  });
});

test.each([
  ["without Defender CSPM the service's reason is passed on", "cspm-off", "invalid", /CloudPosture/],
  ["without the right the action is named", "reader", "forbidden", /governanceAssignments\/write/],
] as const)("%s", async (_, scenario, kind, message) => {
  await withServices(scenario, async (services) => {
    const assessment = await anUnderlying(services, scenario === "reader");
    const failure = await failureOfCall(services.ownership.assign(assessment, change, now));
    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(message);
  });
});
