import { isRestError } from "@azure/core-rest-pipeline";
import type { Azure } from "../Azure/Pipeline/azure";
import { asService } from "../Azure/Pipeline/failureFrom";
import { followOperation } from "../Azure/Arm/followOperation";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { pollArm } from "../Azure/Arm/pollArm";
import { armUrl } from "../Core/armUrl";
import type { ClusterScope } from "../Core/clusterScope";
import { FailureError } from "../Core/failure";
import { format } from "../Core/format";
import { operationState } from "../Core/operationState";
import { changesBetween, FixChangedError } from "./fixChanged";
import { sameJson } from "../Core/sameJson";
import type { QuickFixName } from "./quickFixKeys";
import type { FixInputs, FixReady, LiveCluster, QuickFix } from "./quickFix";
import { quickFixes } from "./quickFixes";
import { applyWrite, stateOf } from "./armApplyWrite";
import { clusterResource, readLive } from "./armReadLive";
import { checkRights, type PermissionsAt } from "./checkRights";
import type { ApplyOptions, QuickFixService } from "./quickFixService";

/**
 * Quick fixes as raw JSON PUTs, for the SDK's models drop what they do not know. They go through the client without an
 * api-version of its own: the SDK's would overwrite ours.
 */
export function createArmQuickFixService(
  azure: Azure,
  cluster: ClusterScope,
  permissionsAt: PermissionsAt,
): QuickFixService {
  return {
    readLive: (fix, signal) => asService(() => readLive(azure, cluster, quickFixes[fix], signal)),

    apply: (fix, input, options) =>
      asService(async () => {
        const agreed = agreedPlan(fix, input, options.seen);
        await checkRights(permissionsAt, agreed.rights, options.signal);
        // Right before it is written: diagnostic settings have no etag.
        let live = await readLive(azure, cluster, quickFixes[fix], options.signal);
        for (let tries = 1; ; tries += 1) {
          const plan = samePlan(fix, input, { agreed, seen: options.seen, live });
          const overtaken = await applyWrites(azure, plan, live, quickFixes[fix], options);
          if (!overtaken) {
            return;
          }
          if (tries === mostTries || changesBetween(live, overtaken).length > 0) {
            throw new FixChangedError(Messages.clusterChanged, options.seen, overtaken);
          }
          live = overtaken;
        }
      }),

    follow: (url, { onProgress, signal }) =>
      asService(() =>
        followOperation(azure, { url, commandName: "Dashboard/FollowFix", signal }, onProgress),
      ),

    waitUntilIdle: ({ onProgress, signal }) =>
      asService(() => {
        const polling = {
          url: armUrl(clusterResource(cluster)),
          commandName: "Dashboard/AwaitCluster",
          signal,
        };
        return pollArm(azure, polling, (answer, elapsed) => {
          const status = stateOf(answer) ?? "Succeeded";
          onProgress({ status, percent: undefined, elapsedSeconds: Math.round(elapsed / 1000) });
          return operationState(status) !== "running";
        });
      }),
  };
}

/** The plan that was seen. Throws {@link FailureError} where it can't be carried out. */
function agreedPlan<N extends QuickFixName>(name: N, input: FixInputs[N], seen: LiveCluster): FixReady {
  const fix: QuickFix<FixInputs[N]> = quickFixes[name];
  const agreed = fix.plan(seen, input);
  if (agreed.kind === "refused") {
    throw new FailureError({
      kind: "invalid",
      message: format(Messages.notFixable, agreed.refusal.code),
      code: agreed.refusal.code,
    });
  }
  return agreed;
}

/** The plan for the cluster as it is now, when it changes exactly what was agreed to. Throws {@link FixChangedError} otherwise. */
function samePlan<N extends QuickFixName>(
  name: N,
  input: FixInputs[N],
  clusters: { readonly agreed: FixReady; readonly seen: LiveCluster; readonly live: LiveCluster },
): FixReady {
  const { agreed, seen, live } = clusters;
  const fix: QuickFix<FixInputs[N]> = quickFixes[name];
  const now = fix.plan(live, input);
  if (now.kind === "refused" || !sameJson(agreed.changes, now.changes)) {
    throw new FixChangedError(Messages.clusterChanged, seen, live);
  }
  return now;
}

/** Without its version the cluster is not written: a colleague's change would be lost in silence. */
function etagOf({ etag }: LiveCluster): string {
  if (etag === undefined) {
    throw new FailureError({ kind: "conflict", code: "NoETag", message: Messages.noEtag });
  }
  return etag;
}

/** An autoscaler may be faster more than once; each time the cluster is read and written anew. */
const mostTries = 5;

/** Resolves to the cluster as it is now when it was changed between reading and writing, so that it wasn't written. */
async function applyWrites(
  azure: Azure,
  { writes }: FixReady,
  live: LiveCluster,
  fix: Pick<QuickFix<never>, "reads">,
  { onProgress, signal }: ApplyOptions,
): Promise<LiveCluster | undefined> {
  for (const write of writes) {
    const ifMatch = write.resource === "cluster" ? etagOf(live) : undefined;
    try {
      await applyWrite(azure, write, { ifMatch, onProgress, signal });
    } catch (error) {
      if (isRestError(error) && error.statusCode === 412) {
        return readLive(azure, live.scope, fix, signal);
      }
      throw error;
    }
  }
  return undefined;
}
