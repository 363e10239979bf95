import type { ComponentType } from 'react';
import type { Locale, MessageCode } from '../rules/messages/message';
import { FillTab } from './fill/fill-tab';
import type { Session } from './session/session';
import type { SessionState } from './session/state';
import { lazily } from './shell/lazily';

export interface TabProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly locale: Locale;
}

export interface PaneTab {
  readonly name: string;
  readonly label: MessageCode;
  readonly Content: ComponentType<TabProps>;
}

/** The tabs in their order. All but the first load when they are opened: the pane is there sooner. */
export const TABS: readonly PaneTab[] = [
  { name: 'fill', label: 'pane.tab-fill', Content: FillTab },
  { name: 'check', label: 'pane.tab-check', Content: lazily(() => import('./check/check-tab')) },
  { name: 'plan', label: 'pane.tab-plan', Content: lazily(() => import('./plan/plan-tab')) },
  { name: 'export', label: 'pane.tab-export', Content: lazily(() => import('./export/export-tab')) },
  { name: 'notice', label: 'pane.tab-notice', Content: lazily(() => import('./notice/notice-tab')) },
];
