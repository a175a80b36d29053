import { useContext, type Context } from "react";

/** What the dashboard provides to all of its components. Throws outside of one. */
export function useProvided<T>(context: Context<T | undefined>): T {
  const provided = useContext(context);
  if (provided === undefined) {
    throw new Error("This component must be rendered inside a dashboard.");
  }
  return provided;
}
