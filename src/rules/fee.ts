import type { LevelKey, NoticePack } from './notice';

/** 五: yuan for a number of applications at one level; a fee is due for each person and occupation. */
export function fee(notice: NoticePack, level: LevelKey, count = 1): number {
  return (notice.parameters.levels.find(({ key }) => key === level)?.fee ?? 0) * count;
}
