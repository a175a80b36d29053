import { alertStatuses, type AlertStatus } from "../../../Client/Alerts/alert";
import type { FailureKind } from "../../../Client/Core/failure";
import { runItems } from "../../../Client/Core/runItems";
import { bulkTroubles } from "../../../Extension/ArmEmulator/Scenarios/bulkTroubles";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import {
  alertProperties,
  changeAlertStatus,
} from "../../../Extension/ArmEmulator/World/Security/Alerts/alertStatus";
import { failureOfCall, withOneClock, withServices, type SentCall } from "../../Support/withServices";
import { inGraph } from "../ArmEmulator/alertCalls";

const verbs: Readonly<Record<AlertStatus, { readonly verb: string; readonly apiVersion: string }>> = {
  Active: { verb: "activate", apiVersion: "2021-11-01" },
  InProgress: { verb: "inProgress", apiVersion: "2022-01-01" },
  Resolved: { verb: "resolve", apiVersion: "2021-11-01" },
  Dismissed: { verb: "dismiss", apiVersion: "2021-11-01" },
};
const scopes = ["resource group", "subscription"] as const;
const lag = 5_000;

/** Alerts that name the main cluster and are not in a status. */
function ownAlerts({ world, clusterId }: ArmEmulator, except?: AlertStatus) {
  return world.alerts.filter(
    ({ properties }) =>
      JSON.stringify(properties.resourceIdentifiers).toLowerCase().includes(`"${clusterId.toLowerCase()}"`) &&
      properties.status !== except,
  );
}

function oneOf(emulator: ArmEmulator, except: AlertStatus) {
  const [alert] = ownAlerts(emulator, except);
  if (!alert) {
    throw new Error("The cluster has no such alert.");
  }
  return alert;
}

const statusesIn = ({ world }: ArmEmulator) =>
  new Map(world.alerts.map((alert) => [alert.id, alertProperties(alert).status]));

const isSame = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();

/** Readings of single alerts, beside the list. */
const rereadsIn = (calls: readonly SentCall[]) =>
  calls.filter(({ method }) => method === "GET").map(({ path }) => path);

const bothScopes = scopes.flatMap((scope) => alertStatuses.map((status) => [scope, status] as const));

test.each(bothScopes)(
  "an alert of the %s becomes %s by one call, and no other alert does",
  async (scope, status) => {
    await withOneClock({}, async ({ services: { alerts }, emulator, calls }) => {
      const alert = oneOf(emulator, status);
      const before = statusesIn(emulator);
      const id = scope === "subscription" ? alert.id.replace(/\/resourceGroups\/[^/]+/i, "") : alert.id;
      await alerts.changeStatus(id, status);
      expect(calls).toEqual([
        {
          method: "POST",
          path: expect.stringMatching(
            new RegExp(`/alerts/${alert.name}/${verbs[status].verb}$`, "i"),
          ) as string,
          apiVersion: verbs[status].apiVersion,
          commandName: "Dashboard/ChangeAlertStatus",
        },
      ]);
      expect(calls[0]?.path.toLowerCase().includes("/resourcegroups/")).toBe(scope === "resource group");
      expect(statusesIn(emulator)).toEqual(before.set(alert.id, status));
    });
  },
);

describe("a status that someone else set meanwhile", () => {
  test("isn't replaced unasked: it is said and listed, and the second time it is meant", async () => {
    await withOneClock({}, async ({ services: { alerts }, emulator, clock, calls }) => {
      const alert = oneOf(emulator, "Resolved");
      const seen = (await alerts.get(alert.id)).status;
      changeAlertStatus(alert, "Resolved", new Date(clock.now()));
      calls.splice(0);
      expect(await failureOfCall(alerts.changeStatus(alert.id, "InProgress", { seen }))).toMatchObject({
        kind: "conflict",
        message: "Someone else set the status to Resolved. Nothing was sent. Try again to replace that.",
      });
      expect(calls.map(({ method }) => method)).toEqual(["GET"]);
      expect(statusesIn(emulator).get(alert.id)).toBe("Resolved");
      expect((await alerts.get(alert.id)).status).toBe("Resolved");
      await alerts.changeStatus(alert.id, "InProgress", { seen });
      expect(statusesIn(emulator).get(alert.id)).toBe("InProgress");
    });
  });

  test("isn't set once more when it is the one that is wanted", async () => {
    await withOneClock({}, async ({ services: { alerts }, emulator, clock, calls }) => {
      const alert = oneOf(emulator, "Resolved");
      const seen = (await alerts.get(alert.id)).status;
      changeAlertStatus(alert, "Resolved", new Date(clock.now()));
      calls.splice(0);
      await alerts.changeStatus(alert.id, "Resolved", { seen });
      expect(calls.map(({ method }) => method)).toEqual(["GET"]);
    });
  });

  test("what this page set itself is replaced without a question, whatever a row still shows", async () => {
    await withOneClock({}, async ({ services: { alerts }, emulator }) => {
      const alert = oneOf(emulator, "Resolved");
      const seen = (await alerts.get(alert.id)).status;
      await alerts.changeStatus(alert.id, "Resolved", { seen });
      await alerts.changeStatus(alert.id, "Dismissed", { seen });
      expect(statusesIn(emulator).get(alert.id)).toBe("Dismissed");
    });
  });
});

describe("what is read afterwards", () => {
  test.each(alertStatuses)("the list shows %s at once, by reading that alert alone again", async (status) => {
    await withOneClock({}, async ({ services: { alerts }, emulator, clock, calls }) => {
      const alert = oneOf(emulator, status);
      const { items } = await alerts.listPage(undefined);
      const expected = items.map((item) => (isSame(item.id, alert.id) ? { ...item, status } : item));
      expect(expected).not.toEqual(items);

      await alerts.changeStatus(alert.id, status);
      calls.splice(0);
      expect((await alerts.listPage(undefined)).items).toEqual(expected);
      expect(calls).toHaveLength(2);
      expect(calls[1]).toMatchObject({ method: "GET", apiVersion: "2022-01-01" });
      expect(isSame(calls[1]?.path ?? "", alert.id)).toBe(true);
      // Or the reading would have proven nothing.
      expect(await inGraph(emulator, alert)).toMatchObject({ status: alert.properties.status });

      await clock.sleep(lag, undefined);
      for (const _ of ["when Resource Graph has caught up", "and later"]) {
        calls.splice(0);
        const later = await alerts.listPage(undefined);
        expect(later.items.map((item) => [item.id, item.status])).toEqual(
          expected.map((item) => [item.id, item.status]),
        );
        expect(rereadsIn(calls)).toEqual([]);
      }
    });
  });

  test.each(alertStatuses)("the details show %s at once, and those of another alert stay", async (status) => {
    await withOneClock({}, async ({ services: { alerts }, emulator, clock, calls }) => {
      const [alert, other] = ownAlerts(emulator, status);
      const [id = "", otherId = ""] = [alert?.id, other?.id];
      const [before, otherBefore] = [await alerts.get(id), await alerts.get(otherId)];
      await alerts.changeStatus(id, status);
      calls.splice(0);
      expect(await alerts.get(id)).toEqual({ ...before, status });
      expect(rereadsIn(calls)).toHaveLength(1);
      calls.splice(0);
      expect(await alerts.get(otherId)).toEqual(otherBefore);
      expect(rereadsIn(calls)).toEqual([]);
      await clock.sleep(lag, undefined);
      expect(await alerts.get(id)).toMatchObject({ status });
      expect(rereadsIn(calls)).toEqual([]);
    });
  });

  test("there and back within the lag: what lies between is never shown", async () => {
    await withOneClock({ graphLagSeconds: 60 }, async ({ services: { alerts }, emulator, clock }) => {
      const { id } = oneOf(emulator, "Active");
      const shown = async () => (await alerts.get(id)).status;
      await alerts.changeStatus(id, "Active");
      await clock.sleep(120_000, undefined);
      expect(await shown()).toBe("Active");
      await alerts.changeStatus(id, "Dismissed");
      await clock.sleep(10_000, undefined);
      await alerts.changeStatus(id, "Active");
      expect(await shown()).toBe("Active");
      await clock.sleep(55_000, undefined);
      expect(await inGraph(emulator, oneOf(emulator, "Active"))).toMatchObject({ status: "Dismissed" });
      expect(await shown()).toBe("Active");
      await clock.sleep(10_000, undefined);
      expect(await shown()).toBe("Active");
    });
  });
});

describe("refusals", () => {
  test.each(alertStatuses)(
    "a reader may not make an alert %s, is told the action, and sees it is",
    async (status) => {
      await withServices("reader", async ({ alerts }, emulator) => {
        const alert = oneOf(emulator, status);
        expect(await failureOfCall(alerts.changeStatus(alert.id, status))).toMatchObject({
          kind: "forbidden",
          code: "AuthorizationFailed",
          missingAction: `Microsoft.Security/locations/alerts/${verbs[status].verb}/action`,
          requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        });
        emulator.clearRequests();
        expect((await alerts.get(alert.id)).status).toBe(alert.properties.status);
        expect(emulator.requests).toHaveLength(1);
      });
    },
  );

  test.each(alertStatuses)("an alert that is gone cannot become %s: not found", async (status) => {
    await withServices("busy", async ({ alerts }, emulator) => {
      const { id, name } = oneOf(emulator, status);
      expect(await failureOfCall(alerts.changeStatus(id.replace(name, "1_2"), status))).toMatchObject({
        kind: "notFound",
        code: "ResourceNotFound",
      });
    });
  });

  test("what is no alert is not even sent", async () => {
    await withOneClock({}, async ({ services: { alerts }, emulator, calls }) => {
      expect(await failureOfCall(alerts.changeStatus(emulator.clusterId, "Dismissed"))).toMatchObject({
        kind: "invalid",
      });
      expect(calls).toEqual([]);
    });
  });

  test.each(alertStatuses)("canceled is not failed, and nothing is sent: %s", async (status) => {
    await withOneClock({}, async ({ services: { alerts }, emulator, calls }) => {
      const controller = new AbortController();
      controller.abort();
      const call = alerts.changeStatus(oneOf(emulator, status).id, status, { signal: controller.signal });
      await expect(call).rejects.toMatchObject({ name: "AbortError" });
      expect(calls).toEqual([]);
    });
  });
});

/** By the order of the emulator's troubles. */
const troubleKinds: readonly FailureKind[] = [
  "forbidden",
  "notFound",
  "conflict",
  "throttled",
  "unexpected",
  "unexpected",
  "unexpected",
];

test.each<AlertStatus>(["Dismissed", "InProgress"])(
  "of 200 alerts that are to be %s seven fail, each in its own way; trying those again sends seven calls",
  async (status) => {
    await withOneClock({ scenario: "bulk-troubles" }, async ({ services, emulator, clock, calls }) => {
      const troubled = bulkTroubles(emulator.world).map(({ alert }) => alert.id.toLowerCase());
      const isTroubled = (id: string) => troubled.includes(id.toLowerCase());
      const { items } = await services.alerts.listPage(undefined);
      const fine = items.filter(({ id }) => !isTroubled(id)).slice(0, 193);
      const chosen = items.filter((item) => isTroubled(item.id) || fine.includes(item));
      expect(chosen).toHaveLength(200);
      const before = statusesIn(emulator);
      calls.splice(0);

      const change = (alerts: typeof chosen) =>
        runItems({
          items: alerts,
          concurrency: 10,
          signal: new AbortController().signal,
          act: ({ id }) => services.alerts.changeStatus(id, status),
          onOutcome: () => undefined,
        });
      const outcomes = await change(chosen);
      expect(outcomes.map(({ item }) => item)).toEqual(chosen);
      expect(calls).toHaveLength(200);
      const failed = outcomes.filter(({ result }) => result === "failed");
      expect(outcomes.filter(({ result }) => result === "done")).toHaveLength(193);
      const kindOf = new Map(
        failed.map((outcome) => [
          outcome.item.id.toLowerCase(),
          outcome.result === "failed" ? outcome.failure : undefined,
        ]),
      );
      expect(kindOf.size).toBe(7);
      expect(troubled.map((id) => kindOf.get(id)?.kind)).toEqual(troubleKinds);
      expect(troubled.map((id) => kindOf.get(id)?.retryAfterSeconds)).toEqual([
        ...[undefined, undefined, undefined],
        120,
        ...[undefined, undefined, undefined],
      ]);
      expect(kindOf.get(troubled[0] ?? "")?.missingAction).toBe(
        `Microsoft.Security/locations/alerts/${verbs[status].verb}/action`,
      );
      expect(new Set(troubled.map((id) => kindOf.get(id)?.message)).size).toBe(7);

      const expected = new Map(before);
      fine.forEach(({ id }) => expected.set(id, status));
      expect(statusesIn(emulator)).toEqual(expected);

      // The list shows what was done, and asks only for what its rows do not show yet.
      calls.splice(0);
      const { items: shown } = await services.alerts.listPage(undefined);
      expect(shown.map(({ id, status: now }) => [id, now])).toEqual(
        items.map(({ id }) => [id, expected.get(id)]),
      );
      expect(rereadsIn(calls).sort()).toEqual(
        fine
          .filter((alert) => alert.status !== status)
          .map(({ id }) => id)
          .sort(),
      );

      await clock.sleep(60_000, undefined);
      calls.splice(0);
      const again = await change(failed.map(({ item }) => item));
      expect(again.map(({ result }) => result)).toEqual(failed.map(() => "failed"));
      expect(calls).toHaveLength(7);
      expect(statusesIn(emulator)).toEqual(expected);
    });
  },
);

test("beyond ARM's quota nothing is lost: the rest waits its turn", async () => {
  await withOneClock({ scenario: "bulk-troubles" }, async ({ services, emulator, clock }) => {
    const troubled = bulkTroubles(emulator.world).map(({ alert }) => alert.id);
    const own = ownAlerts(emulator).filter(({ id }) => !troubled.includes(id));
    const items = [...own, ...own.slice(0, 60)];
    const outcomes = await runItems({
      items,
      concurrency: 10,
      signal: new AbortController().signal,
      act: ({ id }) => services.alerts.changeStatus(id, "Resolved"),
      onOutcome: () => undefined,
    });
    expect(outcomes.filter(({ result }) => result !== "done")).toEqual([]);
    expect(outcomes).toHaveLength(items.length);
    expect(clock.sleeps.length).toBeGreaterThan(0);
  });
});
