import { CURRENT_NOTICE as notice } from '../../src/rules/current-notice';
import { CURRENT_PRINT as print, CURRENT_TEXTS as texts } from '../../src/rules/current-print';
import { blocks, table } from './markdown';

const CLASSES: Readonly<Record<(typeof notice.errata)[number]['class'], string>> = {
  A: '编码印错或过期：按现行编码认定，照印件填写的不算错误',
  B: '书写不规范：自动规范',
  C: '名称错字或旧名称：照印件填写的不算错误',
  D: '印的是工种名或旧名，编码正确',
  E: '小类编码，不是细类编码',
  F: '目录内重复',
  G: '不是职业',
};

/** A code that only the text taken from the PDF had broken is no slip of the print. */
const isInPrint = (each: (typeof notice.errata)[number]): boolean =>
  each.class !== 'B' || each.printedCode !== each.currentCode || each.printedName !== each.currentName;

const errataRows = (kind: keyof typeof CLASSES): readonly (readonly string[])[] =>
  notice.errata
    .filter((each) => each.class === kind && isInPrint(each))
    .map(({ list, seqs, printedCode, printedName, currentCode, currentName }) => [
      `附件${String(notice.parameters.annexes[list])}第${seqs.join('、')}项`,
      `${printedName} ${printedCode}`.trim(),
      `${currentName} ${currentCode}`.trim() || '—',
      remarkOf(list, seqs),
    ]);

const remarkOf = (list: string, seqs: readonly number[]): string =>
  print.errataRemarks.find((each) => each.list === list && each.seqs.join() === seqs.join())?.remark ?? '';

const questionOf = (id: string): string =>
  texts.interpretations.find((each) => each.id === id)?.question ?? id;

/** 六: what the print of the notice has wrong or leaves unclear, so that it can be mended in the next one. */
export function printDefectsSection(): string {
  const categories = [...new Set(print.defects.map(({ category }) => category))];
  return blocks(
    '## 六、通知印件勘误',
    '附件3至5所印编码、名称与现行《国家职业分类大典》不一致之处，以及软件按什么认定：',
    ...(['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const).map((kind) =>
      blocks(`### ${CLASSES[kind]}`, table(['位置', '所印', '现行', '说明'], errataRows(kind))),
    ),
    `### 印件其他可斟酌之处`,
    `校对印件时记下 ${String(print.defects.length)} 处，按类列出，供下次印发时参考。`,
    ...categories.map((category) =>
      blocks(
        `#### ${category}`,
        table(
          ['编号', '位置', '所印', '说明', '建议', '软件的理解见'],
          print.defects
            .filter((each) => each.category === category)
            .map(({ id, where, printed, detail, suggestion, interpretations = [] }) => [
              id,
              where.join('、'),
              printed ?? '',
              detail,
              suggestion ?? '',
              interpretations.map(questionOf).join(' '),
            ]),
        ),
      ),
    ),
  );
}
