import { useQueryClient } from "@tanstack/react-query";
import { loadCode } from "../../../Client/Core/loadCode";
import type { Loadable } from "../Model/loadable";
import { useLoadable } from "./useLoadable";

/** Code that the page loads when it's first needed. `name` tells it from other code. */
export interface LaterCode<C> {
  readonly name: string;
  load(): Promise<C>;
}

/** The code, which is loaded once for the page. Refresh reads everything again that may have changed: code that is here doesn't. */
export function useCode<C>({ name, load }: LaterCode<C>): Loadable<C> {
  const queryKey = ["code", name];
  const enabled = useQueryClient().getQueryData(queryKey) === undefined;
  return useLoadable({ queryKey, queryFn: () => loadCode(load), enabled, retryOnMount: true });
}
