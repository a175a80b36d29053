import { formOnUse } from "../Screens/formOnUse";

/** The form for a report. */
export const ReportOnUse = formOnUse(
  "report",
  async () => (await import(/* webpackChunkName: "Actions" */ "./ReportPanel")).ReportPanel,
);
