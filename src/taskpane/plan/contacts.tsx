import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { NoticePack } from '../../rules/notice';
import { usePane } from '../pane-context';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

/** 七: whom to ask, and where the papers go. As printed: the telephone numbers have no area code there. */
export function Contacts({ notice }: { readonly notice: NoticePack }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { contacts, email, address } = notice.parameters;
  return (
    <ul className={styles.list}>
      {contacts.map(({ purpose, name, phone }) => (
        <li key={purpose}>{words('pane.contact', { purpose, name, phone })}</li>
      ))}
      <li>{words('pane.contact-email', { email })}</li>
      <li>{words('pane.contact-address', { address })}</li>
    </ul>
  );
}
