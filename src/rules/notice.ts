import * as z from 'zod/mini';
import { TITLE_LEVELS } from './title-level';

/**
 * A notice as data. One folder holds one notice (`notice-2025-8/`); next year's is another folder. Everything
 * that an official could change - an age, a fee, a month, a list, a reading of an open sentence - is a value here,
 * beside the clause that states it, and nowhere in code.
 */

const text = z.string().check(z.minLength(1));
const clause = text;
const count = z.int().check(z.gte(0));
const month = z.int().check(z.gte(1), z.lte(12));
const day = z.int().check(z.gte(1), z.lte(31));
const withoutDigit = z.string().check(z.regex(/^\D+$/));
const code = z.string().check(z.regex(/^\d-\d{2}-\d{2}-\d{2}$/));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Skill levels as the certificates count them: 5 五级 … 1 一级, 0 特级技师, -1 首席技师. Smaller is higher. */
const skillLevel = z.int().check(z.gte(-1), z.lte(5));
const titleLevel = z.enum(TITLE_LEVELS);
const levelKey = z.enum(['assessor', 'senior', 'special']);

/** How near the certificate's occupation must be: 本职业, or 本职业或相关职业. */
const scope = z.enum(['same', 'related']);

const skill = z.object({ level: skillLevel, scope });

const parametersSchema = z.object({
  /** The folder's name without `notice-`, and the `notice` of `kpy check --json`. */
  id: text,
  documentNumber: text,
  name: text,
  year: z.int(),
  issued: date,
  /** The numbers of the annexes that messages and pages name. */
  annexes: z.object({ sheet: count, digital: count, shortage: count, abilities: count, sessions: count }),
  /** `aliases` name the level for certain; `doubtful` words are offered as a suggestion. */
  levels: z.array(
    z.object({
      key: levelKey,
      name: text,
      aliases: z.array(text),
      doubtful: z.array(text),
      fee: count,
      clause,
    }),
  ),
  age: z.object({ clause, male: count, female: count, document: text }),
  requirements: z.object({
    /** What the conditions of all levels have in common. */
    clause,
    senior: z.object({
      clause,
      skill,
      title: titleLevel,
      dutyYears: count,
      documents: z.object({ duty: text }),
    }),
    assessor: z.object({ clause, skill, title: titleLevel, years: count }),
    safety: z.object({
      clause,
      skill,
      years: count,
      /** `doubtful`: codes that the printed name may or may not mean; see the interpretation safety-trades. */
      trades: z.array(z.object({ name: text, codes: z.array(code), doubtful: z.array(code) })),
    }),
    special: z.object({
      clause,
      skill,
      title: titleLevel,
      titleYears: count,
      years: count,
      craftYears: count,
      documents: z.object({ craft: text, titleYears: text }),
    }),
  }),
  relaxation: z.object({
    clause,
    editions: z.array(text),
    abilityTags: z.array(text),
    document: text,
  }),
  renewal: z.object({ clause, monthsLeft: count, cardYears: count, document: text }),
  /** `named`: the majors in the words of the clause. */
  scope: z.object({ clause, majors: z.array(z.int()), named: text, document: text }),
  perPerson: z.object({ clause, rowClause: clause, occupations: count, document: text, identity: text }),
  employer: z.object({
    clause,
    /** Words that make a name no matter of this clause, wherever they stand. */
    exempt: z.array(text),
    /** The department's own names, joined with one of `organs`. */
    departments: z.array(text),
    organs: z.array(text),
    /** Whole names of departments and of service centres that carry none of the words above. */
    namedOrgans: z.array(text),
    namedUnits: z.array(text),
    /** A name with one of `unitWords` (or `departments`) that ends in one of `unitEndings`: ask. */
    unitWords: z.array(text),
    unitEndings: z.array(text),
    /** What stands in place of an employer and names none. */
    unclear: z.array(text),
    /** Who has retired is no longer 在职, unless a section or a post is named so, or it is denied. */
    former: z.array(text),
    formerPeople: z.array(text),
    /** Before the name of an organ that somebody was in, or that has another name now. */
    formerPrefix: text,
    formerSections: z.array(text),
    formerDenied: z.array(text),
    document: text,
    formerDocument: text,
  }),
  /** What the sheet cannot show and the institution reviews itself: listed, never part of a verdict. */
  institutionReview: z.array(z.object({ clause, text })),
  documents: z.object({
    skillCertificate: text,
    titleCertificate: text,
    years: text,
    application: text,
    occupation: text,
    assessorCard: text,
  }),
  /** `example`: one of its days, to show how a date is written. */
  window: z.object({
    clause,
    firstMonth: month,
    lastMonth: month,
    firstDay: day,
    lastDay: day,
    example: date,
  }),
  feedback: z.object({ clause, workingDays: count }),
  separateSession: z.object({ clause, moreThan: count }),
  /** Names that stand for several occupations or for none of the catalogue's names: 钳工, 机动车检测. */
  umbrellas: z.array(z.object({ name: text, codes: z.array(code) })),
  tiers: z.object({ clause, values: z.array(text), aliases: z.record(text, text) }),
  /** What fills an empty cell, and the columns where it may (附件1备注3). None of the words has a digit. */
  none: z.object({ clause, value: withoutDigit, aliases: z.array(withoutDigit), columns: z.array(text) }),
  photo: z.object({ clause, background: text, minimumKilobytes: count, name: text, size: text }),
  contacts: z.array(z.object({ purpose: text, name: text, phone: text })),
  email: text,
  address: text,
});

/** A sentence that can be read in several ways, and the reading taken; the readings are in IMPLEMENTED_READINGS. */
const interpretationSchema = z.object({ id: text, clause, taken: text });

const listedSchema = z.object({ seq: count, code: z.nullable(text), name: text });

const abilitySchema = z.object({
  seq: count,
  name: text,
  /** 职业领域 as printed, without the catalogue's mark that slipped into no. 183. */
  occupation: text,
  /** 职业领域 to the letter, where the mark is in it. */
  printedOccupation: z.optional(text),
  /** The printed code with its form mended (dashes, zeros, brackets). */
  code: text,
  /** The code to the letter. */
  rawCode: text,
  /** Other names, where the print drops a character. */
  alsoKnownAs: z.optional(z.array(text)),
});

const erratumSchema = z.object({
  list: z.enum(['digital', 'shortage', 'abilities']),
  seqs: z.array(count),
  class: z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G']),
  printedCode: z.string(),
  printedName: text,
  currentCode: z.string(),
  currentName: z.string(),
});

const sessionSchema = z.object({
  id: text,
  clause,
  months: z.array(month),
  period: text,
  /** What falls into the group by the letter and by our reading; an empty list with `rest` takes what is left. */
  names: z.array(text),
  prefixes: z.array(text),
  codes: z.array(code),
  /** Whether the occupations of the digital list belong to it. */
  digital: z.boolean(),
  rest: z.array(z.int()),
});

export const noticeSchema = z.object({
  parameters: parametersSchema,
  interpretations: z.array(interpretationSchema),
  digital: z.array(listedSchema),
  shortage: z.array(listedSchema),
  abilities: z.array(abilitySchema),
  abilityTags: z.array(z.object({ seq: count, name: text, tags: z.array(text).check(z.minLength(1)) })),
  errata: z.array(erratumSchema),
  sessions: z.array(sessionSchema),
});

/** The part of a notice that the rules work with. Its wording for readers is apart, in `NoticeTexts`. */
export type NoticePack = z.infer<typeof noticeSchema>;
export type Erratum = NoticePack['errata'][number];
export type Parameters = NoticePack['parameters'];
export type PrintedAbility = NoticePack['abilities'][number];
export type LevelKey = z.infer<typeof levelKey>;
export type Scope = z.infer<typeof scope>;
