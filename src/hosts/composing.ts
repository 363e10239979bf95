/** What is asked of a key that was pressed. */
interface PressedKey {
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** The code of every key that an input method takes for itself. */
const TAKEN = 229;

/**
 * Whether a key is the input method's: Enter takes what was typed of pinyin over, an arrow goes to another word. Safari,
 * and Excel for Mac with it, ends the composing before it tells of the Enter that ended it, whose code alone shows it then.
 */
export const isComposing = (pressed: PressedKey): boolean => pressed.isComposing || pressed.keyCode === TAKEN;
