/** @jest-environment jsdom */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { LiveRegion } from '../../src/workbench/live-region';

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});

test.each([
  [false, 'status'],
  [true, 'alert'],
] as const)(
  'urgent %s: the place is there before its first text, and stays the same one',
  async (urgent, role) => {
    const place = document.createElement('div');
    document.body.append(place);
    const root = createRoot(place);
    act(() => {
      root.render(<LiveRegion urgent={urgent}>正在打开</LiveRegion>);
    });
    const region = place.querySelector(`[role="${role}"]`);
    expect(region?.textContent).toBe('');
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    expect(region?.textContent).toBe('正在打开');
    act(() => {
      root.render(<LiveRegion urgent={urgent}>{null}</LiveRegion>);
    });
    expect(place.querySelector(`[role="${role}"]`)).toBe(region);
    expect(region?.textContent).toBe('');
    act(() => {
      root.unmount();
    });
  },
);
