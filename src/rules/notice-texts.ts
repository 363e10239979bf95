import * as z from 'zod/mini';

/**
 * The wording of a notice: its sentences, its open ones, its forms, the slips of its print. Nothing is decided from it, so
 * it is apart from the pack.
 */

const text = z.string().check(z.minLength(1));

const clauseText = z.object({
  id: text,
  /** As a condition or a finding cites it: 二（二）2; a part of a long sentence is 六（三）-受理窗口. */
  clause: text,
  /** To the letter. */
  text,
  /**
   * What decides it: `sheet` cells of the sheet; `document` papers, photos or the institution's own review; `open` the
   * notice leaves it to judgement; `none` nothing is to be decided.
   */
  decidedBy: z.enum(['sheet', 'document', 'open', 'none']),
  how: text,
});

const formField = z.object({
  index: z.int(),
  label: text,
  kind: z.enum(['text', 'photo', 'choice', 'longtext', 'opinion']),
  /** The field that a 证书编号 belongs to. */
  refersToField: z.optional(z.int()),
  printedOptions: z.optional(text),
  options: z.optional(z.array(text)),
  example: z.optional(text),
  sign: z.optional(z.array(text)),
  note: z.optional(text),
});

const printDefect = z.object({
  id: text,
  category: text,
  where: z.array(text),
  printed: z.nullable(text),
  detail: text,
  suggestion: z.nullable(text),
  /** The ids of the interpretations that settle it for this software. */
  interpretations: z.optional(z.array(text)),
});

const erratumRemark = z.object({
  /** Those of the pack's erratum. */
  list: text,
  seqs: z.array(z.int()),
  remark: text,
});

const interpretationText = z.object({
  /** That of the pack's interpretation. */
  id: text,
  question: text,
  readings: z.array(z.object({ id: text, text })).check(z.minLength(2)),
  /** Why the one that the pack takes is taken. */
  reason: text,
});

/** What readers of the notice want: the pane loads it where somebody reads. */
export const noticeTextsSchema = z.object({
  clauses: z.array(clauseText),
  interpretations: z.array(interpretationText),
});

/** What only proof-readers of the notice want: its forms to the letter, and the slips of its print. */
export const noticePrintSchema = z.object({
  forms: z.object({
    annex1: z.object({
      title: text,
      fields: z.array(formField),
      remarksPrefix: text,
      remarks: z.array(text),
    }),
    annex2: z.object({
      title: text,
      headers: z.array(text),
      footer: text,
      footerFields: z.array(text),
      remarksPrefix: text,
      remarks: z.array(text),
    }),
  }),
  defects: z.array(printDefect),
  /** What is to be said of each erratum of the pack. */
  errataRemarks: z.array(erratumRemark),
});

export type NoticeTexts = z.infer<typeof noticeTextsSchema>;
export type ClauseText = NoticeTexts['clauses'][number];
export type NoticePrint = z.infer<typeof noticePrintSchema>;
