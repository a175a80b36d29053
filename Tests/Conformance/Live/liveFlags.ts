import { azureTexts } from "../../../Extension/LocalPortal/AzureMode/azureFlags";

/** Flags of `npm run conformance` without a value. */
export const conformanceSwitches = ["live"] as const;
/** Flags with a text; all but `specs` need `--live`. */
export const conformanceTexts = ["specs", "out", ...azureTexts] as const;
