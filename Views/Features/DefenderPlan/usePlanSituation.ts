import type { ClusterProfile } from "../../../Client/Core/defenderPlan";
import type { PlanSituation } from "../../../Client/DefenderPlan/planEditing";
import type { PlanScope } from "../../../Client/Core/defenderPlan";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import type { Permission } from "../../../Client/Core/rbac";
import { usePage } from "../../Kit/Session/dashboardContext";
import { lastKnown, type Loadable, type Outdated } from "../../Kit/Model/loadable";
import { permissionsQuery } from "../../Kit/Session/permissionsQuery";
import { protectionQueries } from "../../Kit/Protection/protectionQueries";
import { useLoadable } from "../../Kit/Session/useLoadable";
import { planSettingsQuery } from "./planSettingsQuery";

/** What the pane knows of the plan, each part read by itself. */
export interface PlanReads {
  readonly settings: Readonly<Record<PlanScope, Loadable<PlanSettings>>>;
  readonly rights: Readonly<Record<PlanScope, Loadable<readonly Permission[]>>>;
  readonly profile: Loadable<ClusterProfile>;
  /** The same as far as it is known. */
  readonly situation: PlanSituation;
}

export function usePlanReads(): PlanReads {
  const { cluster, services } = usePage();
  const settings = {
    cluster: useLoadable(planSettingsQuery(services, "cluster")),
    subscription: useLoadable(planSettingsQuery(services, "subscription")),
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
      cluster: lastKnown(settings.cluster),
      subscription: lastKnown(settings.subscription),
      clusterRights: lastKnown(rights.cluster),
      subscriptionRights: lastKnown(rights.subscription),
    },
  };
}

/** The settings of a scope once all that decides about them is there, or has failed. */
export function editableSettings(
  { settings, rights, profile }: PlanReads,
  scope: PlanScope,
): Loadable<PlanSettings> {
  const others = [settings.subscription, rights.cluster, rights.subscription, profile];
  return lastKnown(settings[scope]) !== undefined && others.some(({ status }) => status === "loading")
    ? { status: "loading" }
    : settings[scope];
}

/** What else the settings of a scope are shown with and could not be read again. */
export function outdatedBeside(
  { settings, profile }: PlanReads,
  scope: PlanScope,
): readonly Outdated<unknown>[] {
  const others = [profile, ...(scope === "cluster" ? [settings.subscription] : [])];
  return others.filter(
    (load): load is Outdated<PlanSettings> & Outdated<ClusterProfile> => load.status === "outdated",
  );
}
