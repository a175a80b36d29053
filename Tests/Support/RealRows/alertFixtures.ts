import { callerAlerts } from "./alertCallers";
import { controllerAlerts } from "./alertControllers";
import { entityTypeAlerts } from "./alertEntityTypes";
import type { AlertFixture } from "./alertFixture";
import { nodeAlerts } from "./alertNodes";
import { textAlerts } from "./alertTexts";

/** Every shape of an alert that the product must read, one example each. */
export const alertFixtures: readonly AlertFixture[] = [
  ...controllerAlerts,
  ...nodeAlerts,
  ...callerAlerts,
  ...entityTypeAlerts,
  ...textAlerts,
];
