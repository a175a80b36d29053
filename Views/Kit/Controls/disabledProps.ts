/** Of a control that cannot be used, with the reason for those who point at it and those who hear it. */
export function disabledProps(because: string | undefined) {
  return because === undefined
    ? { disabled: false }
    : { disabled: true, title: because, ariaDescription: because };
}
