/** A key, alone or held with others, that runs an action. */
export interface Shortcut {
  /** As KeyboardEvent.key gives it. */
  readonly key: string;
  readonly shift?: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  readonly ctrl?: boolean;
  /** True where a text field keeps the key for itself, as Ctrl+Z. */
  readonly notInText?: boolean;
  /** True where the key works on the whole page, also beside the pane. */
  readonly anywhere?: boolean;
}

export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export function isPressed(shortcut: Shortcut, pressed: PressedKey, inText: boolean): boolean {
  return (
    pressed.key.toLowerCase() === shortcut.key.toLowerCase() &&
    pressed.shiftKey === (shortcut.shift ?? false) &&
    (pressed.ctrlKey || pressed.metaKey) === (shortcut.ctrl ?? false) &&
    !pressed.altKey &&
    !(inText && shortcut.notInText === true)
  );
}

/** As aria-keyshortcuts and a tooltip write it: Shift+F8. */
export const shortcutText = ({ key, shift = false, ctrl = false }: Shortcut): string =>
  [
    ...(ctrl ? ['Control'] : []),
    ...(shift ? ['Shift'] : []),
    key.length === 1 ? key.toUpperCase() : key,
  ].join('+');
