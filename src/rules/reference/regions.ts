import { remembered } from '../remembered';
import regions from './regions.json';

/** Two digits of the province, then of the prefecture, then all counties of it run together. */
const REGIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = regions;

/** Whether six digits were ever a region of GB/T 2260, 1981 to 2024 (with the codes that Chongqing had before 1997). */
export const regionExists = remembered((code): boolean => {
  const counties = REGIONS[code.slice(0, 2)]?.[code.slice(2, 4)];
  if (counties === undefined || code.length !== 6) return false;
  const county = code.slice(4);
  for (let i = 0; i < counties.length; i += 2) if (counties.startsWith(county, i)) return true;
  return false;
});
