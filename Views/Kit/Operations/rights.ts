import type { QueryClient } from "@tanstack/react-query";
import type { ClusterScope } from "../../../Client/Core/clusterScope";
import { FailureError } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import { allowsAction, type Permission, type Right } from "../../../Client/Core/rbac";
import { lastKnown } from "../Model/loadable";
import { Findings } from "../Screens/Findings.resjson";
import { usePage } from "../Session/dashboardContext";
import { permissionsQuery } from "../Session/permissionsQuery";
import { useLoadables } from "../Session/useLoadable";

/**
 * What something takes: for each thing that it's about, rights of which all are needed. It may be done when those for any of the
 * things are held; the others are reported as they fail.
 */
export type NeededRights = readonly (readonly NeededRight[])[];

interface NeededRight extends Right {
  /** What is said when it is missing; absent: the action. */
  readonly missingText?: string;
}

/**
 * Asked before anything is offered: why each input can't be started on, as a sentence; `undefined` where it can, and where that
 * could not be found out: then the service decides. Each scope is asked once for the page.
 */
export function usePermission<I>(
  rights: (input: I, cluster: ClusterScope) => NeededRights,
  inputs: readonly I[],
): readonly (string | undefined)[] {
  const { cluster, services } = usePage();
  const needed = inputs.map((input) => rights(input, cluster));
  const scopes = [...new Set(needed.flat(2).map(({ scope }) => scope))];
  const answers = useLoadables(scopes.map((scope) => permissionsQuery(services, scope)));
  // Rights that could not be read again are those that were.
  const held = (scope: string) => {
    const answer = answers[scopes.indexOf(scope)];
    return !answer || answer.status === "loading" ? "loading" : lastKnown(answer);
  };
  return needed.map((each) => whyNot(each, held));
}

/**
 * Asked again before anything is sent: rejects with {@link FailureError} where rights are known to lack. It reads nothing, so a
 * slow answer holds up no write.
 */
export function refuseWithoutRights(needed: NeededRights, queries: QueryClient, services: Services): void {
  const held = (scope: string) =>
    queries.getQueryData<readonly Permission[]>(permissionsQuery(services, scope).queryKey);
  const message = whyNot(needed, held);
  if (message !== undefined) {
    throw new FailureError({ kind: "forbidden", message });
  }
}

/** Asked when something is about to start that wasn't on offer before: the reason why not, as with {@link usePermission}. */
export async function missingRight(
  needed: NeededRights,
  queries: QueryClient,
  services: Services,
): Promise<string | undefined> {
  const scopes = [...new Set(needed.flat().map(({ scope }) => scope))];
  const read = scopes.map((scope) =>
    queries.fetchQuery({ ...permissionsQuery(services, scope), staleTime: Infinity }),
  );
  // Where rights can't be read, the service decides.
  const answers = await Promise.allSettled(read);
  return whyNot(needed, (scope) => {
    const answer = answers[scopes.indexOf(scope)];
    return answer?.status === "fulfilled" ? answer.value : undefined;
  });
}

type Services = ReturnType<typeof usePage>["services"];

function whyNot(
  needed: NeededRights,
  held: (scope: string) => readonly Permission[] | "loading" | undefined,
): string | undefined {
  const reasonFor = ({ action, scope, missingText }: NeededRight): string | undefined => {
    const permissions = held(scope);
    if (permissions === "loading") {
      return Findings.rightsLoading;
    }
    return !permissions || allowsAction(permissions, action)
      ? undefined
      : (missingText ?? format(Findings.missingAction, action));
  };
  const reasons = needed.map((rights) => rights.map(reasonFor).find((reason) => reason !== undefined));
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}
