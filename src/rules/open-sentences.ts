import type { NoticePack } from './notice';
import type { NoticeTexts } from './notice-texts';

/** A sentence of the notice that can be read in several ways, with the reading that the pack takes. */
export type OpenSentence = NoticePack['interpretations'][number] & NoticeTexts['interpretations'][number];

/** The pack's interpretations with their wording, in the pack's order. */
export const openSentences = (notice: NoticePack, texts: NoticeTexts): readonly OpenSentence[] =>
  notice.interpretations.flatMap((taken) =>
    texts.interpretations.filter(({ id }) => id === taken.id).map((wording) => ({ ...wording, ...taken })),
  );
