import { DatePicker } from "@fluentui/react";
import { dayPicked, dayToPick } from "../../../Client/Core/day";
import { formatDay } from "./formatDate";

/** Chooses a day in UTC, as due dates are: the picked day is the same in every time zone. */
export function DayPicker(props: {
  readonly label: string;
  readonly day: Date | undefined;
  readonly onChange: (day: Date | undefined) => void;
}) {
  const { label, day, onChange } = props;
  return (
    <DatePicker
      label={label}
      ariaLabel={label}
      {...(day ? { value: dayToPick(day) } : {})}
      formatDate={(local) => (local ? formatDay(dayPicked(local)) : "")}
      onSelectDate={(local) => onChange(local ? dayPicked(local) : undefined)}
    />
  );
}
