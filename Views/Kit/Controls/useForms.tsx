import { createContext, useCallback, useState, type ReactNode } from "react";
import { useProvided } from "./useProvided";

/** A form, most often a `FormPanel`. `close` closes just this one: nothing happens when another has taken its place. */
type Form = (close: () => void) => ReactNode;

const context = createContext<((form: Form) => void) | undefined>(undefined);

/** Keeps one form open at a time, even when the button that opened it disappears. */
export function FormHost({ children }: { readonly children: ReactNode }) {
  const [{ count, form }, setOpened] = useState<{ readonly count: number; readonly form?: Form }>({
    count: 0,
  });
  const open = useCallback(
    (next: Form) => setOpened((known) => ({ count: known.count + 1, form: next })),
    [],
  );
  const close = () => setOpened((known) => (known.count === count ? { count } : known));
  return (
    <context.Provider value={open}>
      {children}
      {form?.(close)}
    </context.Provider>
  );
}

/** Opens a form over the page. */
export function useForms(): (form: Form) => void {
  return useProvided(context);
}
