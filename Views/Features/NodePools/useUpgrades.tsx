import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import { isCancelled } from "../../../Client/Core/cancelled";
import { failureOf } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import type { NodePool } from "../../../Client/NodePools/nodePool";
import type { OperationProgress } from "../../../Client/Core/operationProgress";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { NodePoolTexts as Text } from "./NodePools.resjson";
import { upgradeEnd, upgradeText, type UpgradeState } from "./upgradeState";
import { nodePoolsKey } from "./useNodePools";

/** The upgrades that were started in this dashboard, by id of the pool. */
interface Upgrades {
  readonly states: ReadonlyMap<string, UpgradeState>;
  start(pool: NodePool): void;
}

const context = createContext<Upgrades | undefined>(undefined);

/** Runs upgrades, even after the details that started them are closed. Once the dashboard closes, they aren't watched anymore. */
export function UpgradesProvider({ children }: { readonly children: ReactNode }) {
  return <context.Provider value={useUpgradeRuns()}>{children}</context.Provider>;
}

function useUpgradeRuns(): Upgrades {
  const { host, services } = useDashboard();
  const queries = useQueryClient();
  const [states, setStates] = useState<ReadonlyMap<string, UpgradeState>>(new Map());
  const closed = useRef(new AbortController());
  useEffect(() => {
    const { current } = closed;
    return () => current.abort();
  }, []);

  const run = async (pool: NodePool) => {
    const { signal } = closed.current;
    const title = format(Text.title, pool.name);
    const set = (state: UpgradeState) =>
      setStates((before) => new Map(before).set(pool.id.toLowerCase(), state));
    let lastStatus: string | undefined;
    set({ status: "running", progress: undefined });
    const notice = host.notifyPending({ title, description: Text.starting });
    const onProgress = (progress: OperationProgress) => {
      lastStatus = progress.status;
      const state: UpgradeState = { status: "running", progress };
      notice.update({ title, description: upgradeText(state) });
      set(state);
    };
    try {
      await services.nodePools.upgradeImage(pool, { onProgress, signal });
      notice.complete({ title, description: Text.done }, "success");
      set({ status: "done" });
    } catch (error) {
      if (isCancelled(error)) {
        notice.complete({ title, description: Text.unwatched }, "warning");
        return;
      }
      const failure = failureOf(error);
      const end = upgradeEnd(failure, lastStatus);
      const state: UpgradeState = { status: "failed", failure, end };
      const isSure = end === "notStarted" || end === "failed";
      notice.complete({ title, description: upgradeText(state) }, isSure ? "error" : "warning");
      set(state);
    }
    void queries.invalidateQueries({ queryKey: nodePoolsKey });
  };
  return { states, start: (pool) => void run(pool) };
}

export function useUpgrades(): Upgrades {
  const upgrades = useContext(context);
  if (!upgrades) {
    throw new Error("This component must be rendered inside a dashboard.");
  }
  return upgrades;
}
