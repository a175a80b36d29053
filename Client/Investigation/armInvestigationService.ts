import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { getArm } from "../Azure/Arm/armCalls";
import { listArm } from "../Azure/Arm/armLists";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { required } from "../Azure/Arm/required";
import { armPath } from "../Core/armUrl";
import { isCanceled } from "../Core/failure";
import type { ClusterScope } from "../Core/clusterScope";
import type { InvestigationService } from "./investigationService";
import { bestWorkspace, diagnosticWorkspacesFromWire, profileWorkspacesFromWire } from "./workspaceFromWire";

/** The workspace as the cluster and its diagnostic settings name it, both read from ARM at once. */
export function createArmInvestigationService({ arm }: Azure, cluster: ClusterScope): InvestigationService {
  const readProfile = async (signal?: AbortSignal) => {
    const resource = {
      commandName: "Dashboard/GetClusterWorkspace",
      path: armPath`${cluster.id}`,
      apiVersion: apiVersions.managedClusters,
    };
    const body = await getArm(arm, resource, signal);
    return required(profileWorkspacesFromWire(body), Messages.unreadableCluster, body);
  };
  const readDiagnostics = async (signal?: AbortSignal) => {
    const list = {
      commandName: "Dashboard/ListDiagnosticSettings",
      path: armPath`${cluster.id}/providers/Microsoft.Insights/diagnosticSettings`,
      apiVersion: apiVersions.diagnosticSettings,
    };
    return required(
      diagnosticWorkspacesFromWire(await listArm(arm, list, signal)),
      Messages.unreadableDiagnosticSetting,
    );
  };
  return {
    async workspace(signal) {
      const [profile, diagnostics] = await Promise.allSettled([readProfile(signal), readDiagnostics(signal)]);
      const failures: readonly unknown[] = [profile, diagnostics].flatMap((read) =>
        read.status === "rejected" ? [read.reason as unknown] : [],
      );
      const canceled = failures.find(isCanceled);
      const best = bestWorkspace(valueOf(profile), valueOf(diagnostics));
      if (canceled !== undefined || (best === undefined && failures.length > 0)) {
        throw canceled ?? failures[0];
      }
      return best;
    },
  };
}

/** What a failed reading does not name, the other may. */
function valueOf<T>(read: PromiseSettledResult<readonly T[]>): readonly T[] {
  return read.status === "fulfilled" ? read.value : [];
}
