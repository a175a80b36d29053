import { DefaultButton, Dialog, DialogFooter, DialogType, PrimaryButton } from "@fluentui/react";
import { createContext, useCallback, useState, type ReactNode } from "react";
import { readableLine } from "../../../Client/Core/visibleText";
import { Bulk } from "../Operations/Bulk.resjson";
import { useProvided } from "./useProvided";

/** Something to be agreed to before it runs. */
interface Question {
  readonly title: string;
  readonly text: string;
  /** Says what happens, not "OK". */
  readonly yes: string;
  onYes(): void;
}

type Ask = (question: Question) => void;

const context = createContext<Ask | undefined>(undefined);

/** Asks questions of those inside, one at a time, in a dialog that takes the focus and gives it back. */
export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const [question, setQuestion] = useState<Question>();
  const ask = useCallback<Ask>((next) => setQuestion(next), []);
  const close = () => setQuestion(undefined);
  return (
    <context.Provider value={ask}>
      {children}
      {question && (
        <Dialog
          hidden={false}
          onDismiss={close}
          dialogContentProps={{
            type: DialogType.normal,
            title: readableLine(question.title),
            subText: question.text,
            closeButtonAriaLabel: Bulk.confirmCancel,
          }}
        >
          <DialogFooter>
            <PrimaryButton
              text={question.yes}
              onClick={() => {
                close();
                question.onYes();
              }}
            />
            <DefaultButton text={Bulk.confirmCancel} onClick={close} />
          </DialogFooter>
        </Dialog>
      )}
    </context.Provider>
  );
}

/** Shows a question; what it is about runs only when it is answered with yes. */
export function useConfirm(): Ask {
  return useProvided(context);
}
