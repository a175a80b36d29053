import { DefaultButton } from "@fluentui/react";
import type { ComponentType } from "react";
import { FormPanel } from "../Controls/FormPanel";
import { lastKnown } from "../Model/loadable";
import { useCode } from "../Session/useCode";
import { Findings } from "./Findings.resjson";
import { LoadedPart } from "./LoadedPart";

interface FormProps {
  readonly onClose: () => void;
}

/**
 * A form whose code is loaded when it's first opened. Until then a form stands in its place that can be closed; where loading fails, it
 * says so, and it can be tried again.
 */
export function formOnUse<P extends FormProps>(
  name: string,
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  return function FormOnUse(props) {
    const code = useCode({ name, load });
    const Form = lastKnown(code);
    return Form ? (
      <Form {...props} />
    ) : (
      <FormPanel
        title={code.status === "failed" ? Findings.formNotLoaded : Findings.loadingForm}
        size="usual"
        onDismiss={props.onClose}
        foot={<DefaultButton text={Findings.closeForm} onClick={props.onClose} />}
      >
        <LoadedPart load={code} loadingText={Findings.loadingForm} failedText="">
          {() => null}
        </LoadedPart>
      </FormPanel>
    );
  };
}
