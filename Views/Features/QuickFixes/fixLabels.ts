import type { QuickFixName } from "../../../Client/QuickFixes/quickFixKeys";
import type { FixResource } from "../../../Client/QuickFixes/quickFix";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

interface FixLabels {
  readonly title: string;
  readonly about: string;
  readonly verify: string;
}

export const fixLabels: Readonly<Record<QuickFixName, FixLabels>> = {
  policyAddOn: {
    title: Text.titlePolicyAddOn,
    about: Text.aboutPolicyAddOn,
    verify: Text.verifyPolicyAddOn,
  },
  defenderProfile: {
    title: Text.titleDefenderProfile,
    about: Text.aboutDefenderProfile,
    verify: Text.verifyDefenderProfile,
  },
  authorizedIpRanges: { title: Text.titleIpRanges, about: Text.aboutIpRanges, verify: Text.verifyIpRanges },
  diagnosticLogs: { title: Text.titleLogs, about: Text.aboutLogs, verify: Text.verifyLogs },
};

export const resourceLabels: Readonly<Record<FixResource, string>> = {
  cluster: Text.resourceCluster,
  diagnosticSetting: Text.resourceSetting,
  workspace: Text.resourceWorkspace,
  resourceGroup: Text.resourceGroup,
};
