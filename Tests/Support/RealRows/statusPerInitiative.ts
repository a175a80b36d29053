/**
 * `properties.statusPerInitiative` of assessments (real-data.md §7): how a recommendation stands in one standard goes before
 * `status.code`. Each with what `Contoso-benchmark-v1.0` makes of an assessment whose own status is `code`.
 */
export const statusesPerInitiative = [
  {
    about: "its own initiative, named with spaces",
    code: "Unhealthy",
    listed: [
      {
        policyInitiativeName: "Contoso benchmark v1.0",
        assessmentStatus: { code: "NotApplicable", cause: "OffByPolicy" },
      },
    ],
    failing: false,
  },
  {
    about: "its own initiative, which fails what passes elsewhere",
    code: "Healthy",
    listed: [{ policyInitiativeName: "contoso-benchmark-V1.0", assessmentStatus: { code: "Unhealthy" } }],
    failing: true,
  },
  {
    about: "another initiative only",
    code: "Unhealthy",
    listed: [{ policyInitiativeName: "Fabrikam benchmark", assessmentStatus: { code: "Healthy" } }],
    failing: true,
  },
  {
    about: "its own initiative twice, of which one fails",
    code: "Healthy",
    listed: [
      { policyInitiativeName: "Contoso benchmark v1.0", assessmentStatus: { code: "Healthy" } },
      { policyInitiativeName: "Contoso benchmark v1.0", assessmentStatus: { code: "Unhealthy" } },
    ],
    failing: true,
  },
  {
    about: "its own initiative without a status",
    code: "Unhealthy",
    listed: [{ policyInitiativeName: "Contoso benchmark v1.0" }],
    failing: true,
  },
  {
    about: "a status of an initiative without a name",
    code: "Unhealthy",
    listed: [{ assessmentStatus: { code: "Healthy" } }],
    failing: true,
  },
  { about: "nothing", code: "Unhealthy", listed: [], failing: true },
  { about: "no list", code: "Healthy", listed: undefined, failing: false },
] as const;
