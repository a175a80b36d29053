import { countOutcomes, runItems } from "../../../Client/Core/runItems";
import { bulkTroubles } from "../../../Extension/ArmEmulator/Scenarios/bulkTroubles";
import type { FaultOrder } from "../../../Extension/ArmEmulator/Server/namedFaults";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import {
  alertProperties,
  changeAlertStatus,
} from "../../../Extension/ArmEmulator/World/Security/Alerts/alertStatus";
import type { WorldAlert } from "../../../Extension/ArmEmulator/World/world";
import { withOneClock } from "../../Support/withServices";
import { call, json } from "../ArmEmulator/plainHttp";

const concurrency = 10;
const expired: FaultOrder = { fault: "sessionExpired", commandNames: ["Dashboard/ChangeAlertStatus"] };

async function switchTo(emulator: ArmEmulator, faults: readonly FaultOrder[]): Promise<void> {
  expect((await call(emulator, "/emulator/faults", json("PUT", faults))).status).toBe(200);
}

/** 200 alerts of the cluster, all of them active. */
function activeAlerts({ world, clusterId }: ArmEmulator, now: Date): readonly WorldAlert[] {
  const troubled = bulkTroubles(world).map(({ alert }) => alert);
  const isOwn = ({ properties }: WorldAlert) =>
    JSON.stringify(properties.resourceIdentifiers).toLowerCase().includes(`"${clusterId.toLowerCase()}"`);
  const alerts = world.alerts.filter((alert) => isOwn(alert) && !troubled.includes(alert)).slice(0, 200);
  alerts.forEach((alert) => changeAlertStatus(alert, "Active", now));
  return alerts;
}

const isResolved = (alert: WorldAlert) => alertProperties(alert).status === "Resolved";

test("a session that expires at call 74 of 200: only what is under way is still sent, and a retry sends the rest", async () => {
  await withOneClock({ scenario: "bulk-troubles" }, async ({ services, emulator, calls, clock }) => {
    const chosen = activeAlerts(emulator, new Date(clock.now()));
    const resolve = async (items: readonly WorldAlert[], beforeCall: () => Promise<void>) => {
      calls.splice(0);
      const outcomes = await runItems({
        items,
        concurrency,
        signal: new AbortController().signal,
        async act({ id }) {
          await beforeCall();
          await services.alerts.changeStatus(id, "Resolved", { seen: "Active" });
        },
        onOutcome: () => undefined,
      });
      return { outcomes, writes: calls.filter(({ method }) => method === "POST").length };
    };

    let begun = 0;
    let expiry: Promise<void> | undefined;
    const { outcomes, writes } = await resolve(chosen, async () => {
      begun += 1;
      if (begun >= 74) {
        await (expiry ??= switchTo(emulator, [expired]));
      }
    });
    const left = outcomes.filter(({ result }) => result !== "done").map(({ item }) => item);
    const failed = countOutcomes(outcomes, "failed");
    expect([outcomes.length, writes]).toEqual([200, begun]);
    expect(failed).toBeGreaterThan(0);
    expect(countOutcomes(outcomes, "notSent")).toBe(200 - begun);
    expect(begun).toBeLessThan(74 + concurrency);
    expect(chosen.filter(isResolved)).toEqual(chosen.filter((alert) => !left.includes(alert)));

    await switchTo(emulator, []);
    await clock.sleep(60_000, undefined);
    const again = await resolve(left, () => Promise.resolve());
    expect(countOutcomes(again.outcomes, "done")).toBe(left.length);
    expect(again.writes).toBe(left.length);
    expect(chosen.every(isResolved)).toBe(true);
  });
});
