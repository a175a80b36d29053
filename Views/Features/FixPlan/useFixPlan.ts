import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { chooseFixes, type FixStep } from "../../../Client/FixPlan/chooseFixes";
import type { FixWorld } from "../../../Client/FixPlan/fixAction";
import { fixTargets } from "../../../Client/FixPlan/fixTargets";
import { fixWorld } from "../../../Client/FixPlan/fixWorld";
import { leftoverOf, totalRisk, type Leftover } from "../../../Client/FixPlan/projection";
import { readTargets, type ReadTargets } from "../../../Client/FixPlan/readTargets";
import type { ComplianceIssue } from "../../../Client/Compliance/compliance";
import type { Listing } from "../../../Client/Core/listing";
import { isWhole } from "../../Kit/Model/openFindings";
import { lastKnown, type Loadable } from "../../Kit/Model/loadable";
import type { Sliced } from "../../Kit/Model/slices";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { findingsSource } from "../../Kit/Session/findingsQuery";
import { useFindings } from "../../Kit/Session/useFindings";
import { useLoadable } from "../../Kit/Session/useLoadable";
import { useWork } from "./useWork";

/** Whether all updates of an image are one action, or each of them. */
export type PlanScope = "whole" | "single";

export interface ShownPlan {
  readonly world: FixWorld;
  readonly steps: readonly FixStep[];
  readonly leftover: Leftover;
  /** In the units of `riskWeight`. */
  readonly total: number;
}

/** What the plan is made of. */
export interface PlanReading {
  /** `undefined` until it's made. */
  readonly plan: ShownPlan | undefined;
  /** What is being waited for; `undefined`: nothing. */
  readonly waitsFor: "lists" | "cves" | undefined;
  readonly cves: Loadable<ReadTargets>;
  /** How many images and components there are, and of how many CVEs are read. */
  readonly targets: number;
  readonly limit: number;
  readonly compliance: Listing<ComplianceIssue> | undefined;
  /** When the oldest of the lists was read; `undefined`: none was. */
  readonly asOf: Date | undefined;
  raiseLimit(): void;
  /** Reads CVEs again. */
  retryCves(): void;
}

/** Of how many images and components CVEs are read at once: 20 queries, of the 15 that Resource Graph answers in 5 seconds. */
export const readAtOnce = 500;

/**
 * Reads what the lists lack, and orders the actions. A list that failed is no part of the plan. `seesNodes`: false where vulnerable nodes
 * may be hidden.
 */
export function useFixPlan(scope: PlanScope, seesNodes: boolean): PlanReading {
  const { services } = useDashboard();
  const queries = useQueryClient();
  const [limit, setLimit] = useState(readAtOnce);
  const lists = useLists();
  const { components, misconfigurations, compliance, isWaiting } = lists;
  const targets = useMemo(() => fixTargets(components?.items ?? none), [components]);
  const keyOf = (most: number) => ["fixPlan", components?.asOf.getTime(), targets.length, most];
  const queryKey = keyOf(limit);
  const cves = useLoadable({
    queryKey,
    queryFn: ({ signal }) => {
      const known = queries.getQueryData<ReadTargets>(keyOf(limit - readAtOnce));
      return readTargets(services.vulnerabilities, targets.slice(0, limit), { known: known?.cvesOf, signal });
    },
    enabled: !isWaiting,
  });
  const cvesOf = lastKnown(cves)?.cvesOf;
  const hasAllComponents = seesNodes && lists.hasAllComponents && targets.length <= limit;
  const begin = useMemo(() => {
    const input = cvesOf && {
      targets,
      cvesOf,
      misconfigurations: misconfigurations?.items ?? none,
      compliance: compliance?.items ?? none,
      hasAllComponents,
    };
    return input && (() => makePlan(input, scope));
  }, [targets, cvesOf, misconfigurations, compliance, hasAllComponents, scope]);
  const plan = useWork(isWaiting ? undefined : begin);
  return {
    plan,
    waitsFor: isWaiting ? "lists" : cves.status === "loading" ? "cves" : undefined,
    cves,
    targets: targets.length,
    limit,
    compliance,
    asOf: lists.asOf,
    retryCves: () => void queries.invalidateQueries(queryKey),
    raiseLimit: () => setLimit(limit + readAtOnce),
  };
}

const sources = {
  vulnerabilities: findingsSource("vulnerabilities"),
  misconfigurations: findingsSource("misconfigurations"),
  compliance: findingsSource("compliance"),
};

const none: readonly never[] = [];

/** The lists that a plan is made of, as far as they could be read. */
function useLists() {
  const loads = [
    useFindings(sources.vulnerabilities),
    useFindings(sources.misconfigurations),
    useFindings(sources.compliance),
  ] as const;
  const vulnerable = lastKnown(loads[0]);
  const components = vulnerable?.listing;
  const misconfigurations = lastKnown(loads[1])?.listing;
  const compliance = lastKnown(loads[2])?.listing;
  return {
    components,
    misconfigurations,
    compliance,
    isWaiting: loads.some(isComing),
    hasAllComponents: components !== undefined && isWhole(components) && vulnerable?.lost === undefined,
    asOf: [components, misconfigurations, compliance]
      .flatMap((listing) => listing?.asOf ?? [])
      .sort((left, right) => left.getTime() - right.getTime())[0],
  };
}

/** Whether more of a list is on its way. */
function isComing(load: ReturnType<typeof useFindings>): boolean {
  const findings = lastKnown(load);
  return (
    load.status === "loading" || (findings !== undefined && !findings.listing.complete && !findings.lost)
  );
}

function* makePlan(input: Parameters<typeof fixWorld>[0], scope: PlanScope): Sliced<ShownPlan> {
  const world = yield* fixWorld(input);
  const actions = world.actions.filter(
    ({ kind }) => scope === "whole" || (kind !== "image" && kind !== "component"),
  );
  const steps = yield* chooseFixes({ ...world, actions });
  return { world, steps, leftover: leftoverOf(world), total: totalRisk(world) };
}
