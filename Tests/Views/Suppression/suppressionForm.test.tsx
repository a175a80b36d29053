import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { StoredRule } from "../../../Client/Suppression/suppressionRule";
import { deferred, failing } from "../../Support/fakeServices";
import { clusterId } from "../../Support/findings";
import { openFirst } from "../../Support/onScreen";
import { aRule } from "../../Support/suppression";
import {
  answer,
  box,
  checked,
  choice,
  chooseEnd,
  chooseOption,
  closed,
  clusterOnly,
  commentBox,
  enter,
  formTitle,
  nameBox,
  openForm,
  press,
  showSuppression,
  tick,
  valueBox,
} from "../../Support/suppressionForm";

describe("the way in", () => {
  test("without the right on the subscription the button names the action", async () => {
    const action = "Microsoft.Security/alertsSuppressionRules/write";
    showSuppression({
      at: (scope) =>
        Promise.resolve([
          {
            actions: ["*"],
            notActions: scope === "/subscriptions/11111111-1111-4111-8111-111111111111" ? [action] : [],
          },
        ]),
    });
    const panel = await openFirst();
    const opener = await within(panel).findByRole("button", { name: formTitle });
    await waitFor(() => expect(opener).toHaveAccessibleDescription(`You need the permission ${action}.`));
    expect(opener).toHaveAttribute("aria-disabled", "true");
    fireEvent.click(opener);
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  test("with unknown rights the form opens", async () => {
    showSuppression({ at: () => failing({ kind: "offline", message: "No answer." }) });
    expect(await openForm()).toBeInTheDocument();
  });

  test("Escape in the form closes the form, not the details", async () => {
    showSuppression();
    const form = await openForm();
    fireEvent.keyDown(nameBox(), { key: "Escape", keyCode: 27, which: 27 });
    await waitFor(() => expect(form).not.toBeInTheDocument());
    expect(screen.getByRole("complementary", { name: "Details" })).toBeInTheDocument();
  });

  test("what was entered is not discarded unasked", async () => {
    showSuppression();
    const form = await openForm();
    enter(nameBox(), "mine");
    fireEvent.keyDown(nameBox(), { key: "Escape", keyCode: 27, which: 27 });
    await answer("Discard changes?", "Cancel");
    expect(nameBox()).toHaveValue("mine");
    await press("Cancel");
    await answer("Discard changes?", "Discard");
    await waitFor(() => expect(form).not.toBeInTheDocument());
  });
});

describe("the form", () => {
  test("says who the rule belongs to, and starts with a name, this cluster only and 30 days", async () => {
    const { saved } = showSuppression();
    const form = await openForm();
    expect(within(form).getByText(/A suppression rule belongs to the subscription/)).toBeInTheDocument();
    expect(within(form).getByText("Alert type: K8S_Test")).toBeInTheDocument();
    expect(nameBox()).toHaveValue("suppress-K8S_Test");
    expect(box(clusterOnly)).toBeChecked();
    expect(choice("After a number of days")).toBeChecked();
    expect(screen.getByRole("spinbutton", { name: "Days", hidden: true })).toHaveValue("30");
    await checked();
    const before = Date.now();
    await press("Create rule");
    await closed();
    expect(saved).toEqual([
      {
        name: "suppress-K8S_Test",
        alertType: "K8S_Test",
        reason: "FalsePositive",
        comment: "",
        state: "Enabled",
        expires: expect.any(Date) as Date,
        conditions: [{ field: "entities.azureresource.resourceid", operator: "in", values: [clusterId] }],
      },
    ]);
    const days = ((saved[0]?.expires?.getTime() ?? 0) - before) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThanOrEqual(30);
  });

  test("starts with a name that is free, also when the rules come after it", async () => {
    const rules = deferred<readonly StoredRule[]>();
    showSuppression({ list: () => rules.promise });
    await openForm();
    await act(() => Promise.resolve(rules.resolve([aRule("Suppress-k8s_test")])));
    expect(await screen.findByText("Suppress-k8s_test")).toBeInTheDocument();
    expect(nameBox()).toHaveValue("suppress-K8S_Test-2");
  });

  test("a name that was entered is not changed by rules that come later", async () => {
    const rules = deferred<readonly StoredRule[]>();
    showSuppression({ list: () => rules.promise });
    await openForm();
    enter(nameBox(), "mine");
    await act(() => Promise.resolve(rules.resolve([aRule("suppress-K8S_Test")])));
    expect(await screen.findByText("suppress-K8S_Test")).toBeInTheDocument();
    expect(nameBox()).toHaveValue("mine");
  });

  test("offers what the alert holds as conditions, with operator and a value to edit", async () => {
    const { saved } = showSuppression();
    const form = await openForm();
    const offered = within(form)
      .getAllByRole("checkbox", { hidden: true })
      .map((box) => box.getAttribute("aria-label") ?? box.closest("div")?.textContent);
    expect(offered).toEqual([clusterOnly, "Process command line: /bin/sh -c id", "Host name: aks-pool-1"]);
    await checked();
    tick("Process command line: /bin/sh -c id");
    const value = valueBox("Process command line");
    expect(value).toHaveValue("/bin/sh -c id");
    enter(value, "/bin/sh");
    await chooseOption(/^Operator for Process command line/, "contains");
    await press("Create rule");
    await closed();
    expect(saved[0]?.conditions).toEqual([
      { field: "entities.azureresource.resourceid", operator: "in", values: [clusterId] },
      { field: "entities.process.commandline", operator: "contains", values: ["/bin/sh"] },
    ]);
  });

  test("reason, comment and an end after some days go into the rule", async () => {
    const { saved } = showSuppression();
    await openForm();
    await checked();
    await chooseOption(/^Reason/, "Noise");
    enter(commentBox(), " Ticket 7 ");
    const days = screen.getByRole("spinbutton", { name: "Days", hidden: true });
    fireEvent.input(days, { target: { value: "7" } });
    fireEvent.blur(days);
    await press("Create rule");
    await closed();
    expect(saved).toMatchObject([{ reason: "Noise", comment: "Ticket 7" }]);
    const left = ((saved[0]?.expires?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(Math.round(left)).toBe(7);
  });

  test("the rule as Bicep is what would be created, and isn't there while an entry is wrong", async () => {
    showSuppression();
    await openForm();
    await checked();
    await press("View code");
    const code = () => screen.getByText(/^targetScope = 'subscription'/);
    expect(code()).toHaveTextContent("reason: 'FalsePositive'");
    await chooseOption(/^Reason/, "Noise");
    expect(code()).toHaveTextContent("reason: 'Noise'");
    enter(nameBox(), "x");
    expect(screen.queryByText(/^targetScope/)).not.toBeInTheDocument();
    expect(screen.getByText("Correct the entries first.")).toBeInTheDocument();
  });

  test("the last day counts until its end", async () => {
    const { saved } = showSuppression();
    await openForm();
    await checked();
    chooseEnd("On a date");
    fireEvent.click(screen.getByRole("combobox", { name: "Last day", hidden: true }));
    const now = new Date();
    const [day] = (await screen.findAllByRole("gridcell", { current: "date", hidden: true })).filter(
      (cell) => cell.textContent === String(now.getDate()),
    );
    if (!day) {
      throw new Error("The calendar does not show today.");
    }
    fireEvent.click(within(day).getByRole("button", { hidden: true }));
    await press("Create rule");
    await closed();
    expect(saved[0]?.expires?.toDateString()).toBe(now.toDateString());
    expect(saved[0]?.expires?.getHours()).toBe(23);
  });

  test.each<[string, string, () => void]>([
    ["a name that is too short", "Enter a name with 2 to 50 characters.", () => enter(nameBox(), "x")],
    [
      "a name that is too long",
      "Enter a name with 2 to 50 characters.",
      () => enter(nameBox(), "x".repeat(51)),
    ],
    [
      "a name in the wrong alphabet",
      "Enter only letters, digits, -, and _. Start with a letter or a digit.",
      () => enter(nameBox(), "no blanks"),
    ],
    [
      "a name that is taken",
      "A rule with this name exists. Enter another name.",
      () => enter(nameBox(), "TAKEN"),
    ],
    [
      "a date that was not chosen",
      "Choose the last day, or enter the number of days.",
      () => chooseEnd("On a date"),
    ],
    [
      "a condition without a value",
      "Enter a value for each selected condition.",
      () => {
        tick("Host name: aks-pool-1");
        enter(valueBox("Host name"), " ");
      },
    ],
  ])("%s is said on trying to save, and nothing is lost", async (_, message, spoil) => {
    const { saved } = showSuppression({ rules: [aRule("taken")] });
    await openForm();
    await checked();
    await screen.findByText("taken");
    enter(commentBox(), "Keep me");
    spoil();
    expect(screen.queryByText(message)).not.toBeInTheDocument();
    await press("Create rule");
    expect(await screen.findByText("Correct the entries that are marked.")).toBeInTheDocument();
    expect(await screen.findByText(message)).toBeInTheDocument();
    expect(saved).toEqual([]);
    expect(commentBox()).toHaveValue("Keep me");
    expect(screen.queryByText("Create this rule?")).not.toBeInTheDocument();
  });

  test("what was put right is no longer said", async () => {
    const { saved } = showSuppression();
    await openForm();
    await checked();
    enter(nameBox(), "x");
    await press("Create rule");
    expect(await screen.findByText("Enter a name with 2 to 50 characters.")).toBeInTheDocument();
    enter(nameBox(), "xy");
    await waitFor(() =>
      expect(screen.queryByText("Correct the entries that are marked.")).not.toBeInTheDocument(),
    );
    await press("Create rule");
    await closed();
    expect(saved).toMatchObject([{ name: "xy" }]);
  });
});
