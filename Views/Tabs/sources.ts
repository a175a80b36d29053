import type { FindingsPage, PageCursor } from "../../Client/Core/listing";
import type { Services } from "../../Client/services";
import type { Finding } from "../Kit/Model/findingsTab";
import { tabIds } from "../Kit/Model/tabIds";

interface Lists<T> {
  listPage(cursor: PageCursor | undefined, signal?: AbortSignal): Promise<FindingsPage<T>>;
}

/**
 * What identifies and loads the findings of each tab. The data fetcher starts all of them before React is there, so this file knows
 * no component.
 */
export const sources = {
  alerts: source(tabIds.alerts, ({ alerts }) => alerts),
  vulnerabilities: source(tabIds.vulnerabilities, ({ vulnerabilities }) => vulnerabilities),
  misconfigurations: source(tabIds.misconfigurations, ({ misconfigurations }) => misconfigurations),
  compliance: source(tabIds.compliance, ({ compliance }) => compliance),
};

function source<T extends Finding>(id: string, of: (services: Services) => Lists<T>) {
  return {
    id,
    loadPage: (services: Services, cursor: PageCursor | undefined, signal?: AbortSignal) =>
      of(services).listPage(cursor, signal),
  };
}
