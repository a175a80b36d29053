import type { ContainersPlan } from "./containersPlan";

type Json = Readonly<Record<string, unknown>>;

/** What a scope has set for Defender for Containers. */
export interface PlanSetting {
  readonly isOn: boolean;
  /** Whether resources below may have no setting of their own. Of subscriptions only. */
  readonly enforced: boolean;
  readonly subPlan?: string;
  /** As ARM returns them; their booleans are texts. */
  readonly extensions: readonly Json[];
  /** When it was last enabled; `undefined` while it is off. */
  readonly enabledAt: Date | undefined;
}

interface PlanChange {
  readonly at: Date;
  /** `undefined`: no setting of its own any more, what is above decides. */
  readonly setting: PlanSetting | undefined;
}

/** The settings of every scope that ever had one, by its ARM id in lower case; the latest last. */
export type PlanHistory = Map<string, readonly PlanChange[]>;

/** Before any change. */
const beginning = new Date(0);
const day = 86_400_000;
const nothingSet: PlanSetting = { isOn: false, enforced: false, extensions: [], enabledAt: undefined };

/** The plan as the world begins with it, at the subscription or at its main cluster alone. */
export function beginHistory(
  plan: ContainersPlan,
  subscriptionId: string,
  mainClusterId: string,
  now: Date,
): PlanHistory {
  const { isOn, enforced, extensions, scope } = plan;
  const enabledAt = isOn ? new Date(now.getTime() - 90 * day) : undefined;
  const setting: PlanSetting = { isOn, enforced, extensions, enabledAt };
  const isForOne = isOn && scope === "cluster";
  const at = beginning;
  return new Map([
    [subscriptionKey(subscriptionId), [{ at, setting: isForOne ? nothingSet : setting }]],
    ...(isForOne ? [[mainClusterId.toLowerCase(), [{ at, setting }]] as const] : []),
  ]);
}

export function changePlan(history: PlanHistory, scope: string, change: PlanChange): void {
  history.set(scope.toLowerCase(), [...changesOf(history, scope), change]);
}

/** What a scope itself has set at a time; `undefined`: nothing. */
export function ownSetting(history: PlanHistory, scope: string, at: Date): PlanSetting | undefined {
  return changesOf(history, scope).findLast((change) => change.at <= at)?.setting;
}

interface PlanInForce {
  readonly setting: PlanSetting;
  readonly isInherited: boolean;
}

/**
 * What is in force for a resource at a time: its own setting, unless it has none or the subscription enforces its own
 * (`enforce` of Microsoft.Security/pricings 2024-01-01).
 */
export function planInForce(history: PlanHistory, resourceId: string, at: Date): PlanInForce {
  const above = ownSetting(history, subscriptionOf(resourceId), at) ?? nothingSet;
  const own = above.enforced ? undefined : ownSetting(history, resourceId, at);
  return own ? { setting: own, isInherited: false } : { setting: above, isInherited: true };
}

/** Whether what is in force for a resource at a time may be another thing than what the world began with. */
export function hasPlanChanged(history: PlanHistory, resourceId: string, at: Date): boolean {
  const changes = [subscriptionOf(resourceId), resourceId].flatMap((scope) => changesOf(history, scope));
  return changes.some((change) => change.at > beginning && change.at <= at);
}

const trialDays = 30;

/** Milliseconds of the trial that a subscription has left: all of it until the plan is first enabled anywhere. */
export function trialLeft(history: PlanHistory, now: Date): number {
  const begun = [...history.values()]
    .flat()
    .flatMap(({ at, setting }) => (setting?.isOn ? [at.getTime()] : []));
  const used = begun.length === 0 ? 0 : now.getTime() - Math.min(...begun);
  return Math.max(0, trialDays * day - used);
}

function changesOf(history: PlanHistory, scope: string): readonly PlanChange[] {
  return history.get(scope.toLowerCase()) ?? [];
}

function subscriptionOf(resourceId: string): string {
  return subscriptionKey(resourceId.split("/")[2] ?? "");
}

function subscriptionKey(subscriptionId: string): string {
  return `/subscriptions/${subscriptionId.toLowerCase()}`;
}
