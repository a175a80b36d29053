import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { alertsAfterChange, alertSources } from "../../World/Security/Alerts/alertsOfPlan";
import {
  changePlan,
  ownSetting,
  planInForce,
  type PlanSetting,
} from "../../World/Security/Pricings/planHistory";
import { checkApiVersion, readApiVersion } from "../../Server/apiVersion";
import { apiVersions } from "../../Server/apiVersions";
import { asKnownIn, type Arrivals } from "../../Server/versionedBody";
import type { Json } from "../../World/world";
import { anyScope } from "../scopes";
import { pricingBody, type PlanName } from "./pricingBody";
import { conflict, readPricing } from "./readPricing";

const path = "/{scope}/providers/Microsoft.Security/pricings";

const operation = (
  method: Operation["method"],
  right: "read" | "write" | "delete",
  rest: "" | "/{plan}",
  handle: Operation["handle"],
): Operation => ({
  method,
  path: `${path}${rest}`,
  apiVersions: apiVersions.pricings,
  action: `Microsoft.Security/pricings/${right}`,
  scope: anyScope,
  handle(context) {
    checkScopeVersion(context);
    return handle(context);
  },
});

/** Before 2024-01-01, plans are of subscriptions only. */
function checkScopeVersion({ request, place }: ArmContext): void {
  const isSubscription = !(place.scope ?? "").toLowerCase().includes("/providers/");
  checkApiVersion(
    { apiVersions: isSubscription ? apiVersions.pricings : apiVersions.pricingsOfResources },
    readApiVersion(request),
    request.path,
  );
}

/** Defender plans of the subscription and of single resources. Only that of Defender for Containers can be changed. */
export const pricingOperations: readonly Operation[] = [
  operation("GET", "read", "/{plan}", getPricing),
  operation("GET", "read", "", listPricings),
  operation("PUT", "write", "/{plan}", savePricing),
  operation("DELETE", "delete", "/{plan}", deletePricing),
];

const planNames: readonly PlanName[] = ["Containers", "CloudPosture"];

function getPricing(context: ArmContext): ArmResponse {
  const plan = planOf(context);
  if (!hasPricing(context, plan)) {
    throw new ArmError(404, "ResourceNotFound", `The pricing '${plan}' was not found.`);
  }
  return { status: 200, body: pricingAnswer(context, plan) };
}

/** A guess, as how the service shows it is unpublished: a plan that was never enabled has no pricing. */
function hasPricing({ world: { plans } }: ArmContext, plan: PlanName): boolean {
  return plan !== "CloudPosture" || plans.hasCspm || plans.hasFoundationalCspm !== false;
}

/** Without pages: `PricingList` has no link to a next one. */
function listPricings(context: ArmContext): ArmResponse {
  const wanted = readFilter(context.request.query);
  const names = planNames.filter(
    (name) => hasPricing(context, name) && (wanted?.includes(name.toLowerCase()) ?? true),
  );
  return { status: 200, body: { value: names.map((name) => pricingAnswer(context, name)) } };
}

function savePricing(context: ArmContext): ArmResponse {
  const { world, request, now } = context;
  const { planHistory, extensionFailures } = world;
  const { scope, isResource } = writableScope(context);
  checkNotEnforced(context, scope, isResource);
  const before = isResource
    ? planInForce(planHistory, scope, now).setting
    : ownSetting(planHistory, scope, now);
  const isNew = ownSetting(planHistory, scope, now) === undefined;
  const setting = readPricing(request.body, { before, isResource, failures: extensionFailures, now });
  applySetting(context, scope, setting);
  return { status: isNew ? 201 : 200, body: pricingAnswer(context, planOf(context)) };
}

function deletePricing(context: ArmContext): ArmResponse {
  const { world, now } = context;
  const { scope, isResource } = writableScope(context);
  if (!isResource) {
    throw new ArmError(400, "BadRequest", "Only the pricing of a resource can be deleted.");
  }
  if (ownSetting(world.planHistory, scope, now) === undefined) {
    return { status: 204 };
  }
  applySetting(context, scope, undefined);
  return { status: 200 };
}

function applySetting({ world, now }: ArmContext, scope: string, setting: PlanSetting | undefined): void {
  const watched = alertSources(world, now);
  changePlan(world.planHistory, scope, { at: now, setting });
  world.alerts = alertsAfterChange(world, watched, now);
}

/** `enforce` of a subscription forbids settings below, be they the same as its own (2024-01-01). */
function checkNotEnforced({ world, now }: ArmContext, scope: string, isResource: boolean): void {
  const above = ownSetting(world.planHistory, `/subscriptions/${world.subscriptionId}`, now);
  if (isResource && above?.enforced) {
    throw conflict(
      "EnforcementPolicyViolation",
      `The pricing of '${scope}' is enforced by its subscription and cannot be overridden.`,
    );
  }
}

/** Properties by the api-versions that brought them. */
const arrivals: Arrivals = {
  "properties.subPlan": "2022-03-01",
  "properties.enablementTime": "2023-01-01",
  "properties.extensions": "2023-01-01",
  "properties.enforce": "2024-01-01",
  "properties.inherited": "2024-01-01",
  "properties.inheritedFrom": "2024-01-01",
  "properties.resourcesCoverageStatus": "2024-01-01",
};

function pricingAnswer(context: ArmContext, plan: PlanName): Json {
  return asKnownIn(readApiVersion(context.request), pricingBody(context, scopeOf(context), plan), arrivals);
}

const scopeOf = ({ place }: ArmContext): string => anyScope(place);

function planOf({ place: { plan = "" } }: ArmContext): PlanName {
  const found = planNames.find((name) => name.toLowerCase() === plan.toLowerCase());
  if (!found) {
    throw new ArmError(404, "ResourceNotFound", `The plan '${plan}' is not one of the emulator.`);
  }
  return found;
}

/** Throws where a plan cannot be changed: another plan, a scope that there is not. */
function writableScope(context: ArmContext): { readonly scope: string; readonly isResource: boolean } {
  const { world } = context;
  const plan = planOf(context);
  if (plan !== "Containers") {
    throw new ArmError(400, "BadRequest", `The emulator does not change the plan '${plan}'.`);
  }
  const scope = scopeOf(context);
  const isSame = (id: string) => id.toLowerCase() === scope.toLowerCase();
  const isResource = !isSame(`/subscriptions/${world.subscriptionId}`);
  if (isResource && !world.clusters.some(({ id }) => isSame(id))) {
    throw new ArmError(404, "ResourceNotFound", `The resource '${scope}' was not found.`);
  }
  return { scope, isResource };
}

/** Names in lower case; `undefined` without a filter. `name in (a,b)` is all that the OpenAPI allows. */
function readFilter(query: URLSearchParams): readonly string[] | undefined {
  const filter = [...query].find(([name]) => name.toLowerCase() === "$filter")?.[1];
  if (filter === undefined) {
    return undefined;
  }
  const names = /^\s*name\s+in\s*\(([^()]*)\)\s*$/i.exec(filter)?.[1];
  if (names === undefined) {
    throw new ArmError(400, "BadRequest", `The filter '${filter}' must be 'name in (plan,plan)'.`);
  }
  return names.split(",").map((name) => name.trim().toLowerCase());
}
