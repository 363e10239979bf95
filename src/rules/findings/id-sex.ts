import { found, suggestion, type RowRule } from './row-rule';

/** 性别 agrees with the 17th digit of a number that is otherwise valid (GB 11643-1999). */
export const idSex: RowRule = {
  name: 'id.sex',
  severity: 'error',
  check(_, facts, report) {
    const { sex } = facts.identity;
    const stated = facts.sex.value;
    if (sex === null || !facts.sex.known || stated === sex) return;
    report(found(idSex, 'sex', { stated, sex }, { fix: suggestion(sex) }));
  },
};
