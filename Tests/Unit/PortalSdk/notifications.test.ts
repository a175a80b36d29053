import { notifyPending } from "../../../Extension/Portal/pendingNotice";
import { connectPortal, portalHost } from "../../../Extension/PortalSdk/portalConnection";
import type { NotificationState, PortalHost } from "../../../Extension/PortalSdk/portalHost";

const told: [string, NotificationState][] = [];
connectPortal({
  notify(id: string, notification: NotificationState) {
    told.push([id, notification]);
    return Promise.resolve();
  },
} as unknown as PortalHost); // Nothing else is called here.

test("the portal is told when something begins and when it has ended, and not of each step", async () => {
  const title = "Upgrade node pool";
  const notice = notifyPending({ title, description: "Starting" });
  notice.update({ title, description: "Half done" });
  notice.complete({ title, description: "Done" }, "success");
  notifyPending({ title: "Other", description: "Starting" }).complete(
    { title: "Other", description: "No" },
    "error",
  );
  notice.complete({ title, description: "Goes on" }, "warning");
  await portalHost();
  expect(told).toEqual([
    // One box per title in the local portal: the newest replaces the one before.
    [title, { title, description: "Starting", status: "information" }],
    [title, { title, description: "Done", status: "success" }],
    ["Other", { title: "Other", description: "Starting", status: "information" }],
    ["Other", { title: "Other", description: "No", status: "error" }],
    [title, { title, description: "Goes on", status: "warning" }],
  ]);
});
