import { parseRoute } from "../../../Extension/LocalPortal/Shell/route";
import { showView, viewLink, viewShownEvent } from "../../../Extension/Portal/viewAddress";

const id =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c";

test("a link has the portal's own form, and names the cluster and the view", () => {
  const link = viewLink(id, "1~t.alerts~q.a_2fb~z");
  expect(link).toBe(
    `https://portal.azure.com/#view/AksSecurityDashboard/SecurityDashboard.ReactView/id/${encodeURIComponent(id)}/view/1~t.alerts~q.a_2fb~z`,
  );
  expect(parseRoute(new URL(link).hash)).toEqual({
    kind: "view",
    extension: "AksSecurityDashboard",
    view: "SecurityDashboard.ReactView",
    parameters: { id, view: "1~t.alerts~q.a_2fb~z" },
  });
});

test("the usual view needs no parameter of its own", () => {
  expect(viewLink(id, "")).toMatch(/\/id\/[^/]+$/);
});

test("what is seen is told to those who listen, and to no one where no one does", () => {
  const heard: unknown[] = [];
  // Node has the event, but no window to send it by.
  const listeners = new EventTarget();
  Object.assign(globalThis, { dispatchEvent: (event: Event) => listeners.dispatchEvent(event) });
  showView("1", "push");
  listeners.addEventListener(viewShownEvent, (event) => heard.push((event as CustomEvent).detail));
  showView("2", "replace");
  expect(heard).toEqual([{ text: "2", how: "replace" }]);
});
