import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { messageText } from '../../rules/messages/message';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  // Below everything else, so that what is said moves nothing that is being read.
  place: { flexShrink: 0, padding: tokens.spacingHorizontalXS, ':empty': { padding: 0 } },
});

/** What the last job came to, and what stands in the way. The region is always there: a screen reader hears only what changes within one. */
export function NoticeBar(): ReactElement {
  const styles = useStyles();
  const { session, state, locale, words } = usePane();
  const { notice, sheet, stage, unread } = state;
  const said =
    notice === null
      ? null
      : { text: messageText(locale, notice.code, notice.params), problem: notice.tone === 'problem' };
  return (
    <div className={styles.place} aria-live="polite">
      {sheet?.protected === true ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words('pane.protected')}</MessageBarBody>
        </MessageBar>
      ) : null}
      {unread === null ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {words(stage === 'opening' ? 'pane.unread-workbook' : 'pane.unread', {
              reason: words(`host.${unread.problem}`, { detail: unread.detail ?? '' }),
            })}
          </MessageBarBody>
        </MessageBar>
      )}
      {said === null ? null : (
        <MessageBar intent={said.problem ? 'error' : 'success'} layout="multiline">
          <MessageBarBody>{said.text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                size="small"
                aria-label={words('pane.dismiss')}
                icon={<DismissRegular />}
                onClick={() => {
                  session.say(null);
                }}
              />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}
