import { useCallback, useSyncExternalStore } from 'react';
import type { Session } from './session/session';
import type { SessionState } from './session/state';

/** The session's state, and a new rendering after each change of it. */
export function useSessionState(session: Session): SessionState {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  const snapshot = useCallback(() => session.state, [session]);
  return useSyncExternalStore(subscribe, snapshot);
}
