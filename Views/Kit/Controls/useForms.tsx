import { createContext, useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { isFocusFree } from "./useLostFocus";
import { useProvided } from "./useProvided";

/** A form, most often a `FormPanel`. `close` closes just this one: nothing happens when another has taken its place. */
type Form = (close: () => void) => ReactNode;

const context = createContext<((form: Form) => void) | undefined>(undefined);

/**
 * Keeps one form open at a time, even when the button that opened it disappears. As it closes, the focus goes back to where it was when it
 * opened, unless it's somewhere already.
 */
export function FormHost({ children }: { readonly children: ReactNode }) {
  const [{ count, form }, setOpened] = useState<{ readonly count: number; readonly form?: Form }>({
    count: 0,
  });
  const opener = useRef<Element | null>(null);
  const open = useCallback((next: Form) => {
    opener.current = document.activeElement;
    setOpened((known) => ({ count: known.count + 1, form: next }));
  }, []);
  useEffect(() => {
    // Fluent gives it back to what had it before the panel, which may have been another panel, while code was loaded.
    if (!form && isFocusFree() && opener.current instanceof HTMLElement) {
      opener.current.focus();
    }
  }, [form]);
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
