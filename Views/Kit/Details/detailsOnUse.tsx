import { useQueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { loadCode } from "../../../Client/Core/loadCode";
import type { Finding } from "../Model/findingsTab";
import { Findings } from "../Screens/Findings.resjson";
import { useLoadable } from "../Session/useLoadable";
import { LoadedDetails } from "./LoadedDetails";

type Details<T> = ComponentType<{ readonly item: T }>;

/** Details whose code is loaded when the first finding of a kind is opened. Where that fails, they say so, and it can be tried again. */
export function detailsOnUse<T extends Finding>(kind: string, load: () => Promise<Details<T>>): Details<T> {
  const queryKey = ["code", kind];
  return function DetailsOnUse({ item }) {
    // Refresh reads everything again that may have changed: code that is here doesn't.
    const enabled = useQueryClient().getQueryData(queryKey) === undefined;
    const code = useLoadable({ queryKey, queryFn: () => loadCode(load), enabled });
    return (
      <LoadedDetails
        details={code}
        loadingText={Findings.loadingDetails}
        failedText={Findings.detailsNotLoaded}
      >
        {(LoadedView) => <LoadedView item={item} />}
      </LoadedDetails>
    );
  };
}
