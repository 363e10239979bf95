import { type ExcelOptions, type SimulatedExcel, createExcel } from './excel';

/** For a test file: gives a function that makes a simulated Excel, and lets each test fail that used what is not modelled.
 * `const open = useExcel();` … `const { host, loadOffice } = open({ profile: 2021 });` */
export function useExcel(): (options?: ExcelOptions) => SimulatedExcel {
  let opened: SimulatedExcel[] = [];
  afterEach(() => {
    const unmodelled = opened.flatMap(({ host }) => host.unmodelled);
    opened = [];
    expect(unmodelled).toEqual([]);
  });
  return (options) => {
    const excel = createExcel(options);
    opened.push(excel);
    return excel;
  };
}
