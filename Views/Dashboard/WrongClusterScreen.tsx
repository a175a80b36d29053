import { fillIn } from "../../Client/Core/fillIn";
import { FullScreen } from "../Kit/Screens/FullScreen";
import { Dashboard } from "./Dashboard.resjson";

const words = {
  notAnArmId: { title: Dashboard.notAnArmIdTitle, text: Dashboard.notAnArmIdText },
  notACluster: { title: Dashboard.notAClusterTitle, text: Dashboard.notAClusterText },
} as const;

/** The page was opened for something that is not an AKS cluster, by a wrong link for example. */
export function WrongClusterScreen(props: { readonly id: string; readonly reason: keyof typeof words }) {
  const { id, reason } = props;
  return (
    <main>
      <FullScreen tone="broken" title={words[reason].title}>
        <p>{fillIn(words[reason].text, id || '""')}</p>
      </FullScreen>
    </main>
  );
}
