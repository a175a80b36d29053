import { Breadcrumb, ThemeProvider } from "@fluentui/react";
import { useReducer } from "react";
import { optionalSetting, pageSetting } from "../Frame/handshake";
import { themes } from "../../Theme/themes";
import { Blade } from "./Blade";
import { ContextPane } from "./ContextPane";
import { Header } from "./Header";
import { Notifications } from "./Notifications";
import { ProblemPage } from "./ProblemPage";
import { ReferencePage } from "./ReferencePage";
import { ResourcePage } from "./ResourcePage";
import { resourceHash, type Route } from "./route";
import { Shell } from "./Shell.resjson";
import { usePageStyles } from "../../../Views/Kit/Controls/usePageStyles";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";
import { changeShell, quietShell } from "./shellState";
import { usePlace } from "./usePlace";
import { useThemeChoice } from "./useThemeChoice";
import { VerifyLinkPage } from "./VerifyLinkPage";
import { ViewPage } from "./ViewPage";

/** The whole local portal, in the chosen theme. */
export function Portal() {
  const [theme, setTheme] = useThemeChoice();
  return (
    <ThemeProvider theme={themes[theme]} applyTo="body">
      <Page theme={theme} onTheme={setTheme} />
    </ThemeProvider>
  );
}

type PageProps = Parameters<typeof Header>[0];

function Page({ theme, onTheme }: PageProps) {
  const classes = useStyles(portalStyles);
  usePageStyles();
  const [state, dispatch] = useReducer(changeShell, quietShell);
  const clusterId = pageSetting("cluster-id");
  const [{ route = overviewOf(clusterId), visit }, changeAddress] = usePlace();
  const problem = optionalSetting("problem");
  const home = resourceHash(clusterId, "overview");
  const goHome = () => {
    window.location.hash = home;
  };
  return (
    <div className={classes.portal}>
      <Header theme={theme} onTheme={onTheme} />
      <Breadcrumb
        className={classes.breadcrumb}
        ariaLabel={Shell.breadcrumb}
        items={[
          { key: "home", text: Shell.breadcrumbHome, href: home },
          { key: "clusters", text: Shell.breadcrumbClusters, href: home },
          {
            key: "cluster",
            text: clusterId.slice(clusterId.lastIndexOf("/") + 1),
            href: home,
            isCurrentItem: true,
          },
        ]}
      />
      <div className={classes.body}>
        {problem !== undefined ? (
          <ProblemPage text={problem} />
        ) : state.childBlade ? (
          <Blade
            title={state.childBlade.bladeName}
            subtitle={state.childBlade.extensionName}
            onClose={() => dispatch({ type: "closeBlade" })}
          >
            <ReferencePage reference={state.childBlade} onClose={() => dispatch({ type: "closeBlade" })} />
          </Blade>
        ) : route.kind === "verifyLink" ? (
          <VerifyLinkPage href={route.href} onStay={goHome} />
        ) : route.kind === "resource" ? (
          <ResourcePage
            {...route}
            visit={visit}
            changeAddress={changeAddress}
            theme={theme}
            dispatch={dispatch}
          />
        ) : (
          <ViewPage
            route={route}
            visit={visit}
            changeAddress={changeAddress}
            theme={theme}
            dispatch={dispatch}
            onClose={goHome}
          />
        )}
      </div>
      {state.contextPane && (
        <ContextPane key={state.contextPane.id} pane={state.contextPane} theme={theme} dispatch={dispatch} />
      )}
      <Notifications notifications={state.notifications} dispatch={dispatch} />
    </div>
  );
}

function overviewOf(resourceId: string): Route {
  return { kind: "resource", resourceId, item: "overview", view: "" };
}

const portalStyles = themeStyles((theme) => ({
  portal: {
    ...theme.fonts.medium,
    height: "100%",
    display: "flex",
    flexDirection: "column",
    color: theme.semanticColors.bodyText,
    backgroundColor: theme.semanticColors.bodyBackground,
  },
  breadcrumb: {
    margin: "4px 12px 0",
    selectors: {
      ".ms-Breadcrumb-itemLink, .ms-Breadcrumb-item": { fontSize: 12, lineHeight: 24, padding: "0 4px" },
    },
  },
  body: { flex: 1, minHeight: 0, display: "flex", flexDirection: "column" },
}));
