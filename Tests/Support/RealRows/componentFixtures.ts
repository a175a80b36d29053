import { addOnContainer, aksContainer, aksUpgrade } from "./aksContainers";
import type { ComponentFixture } from "./componentFixture";
import { individualNodePool, nodePool } from "./nodePools";
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
  aksUpgrade,
  runningContainer,
  orphanedParent,
  individualContainer,
  ambiguousContainer,
  unreadableContainer,
  nodePool,
  individualNodePool,
];
