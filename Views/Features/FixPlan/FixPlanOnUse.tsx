import { formOnUse } from "../../Kit/Screens/formOnUse";

/** The plan of fixes, whose code is loaded when it's first opened. */
export const FixPlanOnUse = formOnUse(
  "fixPlan",
  async () => (await import(/* webpackChunkName: "FixPlan" */ "./FixPlanPanel")).FixPlanPanel,
);
