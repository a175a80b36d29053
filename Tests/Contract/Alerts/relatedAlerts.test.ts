import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { withOneClock, withServices } from "../../Support/withServices";

const minute = 60_000;
const hours24 = 24 * 60 * minute;
/** What the emulator's world is planned to have: five alerts of one pod, from four days ago, 35 minutes apart. */
const incident = { count: 5, minutesAgo: 4 * 24 * 60, minutesApart: 35 };

/** The alerts of the incident, by the plan alone: they name the pod and began at the planned minutes. */
function incidentIn({ world, clusterId }: ArmEmulator, now: number) {
  const main = world.clusters.find(({ id }) => id === clusterId);
  const pod = main?.workloads.find(({ name }) => name === "payment-gateway")?.pods[0]?.name ?? "";
  const alerts = Array.from({ length: incident.count }, (_, step) => {
    const start = now - (incident.minutesAgo - step * incident.minutesApart) * minute;
    const startTimeUtc = new Date(start).toISOString();
    return world.alerts.filter(
      ({ properties }) =>
        properties.startTimeUtc === startTimeUtc && JSON.stringify(properties.entities).includes(`"${pod}"`),
    );
  });
  return { pod, ids: alerts.flat().map(({ id }) => id) };
}

test.each([undefined, 1, 2])(
  "busy, seed %s: the incident is found from each of its alerts, in the order of time",
  async (seed) => {
    await withOneClock(
      seed === undefined ? {} : { seed },
      async ({ services: { alerts }, emulator, clock }) => {
        const { pod, ids } = incidentIn(emulator, clock.now());
        expect(ids).toHaveLength(incident.count);
        for (const id of ids) {
          const { alerts: related, unreadable } = await alerts.related(await alerts.get(id));
          expect(unreadable).toBe(0);
          const found = related.filter(({ alert }) => ids.includes(alert.id));
          expect(found.map(({ alert }) => alert.id)).toEqual(ids.filter((other) => other !== id));
          for (const { shared } of found) {
            expect(shared).toContainEqual({ kind: "workload", name: "payments/payment-gateway" });
            expect(shared).toContainEqual({ kind: "pod", name: `payments/${pod}` });
          }
        }
      },
    );
  },
);

test("whatever is related is of this cluster, within a day, shares something, and comes in the order of time", async () => {
  await withOneClock({}, async ({ services: { alerts } }) => {
    const own = new Set((await alerts.listPage(undefined)).items.map(({ id }) => id));
    let found = 0;
    for (const id of [...own].slice(0, 12)) {
      const alert = await alerts.get(id);
      const { alerts: related } = await alerts.related(alert);
      const times = related.map((one) => one.alert.startTime?.getTime() ?? NaN);
      expect([...times].sort((left, right) => left - right)).toEqual(times);
      for (const one of related) {
        expect(own.has(one.alert.id) && one.alert.id !== id).toBe(true);
        expect(one.shared).not.toEqual([]);
      }
      const middle = alert.startTime?.getTime() ?? NaN;
      expect(times.filter((time) => !(Math.abs(time - middle) <= hours24))).toEqual([]);
      found += related.length;
    }
    expect(found).toBeGreaterThan(0);
  });
});

test("malformed-rows: those that cannot be read are counted, and the copies that can be are related", async () => {
  await withServices("malformed-rows", async ({ alerts }) => {
    const { items } = await alerts.listPage(undefined);
    const untitled = items.find(({ id }) => id.endsWith("-no-title"));
    const sample = items.find(({ id }) => id === untitled?.id.replace(/-no-title$/, ""));
    const { alerts: related, unreadable } = await alerts.related(await alerts.get(sample?.id ?? ""));
    expect(unreadable).toBe(4);
    expect(related.map(({ alert }) => alert.id)).toContain(untitled?.id);
  });
});
