import { clusterScopeOf } from "../Client/Core/clusterScope";
import { dashboardSession } from "../Extension/Portal/dashboardSession";
import { prefetch } from "./Kit/Session/prefetch";

/** Starts what the first paint needs while the view itself is still being loaded. */
export async function fetchData({
  parameters,
}: {
  parameters: { id: string; view?: string };
}): Promise<void> {
  const scope = clusterScopeOf(parameters.id);
  if (scope.ok) {
    await prefetch(await dashboardSession(scope.cluster));
  }
}
