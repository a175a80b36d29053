import type { ClusterProfile } from "../../../Client/Core/defenderPlan";
import type { PlanSituation } from "../../../Client/DefenderPlan/planEditing";
import type { PlanScope } from "../../../Client/Core/defenderPlan";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import type { Permission } from "../../../Client/Core/rbac";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import type { Loadable } from "../../Kit/Model/loadable";
import { permissionsQuery } from "../../Kit/Session/permissionsQuery";
import { protectionQueries } from "../../Kit/Protection/protectionQueries";
import { useLoadable } from "../../Kit/Session/useLoadable";

/** What the pane knows of the plan, each part read by itself. */
export interface PlanReads {
  readonly settings: Readonly<Record<PlanScope, Loadable<PlanSettings>>>;
  readonly rights: Readonly<Record<PlanScope, Loadable<readonly Permission[]>>>;
  readonly profile: Loadable<ClusterProfile>;
  /** The same as far as it is known. */
  readonly situation: PlanSituation;
}

export const planSettingsKey = "planSettings";

export function usePlanReads(): PlanReads {
  const { cluster, services } = useDashboard();
  const read = (scope: PlanScope) => ({
    queryKey: [planSettingsKey, scope],
    queryFn: ({ signal }: { readonly signal?: AbortSignal }) => services.planSettings.read(scope, signal),
  });
  const settings = {
    cluster: useLoadable(read("cluster")),
    subscription: useLoadable(read("subscription")),
  };
  const rights = {
    cluster: useLoadable(permissionsQuery(services, cluster.id)),
    subscription: useLoadable(permissionsQuery(services, cluster.subscriptionScope)),
  };
  return {
    settings,
    rights,
    profile: useLoadable(protectionQueries(services).profile),
    situation: {
      cluster: known(settings.cluster),
      subscription: known(settings.subscription),
      clusterRights: known(rights.cluster),
      subscriptionRights: known(rights.subscription),
    },
  };
}

/** The settings of a scope once all that decides about them is there, or has failed. */
export function editableSettings(
  { settings, rights, profile }: PlanReads,
  scope: PlanScope,
): Loadable<PlanSettings> {
  const others = [settings.subscription, rights.cluster, rights.subscription, profile];
  return settings[scope].status === "ready" && others.some(({ status }) => status === "loading")
    ? { status: "loading" }
    : settings[scope];
}

/** `undefined` when it is not there, for whatever reason. */
export function known<T>(load: Loadable<T>): T | undefined {
  return load.status === "ready" ? load.value : undefined;
}
