import { DefaultButton } from "@fluentui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useForms } from "../../Kit/Controls/useForms";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { useAttempt } from "../../Kit/Session/useAttempt";
import { PolicyTexts as Text } from "./Policy.resjson";
import { PolicyPanel } from "./PolicyPanel";
import { policyDefinitionQuery } from "./usePolicy";

/** Opens the form that assigns the policy behind a recommendation. The policy is read when it is pressed. */
export function AssignPolicyButton({ policyId }: { readonly policyId: string }) {
  const { services } = useDashboard();
  const queries = useQueryClient();
  const open = useForms();
  const read = async (): Promise<string> => {
    const definition = await queries.fetchQuery(policyDefinitionQuery(services, policyId));
    if (!definition.isAboutContainers) {
      return Text.notAboutContainers;
    }
    open((close) => <PolicyPanel definition={definition} onClose={close} />);
    return "";
  };
  const { said, start } = useAttempt(read, {
    running: Text.definitionLoading,
    failed: ({ kind, message }) =>
      kind === "notFound" ? Text.definitionGone : `${Text.definitionFailed} ${message}`,
  });
  return (
    <>
      <DefaultButton text={Text.assign} onClick={start} />
      <span role="status">{said}</span>
    </>
  );
}
