import type {
  RuleProblem,
  SuppressionField,
  SuppressionReason,
  SuppressionRule,
} from "../../../Client/Suppression/suppressionRule";
import { Suppression } from "./Suppression.resjson";

export const reasonLabels: Readonly<Record<SuppressionReason, string>> = {
  FalsePositive: Suppression.reasonFalsePositive,
  SpecificEntityFalsePositive: Suppression.reasonSpecificEntityFalsePositive,
  Noise: Suppression.reasonNoise,
  NotRelevant: Suppression.reasonNotRelevant,
  AlertSeverityTooHigh: Suppression.reasonAlertSeverityTooHigh,
  Unclear: Suppression.reasonUnclear,
  Other: Suppression.reasonOther,
};

export const fieldLabels: Readonly<Record<SuppressionField, string>> = {
  "entities.azureresource.resourceid": Suppression.fieldResource,
  "entities.process.commandline": Suppression.fieldCommandLine,
  "entities.file.name": Suppression.fieldFileName,
  "entities.file.directory": Suppression.fieldFileFolder,
  "entities.filehash.value": Suppression.fieldFileHash,
  "entities.ip.address": Suppression.fieldIp,
  "entities.account.name": Suppression.fieldAccountName,
  "entities.account.aaduserid": Suppression.fieldAccountId,
  "entities.account.upnsuffix": Suppression.fieldAccountSuffix,
  "entities.host.hostname": Suppression.fieldHostName,
  "entities.host.azureid": Suppression.fieldHostId,
  "entities.host.dnsdomain": Suppression.fieldHostDomain,
  "entities.host.omsagentid": Suppression.fieldHostAgent,
  "entities.malware.name": Suppression.fieldMalwareName,
  "entities.malware.category": Suppression.fieldMalwareCategory,
};

export const problemLabels: Readonly<Record<RuleProblem, string>> = {
  nameLength: Suppression.problemNameLength,
  nameAlphabet: Suppression.problemNameAlphabet,
  nameTaken: Suppression.problemNameTaken,
  expiryMissing: Suppression.problemExpiryMissing,
  expiryPast: Suppression.problemExpiryPast,
  conditionEmpty: Suppression.problemConditionEmpty,
};

export const stateLabels: Readonly<Record<SuppressionRule["state"], string>> = {
  Enabled: Suppression.stateEnabled,
  Disabled: Suppression.stateDisabled,
  Expired: Suppression.stateExpired,
};
