import { useEffect, useRef, useState } from "react";
import { failureOf, type Failure } from "../../../Client/Core/failure";

/**
 * Something that a press starts and that changes nothing in Azure, such as opening a form once its contents are read. `said` is what
 * there is to say of it: that it is under way, why it did not happen, or what `act` resolves to; empty: nothing.
 */
export function useAttempt(
  act: () => Promise<string>,
  words: { readonly running: string; readonly failed: (failure: Failure) => string },
): { readonly said: string; readonly start: () => void } {
  const [said, setSaid] = useState("");
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const tell = (text: string) => {
    if (isHere.current) {
      setSaid(text);
    }
  };
  return {
    said,
    start() {
      tell(words.running);
      void act().then(tell, (error: unknown) => tell(words.failed(failureOf(error))));
    },
  };
}
