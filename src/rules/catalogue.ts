/** Contract, filled in by the catalogue's author. */
import type { NoticePack, PrintedAbility } from './notice';

declare const occupationCode: unique symbol;
/** A four-part code of the current catalogue, such as 4-04-05-01. */
export type OccupationCode = string & { readonly [occupationCode]: true };

export interface Occupation {
  readonly code: OccupationCode;
  readonly name: string;
  /** S 数字职业, L 绿色职业, or both. */
  readonly digital: boolean;
  readonly green: boolean;
  /** Such as 2024新职业; null for the book of 2022. */
  readonly edition: string | null;
}

/** What a text of column 17, 21, 25 or 26 stands for in the catalogue. */
export type Resolution =
  | {
      readonly kind: 'occupation';
      readonly code: OccupationCode;
      readonly name: string;
      readonly via: 'code' | 'former-code' | 'name' | 'former-name' | 'work-type';
      /** False where only an `unverified` entry says so: it may suggest, never decide. */
      readonly verified: boolean;
    }
  /** A whole minor class, such as 4-09-99(GBM40999). */
  | { readonly kind: 'class'; readonly code: string; readonly name: string }
  /** A name of the notice that stands for several occupations: 钳工. */
  | { readonly kind: 'umbrella'; readonly name: string; readonly codes: readonly OccupationCode[] }
  | { readonly kind: 'unknown' };

/** An ability of annex 5 with the errata applied. */
export interface Ability extends PrintedAbility {
  /** A code of the current catalogue, or a class such as 4-09-99. */
  readonly currentCode: string;
  readonly currentOccupation: string;
  readonly tags: readonly string[];
}

export interface Catalogue {
  readonly notice: NoticePack;
  occupation(code: string): Occupation | undefined;
  /** Any dash, missing zeros, GBM group codes. */
  resolveCode(text: string): Resolution;
  /** Name, former name, work type, umbrella. Not abilities. */
  resolveName(text: string): Resolution;
  ability(name: string): Ability | undefined;
  /** The printed pair of class A or C that this code and name are, with what is current. */
  misprint(code: string, name: string): { readonly code: string; readonly name: string } | undefined;
  inShortage(code: string): boolean;
  inDigital(code: string): boolean;
}
