import { getRTL, IconButton } from "@fluentui/react";
import type { Dispatch } from "react";
import type { PortalTheme } from "../../PortalSdk/portalHost";
import { aksMenu, type MenuItem } from "./aksMenu";
import { Blade } from "./Blade";
import { format } from "../../../Client/Core/format";
import { ResourceMenu } from "./ResourceMenu";
import { resourceHash } from "./route";
import { Shell } from "./Shell.resjson";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";
import type { ShellChange } from "./shellState";
import { menuOnTop, useMenuOpen } from "./useMenuOpen";
import type { ChangeAddress } from "./usePlace";
import { ViewFrame } from "./ViewFrame";

/** A resource: its menu, and beside it the page of the selected item. */
export function ResourcePage(props: {
  readonly resourceId: string;
  readonly item: string;
  /** How the item's view is looked at; empty: as usual. */
  readonly view: string;
  readonly visit: string;
  readonly changeAddress: ChangeAddress;
  readonly theme: PortalTheme;
  readonly dispatch: Dispatch<ShellChange>;
}) {
  const { resourceId, item, view, visit, changeAddress, theme, dispatch } = props;
  const classes = useStyles(pageStyles);
  const [isMenuOpen, setMenuOpen] = useMenuOpen();
  const name = resourceId.slice(resourceId.lastIndexOf("/") + 1);
  const groups = aksMenu(resourceId);
  const selected = groups.flatMap(({ items }) => items).find(({ id }) => id === item);
  const go = (to: string) => {
    window.location.hash = resourceHash(resourceId, to);
  };
  return (
    <div className={classes.page}>
      <IconButton
        className={classes.toggle}
        iconProps={{ iconName: isMenuOpen === getRTL() ? "DoubleChevronRight" : "DoubleChevronLeft" }}
        ariaLabel={isMenuOpen ? Shell.closeMenu : Shell.openMenu}
        aria-expanded={isMenuOpen}
        onClick={() => setMenuOpen(!isMenuOpen)}
      />
      {isMenuOpen && (
        <ResourceMenu
          resourceName={name}
          groups={groups}
          selected={item}
          hrefOf={({ id }: MenuItem) => resourceHash(resourceId, id)}
        />
      )}
      <div className={classes.content}>
        <Blade
          title={format(Shell.bladeTitle, name, selected?.label ?? item)}
          subtitle={Shell.clusterType}
          onClose={item === "overview" ? undefined : () => go("overview")}
        >
          {selected?.view ? (
            <ViewFrame
              place="page"
              key={visit}
              view={selected.view.name}
              title={selected.label}
              parameters={view === "" ? selected.view.parameters : { ...selected.view.parameters, view }}
              theme={theme}
              dispatch={dispatch}
              // In a menu the title is the menu's business.
              onTitle={() => undefined}
              onClose={() => go("overview")}
              onShowView={(text, how) => changeAddress(resourceHash(resourceId, item, text), how)}
            />
          ) : (
            <NeighborPage />
          )}
        </Blade>
      </div>
    </div>
  );
}

const pageStyles = themeStyles(() => ({
  page: {
    flex: 1,
    minHeight: 0,
    display: "flex",
    selectors: { [menuOnTop]: { flexDirection: "column", overflowY: "auto" } },
  },
  toggle: { flexShrink: 0, margin: 4 },
  content: {
    flex: 1,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    selectors: { [menuOnTop]: { minHeight: 480 } },
  },
}));

/** The page of a menu item that belongs to another extension. */
function NeighborPage() {
  const classes = useStyles(neighborStyles);
  return <p className={classes.text}>{Shell.neighborText}</p>;
}

const neighborStyles = themeStyles(() => ({ text: { maxWidth: 640, padding: "8px 20px", lineHeight: 20 } }));
