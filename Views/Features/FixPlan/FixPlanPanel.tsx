import { DefaultButton } from "@fluentui/react";
import { FormPanel } from "../../Kit/Controls/FormPanel";
import type { RegisteredTab } from "../../Kit/Model/findingsTab";
import { FixPlan as Text } from "./FixPlan.resjson";
import { FixPlanView } from "./FixPlanView";

/** The plan of fixes over the page. */
export function FixPlanPanel(props: {
  readonly tabs: readonly RegisteredTab[];
  readonly onClose: () => void;
}) {
  const { tabs, onClose } = props;
  return (
    <FormPanel
      title={Text.title}
      size="widest"
      onDismiss={onClose}
      foot={<DefaultButton text={Text.close} onClick={onClose} />}
    >
      <FixPlanView tabs={tabs} onClose={onClose} />
    </FormPanel>
  );
}
