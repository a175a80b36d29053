import { format } from "../../../Client/Core/format";
import { FullScreen } from "./FullScreen";
import { WrongCluster } from "./WrongCluster.resjson";

const words = {
  notAnArmId: { title: WrongCluster.notAnArmIdTitle, text: WrongCluster.notAnArmIdText },
  notACluster: { title: WrongCluster.notAClusterTitle, text: WrongCluster.notAClusterText },
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
