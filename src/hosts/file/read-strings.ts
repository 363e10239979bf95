import { textCell, type Cell } from '../../rules/cell';
import { LIMITS } from './limits';
import type { Package } from './package';
import { decodeEscapes } from './xml-escapes';
import type { XmlHandler } from './xml-scan';
import { numberStyle, type NumberStyle } from '../number-format';

/**
 * Collects the text of `<si>` or `<is>`: of plain text and of rich runs alike, but not of phonetic runs, which
 * tell how Han is pronounced and are no part of the value.
 */
export class StringItem {
  private text = '';
  private inText = false;
  private phonetic = false;

  open(name: string, selfClosing: boolean): void {
    if (name === 'rPh') this.phonetic = !selfClosing;
    else if (name === 't') this.inText = !this.phonetic && !selfClosing;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic = false;
    else if (name === 't') this.inText = false;
  }

  add(piece: string): void {
    if (this.inText) this.text += piece;
  }

  /** The text, and the collector is ready for the next item. */
  take(): string {
    const text = decodeEscapes(this.text);
    this.text = '';
    return text;
  }
}

/** The workbook's shared strings in order, each as the one cell that stands wherever it is used; none without such a part. */
export function readSharedStrings(file: Package, path: string | undefined): Cell[] {
  const strings: Cell[] = [];
  if (path === undefined) return strings;
  const item = new StringItem();
  const handler: XmlHandler = {
    open(tag) {
      item.open(tag.name, tag.selfClosing);
    },
    close(name) {
      item.close(name);
      if (name !== 'si') return;
      file.budget.keep(1);
      strings.push(textCell(item.take()));
    },
    text(piece) {
      item.add(piece);
    },
  };
  file.scan(path, handler);
  return strings;
}

/** For each cell style, how it shows numbers. */
export function readNumberStyles(file: Package, path: string | undefined): NumberStyle[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  if (path === undefined) return [];
  let list = '';
  const handler: XmlHandler = {
    open(tag) {
      if (tag.name === 'cellXfs' || tag.name === 'numFmts') list = tag.name;
      // Differential formats have codes too, and Excel numbers them otherwise: 14 is a day to a cell, and 0.00% to them.
      else if (tag.name === 'numFmt' && list === 'numFmts') {
        file.budget.keep(1);
        codes.set(Number(tag.get('numFmtId')), tag.get('formatCode') ?? '');
      } else if (tag.name === 'xf' && list === 'cellXfs') {
        file.budget.keep(1);
        ids.push(Number(tag.get('numFmtId') ?? 0));
      }
    },
    close(name) {
      if (name === list) list = '';
    },
  };
  file.scan(path, handler, LIMITS.smallPartBytes * 4);
  return ids.map((id) => numberStyle(id, codes.get(id)));
}
