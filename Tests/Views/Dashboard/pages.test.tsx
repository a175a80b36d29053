import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { PageCursor } from "../../../Client/Core/listing";
import { findingKinds } from "../../../Client/services";
import { anAlert } from "../../Support/anAlert";
import { alertsPage, fakeServices } from "../../Support/fakeServices";
import { aComplianceIssue, aComponent, aMisconfiguration, pageOf } from "../../Support/findings";
import { openTab } from "../../Support/onScreen";
import { renderDashboard } from "../../Support/renderDashboard";

const pages = 5;
const tabTitles = ["Alerts", "Vulnerabilities", "Misconfigurations", "Compliance"];

test("each page of each list is asked for once, whatever of the dashboard shows it, and once more by a refresh", async () => {
  const asked: string[] = [];
  const paged =
    <P extends object>(kind: string, page: (name: string, over: object) => P) =>
    (cursor?: PageCursor) => {
      const number = Number(cursor?.skipToken ?? 1);
      asked.push(`${kind} ${number}`);
      const next = number < pages ? { skipToken: String(number + 1), followed: [] } : undefined;
      return Promise.resolve(page(`${kind}${number}`, { next, total: pages }));
    };
  renderDashboard(
    fakeServices({
      alerts: { listPage: paged("alerts", (name, over) => alertsPage([anAlert({ name })], over)) },
      vulnerabilities: {
        listPage: paged("vulnerabilities", (name, over) => pageOf([aComponent(name)], over)),
      },
      misconfigurations: {
        listPage: paged("misconfigurations", (name, over) => pageOf([aMisconfiguration(name)], over)),
      },
      compliance: { listPage: paged("compliance", (name, over) => pageOf([aComplianceIssue(name)], over)) },
    }),
  );
  const each = findingKinds.flatMap((kind) =>
    Array.from({ length: pages }, (_, index) => `${kind} ${index + 1}`),
  );
  for (const title of tabTitles) {
    await openTab(title);
  }
  await waitFor(() => expect([...asked].sort()).toEqual([...each].sort()));
  await userEvent.click(screen.getByRole("menuitem", { name: "Refresh" }));
  await waitFor(() => expect([...asked].sort()).toEqual([...each, ...each].sort()));
});
