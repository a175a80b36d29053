import type { Services } from "../../Client/services";
import type { RegisteredTab } from "../../Views/Kit/Model/findingsTab";
import { tabs as registeredTabs } from "../../Views/Tabs/registry";
import { renderPage, type PageOptions } from "./renderPage";

/** The whole dashboard of a cluster on the given services, with the tabs of the product unless others are given. */
export function renderDashboard(
  services: Services,
  { tabs = registeredTabs, ...options }: PageOptions & { readonly tabs?: readonly RegisteredTab[] } = {},
) {
  return renderPage(tabs, services, options);
}
