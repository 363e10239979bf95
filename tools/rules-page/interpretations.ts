import { IMPLEMENTED_READINGS } from '../../src/rules/implemented-readings';
import { CURRENT_NOTICE as notice } from '../../src/rules/current-notice';
import { CURRENT_TEXTS as texts } from '../../src/rules/current-print';
import { openSentences, type OpenSentence } from '../../src/rules/open-sentences';
import { blocks } from './markdown';

function interpretationBlock({ id, clause, question, readings, taken, reason }: OpenSentence): string {
  const implemented: readonly string[] =
    Object.entries(IMPLEMENTED_READINGS).find(([each]) => each === id)?.[1] ?? [];
  const lines = readings.map((reading) => {
    const note =
      reading.id === taken ? '（采用）' : implemented.includes(reading.id) ? '（可在通知包中改用）' : '';
    return `- ${reading.id === taken ? `**${reading.text}**` : reading.text}${note}`;
  });
  return blocks(`### ${clause}\u3000${question}`, lines.join('\n'), `理由：${reason}。（${id}）`);
}

/** 三: every sentence that can be read in two ways, with the reading that is taken and why. */
export const interpretationsSection = (): string =>
  blocks(
    '## 三、可有两种理解之处',
    `通知有 ${String(notice.interpretations.length)} 处可有不同理解。下面列出各种读法、采用的一种和理由，请核对；如有不当，改通知包中的一个词即可改用另一种（注明“可在通知包中改用”的），其余须改程序。`,
    ...openSentences(notice, texts).map(interpretationBlock),
  );
