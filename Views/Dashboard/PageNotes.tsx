import { MessageBar, MessageBarType } from "@fluentui/react";
import type { GridSettingsStore, SettingsTrouble } from "../Kit/Grid/useGridSettings";
import { themeStyles, useStyles } from "../Kit/Controls/useStyles";
import { problemTexts } from "./problemTexts";
import type { DashboardViewState } from "./useDashboardView";
import { ViewLink } from "./ViewLink.resjson";

const troubleTexts: Readonly<Record<SettingsTrouble, string>> = {
  unreadable: ViewLink.settingsUnreadable,
  notKept: ViewLink.settingsNotKept,
};

/** What of the link and of the kept settings could not be followed. The page works all the same. */
export function PageNotes(props: {
  readonly state: Pick<DashboardViewState, "problems" | "forgetProblems">;
  readonly grids: Pick<GridSettingsStore, "trouble" | "forgetTrouble">;
}) {
  const { problems, forgetProblems } = props.state;
  const { trouble, forgetTrouble } = props.grids;
  const classes = useStyles(noteStyles);
  const texts = problemTexts(problems);
  if (texts.length === 0 && !trouble) {
    return null;
  }
  return (
    <div className={classes.notes}>
      {texts.length > 0 && (
        <MessageBar
          messageBarType={MessageBarType.warning}
          isMultiline
          onDismiss={forgetProblems}
          dismissButtonAriaLabel={ViewLink.dismiss}
        >
          {texts.length === 1 ? (
            texts[0]
          ) : (
            <ul className={classes.list}>
              {texts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </MessageBar>
      )}
      {trouble && (
        <MessageBar onDismiss={forgetTrouble} dismissButtonAriaLabel={ViewLink.dismiss} isMultiline>
          {troubleTexts[trouble]}
        </MessageBar>
      )}
    </div>
  );
}

const noteStyles = themeStyles(() => ({
  notes: { display: "flex", flexDirection: "column", gap: 8, padding: "8px 20px 0", flexShrink: 0 },
  list: { margin: 0, paddingLeft: 16 },
}));
