import { Icon, SearchBox } from "@fluentui/react";
import { useState } from "react";
import type { MenuGroup, MenuItem } from "./aksMenu";
import { format } from "../../../Client/Core/format";
import { Shell } from "./Shell.resjson";
import { menuOnTop } from "./useMenuOpen";
import { dividerColor, themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";

/** The menu of a resource: groups of links, narrowed by a search box. */
export function ResourceMenu(props: {
  readonly resourceName: string;
  readonly groups: readonly MenuGroup[];
  readonly selected: string;
  readonly hrefOf: (item: MenuItem) => string;
}) {
  const { resourceName, groups, selected, hrefOf } = props;
  const classes = useStyles(menuStyles);
  const [search, setSearch] = useState("");
  const found = groups
    .map((group) => ({ ...group, items: group.items.filter((item) => matches(item, search)) }))
    .filter(({ items }) => items.length > 0);
  return (
    <nav className={classes.menu} aria-label={format(Shell.menu, resourceName)}>
      <SearchBox
        className={classes.search}
        placeholder={Shell.menuSearch}
        ariaLabel={Shell.menuSearch}
        value={search}
        onChange={(_, text = "") => setSearch(text)}
      />
      {found.length === 0 && <p className={classes.nothing}>{Shell.menuNothing}</p>}
      {found.map(({ id, label, items }) => (
        <section key={id} aria-label={label || resourceName}>
          {label && <h2 className={classes.group}>{label}</h2>}
          <ul className={classes.list}>
            {items.map((item) => (
              <li key={item.id}>
                <a
                  href={hrefOf(item)}
                  className={classes.item}
                  aria-current={item.id === selected ? "page" : undefined}
                >
                  <Icon iconName={item.icon} className={classes.icon} aria-hidden />
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function matches({ label, keywords }: MenuItem, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return [label, ...keywords].some((text) => text.toLowerCase().includes(wanted));
}

const menuStyles = themeStyles((theme) => ({
  menu: {
    width: 240,
    flexShrink: 0,
    overflowY: "auto",
    boxSizing: "border-box",
    padding: "8px 8px 24px",
    borderRight: `1px solid ${dividerColor(theme)}`,
    selectors: { [menuOnTop]: { width: "100%", borderRight: "none" } },
  },
  search: { marginBottom: 8 },
  nothing: { padding: "8px 12px" },
  group: { ...theme.fonts.medium, fontWeight: 600, margin: "16px 0 4px", padding: "0 12px" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    alignItems: "center",
    gap: 10,
    minHeight: 32,
    padding: "0 12px",
    borderRadius: 2,
    color: theme.semanticColors.bodyText,
    textDecoration: "none",
    selectors: {
      ":hover": {
        backgroundColor: theme.semanticColors.listItemBackgroundHovered,
        textDecoration: "underline",
      },
      ":focus-visible": { outline: `2px solid ${theme.semanticColors.focusBorder}`, outlineOffset: "-2px" },
      "&[aria-current]": {
        fontWeight: 600,
        backgroundColor: theme.semanticColors.listItemBackgroundChecked,
        boxShadow: `inset 3px 0 0 ${theme.semanticColors.link}`,
      },
    },
  },
  icon: { width: 16, color: theme.semanticColors.link },
}));
