import { textOf } from "../Core/json";
import type { LiveCluster } from "./quickFix";

/** Azure region of the cluster; `undefined` when it does not say. */
export function regionOf({ body }: LiveCluster): string | undefined {
  return textOf(body.location);
}
