import type { KeyboardEvent } from 'react';
import { isComposing } from '../../hosts/composing';

/** Whether a key enters what a field holds: Enter by itself. With Ctrl, or ⌘ on a Mac, it is the pane's shortcut. */
export const isEnter = ({ key, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean =>
  key === 'Enter' && !ctrlKey && !metaKey && !isComposing(nativeEvent);
