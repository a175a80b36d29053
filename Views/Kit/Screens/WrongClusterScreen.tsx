import { format } from "../../../Client/Core/format";
import { FullScreen } from "./FullScreen";
import { Findings } from "./Findings.resjson";

const words = {
  notAnArmId: { title: Findings.notAnArmIdTitle, text: Findings.notAnArmIdText },
  notACluster: { title: Findings.notAClusterTitle, text: Findings.notAClusterText },
} as const;

/** The page was opened for something that is not an AKS cluster, by a wrong link for example. */
export function WrongClusterScreen(props: { readonly id: string; readonly reason: keyof typeof words }) {
  const { id, reason } = props;
  return (
    <main>
      <FullScreen tone="broken" title={words[reason].title}>
        <p>{format(words[reason].text, id || '""')}</p>
      </FullScreen>
    </main>
  );
}
