import { MessageBar, MessageBarType, Stack } from "@fluentui/react";
import type { ClusterCondition } from "../../../Client/Core/clusterCondition";
import { format } from "../../../Client/Core/format";
import { imageState, isUpToDate, type NodePool, type NodePools } from "../../../Client/NodePools/nodePool";
import { FactList } from "../../Kit/Controls/FactList";
import { TermButton } from "../../Kit/Terms/TermButton";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { Section } from "../../Kit/Controls/Section";
import { NodePoolTexts as Text } from "./NodePools.resjson";
import { imageLabels, impactFacts, impactWarnings, poolFacts, versionFacts } from "./nodePoolLabels";
import { UpgradeObstacle } from "./UpgradeButton";
import { UpgradeReport } from "./UpgradeReport";
import { poolNamed, useNodePools } from "./useNodePools";

/** The image and versions of the node pool of that name, what an upgrade would do to it, and how one goes. */
export function NodePoolSection({ name }: { readonly name: string }) {
  const pools = useNodePools();
  return (
    <Section title={Text.section}>
      <LoadedPart load={pools} loadingText={Text.loading} failedText={Text.failed}>
        {(loaded) => <PoolNamed name={name} pools={loaded} />}
      </LoadedPart>
    </Section>
  );
}

function PoolNamed({ name, pools }: { readonly name: string; readonly pools: NodePools }) {
  const pool = poolNamed(pools, name);
  const reasons = pools.gaps.map(({ message }) => message).join(" ");
  if (!pool) {
    return <p>{reasons === "" ? format(Text.gone, name) : format(Text.unreadable, name, reasons)}</p>;
  }
  return <Pool pool={pool} pools={pools} />;
}

function Pool({ pool, pools }: { readonly pool: NodePool; readonly pools: NodePools }) {
  const { controlPlane, condition } = pools;
  const state = imageState(pool);
  return (
    <Stack tokens={{ childrenGap: 12 }}>
      <span>
        <strong>{imageLabels[state]}</strong> <TermButton term="nodeImage" />
      </span>
      <FactList facts={[...poolFacts(pool), ...versionFacts(pool, controlPlane)]} />
      {pool.latestFailure && <Warning text={format(Text.latestFailed, pool.latestFailure.message)} />}
      {controlPlane.failure && (
        <Warning text={format(Text.controlPlaneFailed, controlPlane.failure.message)} />
      )}
      {!isUpToDate(state) && <Impact pool={pool} cluster={condition} />}
      <UpgradeReport pool={pool} />
      <UpgradeObstacle pool={pool} cluster={condition} />
    </Stack>
  );
}

function Warning({ text }: { readonly text: string }) {
  return (
    <MessageBar messageBarType={MessageBarType.warning} isMultiline>
      {text}
    </MessageBar>
  );
}

function Impact({ pool, cluster }: { readonly pool: NodePool; readonly cluster: ClusterCondition }) {
  return (
    <Stack tokens={{ childrenGap: 8 }} role="group" aria-label={Text.impact}>
      <strong>{Text.impact}</strong>
      <FactList facts={impactFacts(pool)} />
      {impactWarnings(pool, cluster).map((text) => (
        <span key={text}>{text}</span>
      ))}
    </Stack>
  );
}
