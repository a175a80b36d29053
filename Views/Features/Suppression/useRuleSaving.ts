import { useEffect, useRef, useState } from "react";
import { failureOf, type Failure } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import type { SuppressionRule } from "../../../Client/Suppression/suppressionRule";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { Suppression } from "./Suppression.resjson";
import { useRuleChanges } from "./useSuppression";

/** How far the form is. `checked`: saving was tried with something wrong in it. */
type Saving =
  | { readonly status: "editing" }
  | { readonly status: "checked" }
  | { readonly status: "saving" }
  | { readonly status: "failed"; readonly failure: Failure };

/** Saves a new rule and notifies the portal, even after the form is closed; `onSaved` is called only while it's open. */
export function useRuleSaving(onSaved: () => void) {
  const { host } = useDashboard();
  const { save } = useRuleChanges();
  const [saving, setSaving] = useState<Saving>({ status: "editing" });
  const isOpen = useRef(true);
  useEffect(() => () => void (isOpen.current = false), []);
  return {
    saving,
    check: () => setSaving({ status: "checked" }),
    async submit(rule: SuppressionRule): Promise<void> {
      setSaving({ status: "saving" });
      const title = format(Suppression.savedTitle, rule.name);
      const notice = host.notifyPending({ title, description: Suppression.saving });
      try {
        await save(rule);
      } catch (error) {
        const failure = failureOf(error);
        notice.complete({ title, description: failure.message }, "error");
        if (isOpen.current) {
          setSaving({ status: "failed", failure });
        }
        return;
      }
      notice.complete({ title, description: format(Suppression.saved, rule.name) }, "success");
      if (isOpen.current) {
        onSaved();
      }
    },
  };
}
