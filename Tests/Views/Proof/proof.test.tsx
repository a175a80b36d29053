import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Failure } from "../../../Client/Core/failure";
import type { ProofAnswer, ProofSubject } from "../../../Client/Proof/proofService";
import { quickFixKeys } from "../../../Client/QuickFixes/quickFixKeys";
import { misconfigurationsTab } from "../../../Views/Tabs/Misconfigurations/misconfigurationsTab";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { deferred, failing, fakeServices } from "../../Support/fakeServices";
import { aMisconfiguration, pageOf } from "../../Support/findings";
import { openFirst } from "../../Support/onScreen";
import { renderPage } from "../../Support/renderPage";

const row = aMisconfiguration(quickFixKeys.policyAddOn, { title: "Add-on" });
const asOf = new Date("2026-11-24T12:00:00Z");
const pendingKey = "pendingfixes/11111111-1111-4111-8111-111111111111/g/prod";

async function openProof(check: (signal?: AbortSignal) => Promise<ProofAnswer>, host = fakeHost()) {
  const asked: ProofSubject[] = [];
  let lists = 0;
  const services = fakeServices({
    misconfigurations: {
      listPage() {
        lists += 1;
        return Promise.resolve(pageOf([row]));
      },
      get: () =>
        Promise.resolve({
          ...row,
          descriptionHtml: "",
          remediationHtml: "",
          changed: undefined,
          resource: undefined,
          portalLink: undefined,
        }),
    },
    proof: {
      check(subject, signal) {
        asked.push(subject);
        return check(signal);
      },
    },
  });
  const user = userEvent.setup();
  renderPage([misconfigurationsTab], services, { host });
  const details = await openFirst();
  await user.click(await within(details).findByRole("button", { name: "Is it fixed?" }));
  return { user, details, asked, listsRead: () => lists };
}

const checkNow = (details: HTMLElement) => within(details).getByRole("button", { name: "Check now" });

test("the query of exactly this finding can be copied, and nothing is asked before it's wanted", async () => {
  const host = fakeHost();
  const { user, details, asked } = await openProof(() => Promise.resolve({ state: "open", asOf }), host);
  await user.click(await within(details).findByRole("button", { name: "Copy the query" }));
  expect(host.copied).toEqual([`securityresources | where id =~ '${row.id}'`]);
  expect(asked).toEqual([]);
  expect(await axeViolations(document.body)).toEqual([]);
});

test("a check is let go of with the details, and its answer changes nothing", async () => {
  const answer = deferred<ProofAnswer>();
  let signal: AbortSignal | undefined;
  const { user, details } = await openProof((given) => {
    signal = given;
    return answer.promise;
  });
  await user.click(checkNow(details));
  expect(within(details).getByText("Checking")).toBeInTheDocument();
  await user.click(within(details).getByRole("button", { name: "Close details" }));
  expect(signal?.aborted).toBe(true);
  await act(async () => {
    answer.resolve({ state: "gone", asOf });
    await answer.promise;
  });
});

test.each<[string, ProofAnswer, RegExp]>([
  ["still there", { state: "open", asOf }, /^Still there\. Checked at /],
  ["gone", { state: "gone", asOf }, /^Gone\. Checked at /],
  [
    "unreadable",
    { state: "unknown", why: "unreadable" },
    /^We can't tell: .* a row that we couldn't read\.$/,
  ],
  [
    "no permission",
    {
      state: "unknown",
      why: "permission",
      right: { action: "Microsoft.Security/assessments/read", scope: "/subscriptions/s" },
    },
    /^We can't tell: .*you need the permission Microsoft\.Security\/assessments\/read on \/subscriptions\/s to see it\.$/,
  ],
  [
    "rights unread",
    { state: "unknown", why: "rightsUnread", failure: { kind: "offline", message: "Down." } },
    /^We can't tell: .*couldn't check your permissions: Down\.$/,
  ],
])("%s", async (_, answer, text) => {
  const { user, details, asked } = await openProof(() => Promise.resolve(answer));
  await user.click(checkNow(details));
  expect(await within(details).findByText(text)).toBeVisible();
  expect(asked).toEqual([{ kind: "misconfiguration", id: row.id }]);
});

test.each<[Failure, RegExp]>([
  [
    { kind: "throttled", message: "Too many." },
    /^We can't tell: Azure is throttling requests\..*Too many\.$/,
  ],
  [
    { kind: "forbidden", message: "No.", missingAction: "Microsoft.ResourceGraph/resources/read" },
    /^We can't tell\. You need the permission Microsoft\.ResourceGraph\/resources\/read\.$/,
  ],
  [{ kind: "offline", message: "No answer." }, /^We can't tell: No answer\.$/],
])("%j can be tried again", async (failure, text) => {
  let isDown = true;
  const { user, details } = await openProof(() =>
    isDown ? failing(failure) : Promise.resolve({ state: "open", asOf }),
  );
  await user.click(checkNow(details));
  expect(await within(details).findByText(text)).toBeVisible();
  isDown = false;
  await user.click(checkNow(details));
  expect(await within(details).findByText(/^Still there/)).toBeVisible();
});

describe("a finding that was fixed and waits for its evaluation", () => {
  const fixedAt = () => new Date(Date.now() - 60_000).toISOString();
  const waiting = "Fixed, waiting for re-evaluation";
  const hostWithFix = async () => {
    const host = fakeHost();
    const fix = { id: row.id.toLowerCase(), fix: "policyAddOn", startedAt: fixedAt(), fixedAt: fixedAt() };
    await host.settings.write(pendingKey, JSON.stringify({ version: 1, fixes: [fix] }));
    return host;
  };

  test("waits no more once it's gone, and the list can be read again", async () => {
    const host = await hostWithFix();
    const { user, details, listsRead } = await openProof(
      () => Promise.resolve({ state: "gone", asOf }),
      host,
    );
    expect(await within(details).findByText(new RegExp(waiting, "i"))).toBeVisible();
    await user.click(checkNow(details));
    await waitFor(() => expect(within(details).queryByText(new RegExp(waiting, "i"))).toBeNull());
    await waitFor(async () => expect(await host.settings.read(pendingKey)).toContain('"fixes":[]'));
    const before = listsRead();
    await user.click(within(details).getByRole("button", { name: "Refresh the list" }));
    await waitFor(() => expect(listsRead()).toBe(before + 1));
  });

  test("waits on while it's still there", async () => {
    const { user, details } = await openProof(
      () => Promise.resolve({ state: "open", asOf }),
      await hostWithFix(),
    );
    await user.click(checkNow(details));
    expect(await within(details).findByText(/^Still there/)).toBeVisible();
    expect(within(details).getByText(new RegExp(waiting, "i"))).toBeVisible();
    expect(screen.queryByRole("button", { name: "Refresh the list" })).toBeNull();
  });
});
