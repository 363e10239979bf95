import { Button, makeStyles, useRestoreFocusTarget, type ButtonProps } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Action } from '../actions';
import { usePane } from '../pane-context';
import { shortcutText } from '../shortcuts';

const useStyles = makeStyles({
  label: { overflow: 'hidden', textOverflow: 'ellipsis' },
});

/** A button for an action: its words, its key, and whether it can be done now. */
export function ActionButton({
  action,
  icon,
  iconOnly = false,
  primary = false,
  className,
}: {
  readonly action: Action;
  readonly icon?: ButtonProps['icon'];
  /** True where the icon says it all to the eye; the label is still there for a screen reader and as a tooltip. */
  readonly iconOnly?: boolean;
  readonly primary?: boolean;
  readonly className?: string;
}): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  // A dialog that the button opens gives the focus back to it.
  const restoreFocus = useRestoreFocusTarget();
  const label = action.label(pane);
  const keys = action.shortcut === undefined ? undefined : shortcutText(action.shortcut);
  return (
    <Button
      {...restoreFocus}
      id={`kpy-${action.name}`}
      className={className}
      size="small"
      appearance={primary ? 'primary' : iconOnly ? 'subtle' : 'secondary'}
      // A button that is disabled outright would throw the focus away.
      disabledFocusable={!action.enabled(pane)}
      icon={icon ?? null}
      aria-label={iconOnly ? label : undefined}
      aria-keyshortcuts={keys}
      title={keys === undefined ? label : `${label} (${keys})`}
      onClick={() => void action.run(pane)}
    >
      {iconOnly ? null : <span className={styles.label}>{label}</span>}
    </Button>
  );
}
