import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context';
import { useRowForm } from './row-form';

/** Offers the institution that was filled in last, where the cell is empty. */
export function InstitutionNote(): ReactElement | null {
  const { words } = usePane();
  const { sheet, institution, text, fill } = useRowForm();
  if (institution === null || sheet.protected || text('institution') !== '') return null;
  return (
    <Button size="small" onClick={() => void fill('institution', institution, '')}>
      {words('pane.same-institution', { institution })}
    </Button>
  );
}
