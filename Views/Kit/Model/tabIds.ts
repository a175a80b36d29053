/** Ids of tabs that others lead to. They are part of links to a view and must not change. */
export const tabIds = {
  alerts: "alerts",
  compliance: "compliance",
  misconfigurations: "misconfigurations",
  vulnerabilities: "vulnerabilities",
} as const;
