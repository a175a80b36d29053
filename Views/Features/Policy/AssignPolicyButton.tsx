import { DefaultButton } from "@fluentui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useForms } from "../../Kit/Controls/useForms";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { formOnUse } from "../../Kit/Screens/formOnUse";
import { useAttempt } from "../../Kit/Session/useAttempt";
import { PolicyTexts as Text } from "./Policy.resjson";
import { policyDefinitionQuery } from "./usePolicy";

const PolicyOnUse = formOnUse(
  "policy",
  async () => (await import(/* webpackChunkName: "Actions" */ "./PolicyPanel")).PolicyPanel,
);

/** Opens the form that assigns the policy behind a recommendation. The policy is read when it is pressed. */
export function AssignPolicyButton({ policyId }: { readonly policyId: string }) {
  const { said, start } = useAssignPolicy(() => Promise.resolve(policyId));
  return (
    <>
      <DefaultButton text={Text.assign} onClick={start} />
      <span role="status">{said}</span>
    </>
  );
}

/** Opens the form that assigns a policy, which is found and read when it starts. `undefined`: there's none. */
export function useAssignPolicy(find: () => Promise<string | undefined>): ReturnType<typeof useAttempt> {
  const { services } = useDashboard();
  const queries = useQueryClient();
  const open = useForms();
  const read = async (): Promise<string> => {
    const policyId = await find();
    if (policyId === undefined) {
      return Text.definitionGone;
    }
    const definition = await queries.fetchQuery(policyDefinitionQuery(services, policyId));
    if (!definition.isAboutContainers) {
      return Text.notAboutContainers;
    }
    open((close) => <PolicyOnUse definition={definition} onClose={close} />);
    return "";
  };
  return useAttempt(read, {
    running: Text.definitionLoading,
    failed: ({ kind, message }) =>
      kind === "notFound" ? Text.definitionGone : `${Text.definitionFailed} ${message}`,
  });
}
