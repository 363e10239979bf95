/** The events the simulator raises, by the names of `GenericEventHandlers` in excel-win32-16.01.debug.js, with their
 * `eventType` there (EventType of worksheets). */
export const MODELLED_EVENTS: Readonly<Record<string, number>> = {
  Changed: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  RowSorted: 19,
  RowHiddenChanged: 22,
  ProtectionChanged: 24,
  NameChanged: 25,
  VisibilityChanged: 26,
  Moved: 27,
};
/** `OfficeExtension.Constants.eventMessageCategory`. */
export const EVENT_CATEGORY = 65_536;
