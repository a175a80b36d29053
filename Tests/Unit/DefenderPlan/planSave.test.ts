import { FailureError } from "../../../Client/Core/failure";
import type { Outcome } from "../../../Client/Core/runItems";
import type { PlanStep } from "../../../Client/DefenderPlan/planChanges";
import type { SaveResult } from "../../../Client/DefenderPlan/planResults";
import type { Run } from "../../../Views/Kit/Operations/operation";
import { newFixDraft } from "../../../Views/Features/QuickFixes/fixDraft";
import { saveOf, savePlan } from "../../../Views/Features/DefenderPlan/planSave";
import type { SaveRequest } from "../../../Views/Features/DefenderPlan/planStepRunner";
import { draftOf } from "../../../Views/Features/DefenderPlan/planForm";
import { aCluster } from "../../Support/aCluster";
import { planSettingsWith } from "../../Support/planSettings";

type Steps = readonly Outcome<PlanStep, SaveResult | undefined>[];

const remove: PlanStep = { kind: "remove" };
const profile: PlanStep = { kind: "cluster", fix: "defenderProfile" };
const steps = [remove, profile];
const input: SaveRequest = {
  cluster: aCluster(),
  review: { scope: "cluster", changes: [], steps, leftOut: [], cost: "same" },
  seen: planSettingsWith(),
  draft: { ...draftOf(planSettingsWith()), fix: newFixDraft },
  fixPlans: [],
  change: () => undefined,
};
const done = (item: PlanStep, value?: SaveResult) => ({ item, result: "done", value }) as const;
const error = new FailureError({ kind: "conflict", message: "Busy." });
const failed = (item: PlanStep) => ({ item, result: "failed", failure: error.failure, error }) as const;
const notSent = (item: PlanStep) => ({ item, result: "notSent" }) as const;

const run = (
  status: "running" | "ended",
  outcomes: Steps,
  earlier: Steps = [],
  items: readonly PlanStep[] = steps,
): Run<SaveRequest, PlanStep, SaveResult | undefined, never> => ({
  operation: savePlan,
  input,
  title: "",
  items,
  status,
  outcomes,
  earlier,
  progress: undefined,
  told: {},
});
const statesOf = (...parts: Parameters<typeof run>) =>
  saveOf(run(...parts)).states.map(({ status }) => status);

test("one step runs at a time, and those after it wait", () => {
  expect(statesOf("running", [])).toEqual(["running", "waiting"]);
  expect(statesOf("running", [done(remove)])).toEqual(["done", "running"]);
  expect(statesOf("ended", [done(remove), done(profile)])).toEqual(["done", "done"]);
  expect(statesOf("ended", [failed(remove), notSent(profile)])).toEqual(["failed", "waiting"]);
});

test("a retry is about what is left and shows what was done before", () => {
  const earlier = [done(remove), failed(profile)];
  expect(statesOf("running", [], earlier, [profile])).toEqual(["done", "running"]);
  expect(statesOf("ended", [failed(profile)], earlier, [profile])).toEqual(["done", "failed"]);
  expect(statesOf("ended", [done(profile)], earlier, [profile])).toEqual(["done", "done"]);
});

const partly: SaveResult = { plan: { result: "ignored" }, extensions: [], settings: planSettingsWith() };

test.each<[string, string, Steps]>([
  ["success", "Saved. Findings appear after the next scan.", [done(remove), done(profile)]],
  ["error", "Busy.", [done(remove), failed(profile)]],
  ["error", "Saved, but not all of it took effect", [done(remove, partly), done(profile)]],
  ["warning", "The pane was closed. Azure goes on with what was sent.", [done(remove), notSent(profile)]],
])("%s: %s", (end, text, outcomes) => {
  expect(savePlan.end?.(run("ended", outcomes))).toEqual({
    text: expect.stringContaining(text) as string,
    end,
  });
});
