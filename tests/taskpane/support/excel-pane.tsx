import { act } from 'react';
import { setImmediate } from 'node:timers';
import { TextEncoder } from 'node:util';
import { officialLayout } from '../../../src/sheet/layout';
import type { Fault } from '../../excel-host/src/host';
import { useAdapter, value, type Opened } from '../../hosts/excel/support/adapter';
import type { Given } from '../../support/applicant';
import { TestClock } from '../../support/test-clock';
import { line, showOver, type PanePage } from './shown-pane';

// What the simulated Excel takes from Node, and jsdom does not have.
Object.assign(globalThis, { TextEncoder, setImmediate });

/** The first person's row of the form, as in addresses. */
export const FIRST = 3;

/** The whole pane over a simulated Excel with the official form. */
export interface ExcelPane extends Opened {
  readonly page: PanePage;
  readonly clock: TestClock;
  /** Does something, and waits until Excel and the pane have nothing left to do but to wait for the clock. */
  readonly after: (work: () => unknown) => Promise<void>;
  /** Lets time pass for the pane and for Excel's patience. */
  readonly pass: (milliseconds: number) => Promise<void>;
}

/** Time passes for the pane in so many milliseconds, so that Excel can answer in between. */
const MOMENT = 500;

/** For a test file: gives a function that opens the pane on a form with these people, with a fault on the way if need be. */
export function useExcelPane(): (people: readonly Given[], fault?: Fault) => Promise<ExcelPane> {
  const start = useAdapter();
  return async (people, fault) => {
    const clock = new TestClock();
    const opened = await start({ after: (milliseconds, callback) => clock.after(milliseconds, callback) });
    const { excel, host } = opened;
    await value(host.insertForm(officialLayout(null), people.length));
    excel.paste(
      `A${FIRST}`,
      people.map((given) => line(given).map(({ text }) => text)),
    );
    await excel.settled();
    if (fault !== undefined) excel.fail(fault);
    const page = await showOver(host, {
      clock,
      async opening(started) {
        const state = { isOpen: false };
        void started.then(() => (state.isOpen = true));
        await excel.settled();
        while (!state.isOpen) {
          await clock.pass(MOMENT);
          await excel.settled();
        }
      },
    });
    const quiet = async (): Promise<void> => {
      await excel.settled();
      await clock.pass(0);
      await excel.settled();
    };
    const pass = (milliseconds: number): Promise<void> =>
      act(async () => {
        await quiet();
        for (let left = milliseconds; left > 0; left -= MOMENT) {
          await clock.pass(Math.min(MOMENT, left));
          await quiet();
        }
      });
    const after = (work: () => unknown): Promise<void> =>
      act(async () => {
        await work();
        await quiet();
      });
    await after(() => undefined);
    return { ...opened, page, clock, after, pass };
  };
}
