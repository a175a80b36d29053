import { DefaultButton } from "@fluentui/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { failureOf, type Failure } from "../../../Client/Core/failure";
import { useForms } from "../../Kit/Controls/useForms";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { PolicyTexts as Text } from "./Policy.resjson";
import { PolicyPanel } from "./PolicyPanel";
import { policyDefinitionQuery } from "./usePolicy";

function failedText({ kind, message }: Failure): string {
  return kind === "notFound" ? Text.definitionGone : `${Text.definitionFailed} ${message}`;
}

/** Opens the form that assigns the policy behind a recommendation. The policy is read when it is pressed. */
export function AssignPolicyButton({ policyId }: { readonly policyId: string }) {
  const { services } = useDashboard();
  const queries = useQueryClient();
  const open = useForms();
  /** What is to be said of it; empty: the form is open. */
  const opening = useMutation({
    mutationFn: async (): Promise<string> => {
      const definition = await queries.fetchQuery(policyDefinitionQuery(services, policyId));
      if (!definition.isAboutContainers) {
        return Text.notAboutContainers;
      }
      open((close) => <PolicyPanel definition={definition} onClose={close} />);
      return "";
    },
    retry: false,
    networkMode: "always",
  });
  return (
    <>
      <DefaultButton text={Text.assign} onClick={() => opening.mutate()} />
      <span role="status">
        {opening.isLoading && Text.definitionLoading}
        {opening.isError && failedText(failureOf(opening.error))}
        {opening.data}
      </span>
    </>
  );
}
