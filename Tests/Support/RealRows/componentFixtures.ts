import {
  addOnByNamespace,
  addOnContainer,
  aksContainer,
  aksUpgrade,
  countedContainer,
} from "./aksContainers";
import type { ComponentFixture } from "./componentFixture";
import { currentNodePool, individualNodePool, machinePool, nodePool } from "./nodePools";
import {
  ambiguousContainer,
  individualContainer,
  orphanedParent,
  runningContainer,
  unreadableContainer,
} from "./runningContainers";

/** Every published form of rows about vulnerable components. */
export const componentFixtures: readonly ComponentFixture[] = [
  aksContainer,
  addOnContainer,
  addOnByNamespace,
  countedContainer,
  aksUpgrade,
  runningContainer,
  orphanedParent,
  individualContainer,
  ambiguousContainer,
  unreadableContainer,
  nodePool,
  individualNodePool,
  currentNodePool,
  machinePool,
];
