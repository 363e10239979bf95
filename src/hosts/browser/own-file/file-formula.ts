/** Functions that came after Excel 2007: a file names them with a prefix, which no cell shows. */
const NEWER: ReadonlySet<string> = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND ' +
    'BITLSHIFT BITOR BITRSHIFT BITXOR CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT ' +
    'CHISQ.TEST COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL ' +
    'ENCODEURL ERF.PRECISE ERFC.PRECISE EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH ' +
    'FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR ' +
    'FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH ' +
    'IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOWEEKNUM LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT ' +
    'NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC ' +
    'PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANK.AVG RANK.EQ RRI SEC ' +
    'SECH SHEET SHEETS SKEW.P STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TEXTAFTER ' +
    'TEXTBEFORE TEXTJOIN UNICHAR UNICODE VALUETOTEXT VAR.P VAR.S WEBSERVICE WEIBULL.DIST XLOOKUP XMATCH XOR Z.TEST'
  ).split(' '),
);

/** What fills cells beside its own or names values of its own, for which a file needs more than the formula. */
const BEYOND_A_CELL =
  'BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND FILTER HSTACK IMAGE ISOMITTED LAMBDA LET MAKEARRAY MAP RANDARRAY ' +
  'REDUCE SCAN SEQUENCE SORT SORTBY TAKE TEXTSPLIT TOCOL TOROW UNIQUE VSTACK WRAPCOLS WRAPROWS';

/** What the grid can compute and Excel does not know. */
const OF_THE_GRID =
  'ARRAY_CONSTRAIN AVERAGE.WEIGHTED COMPARE CUBE DIVIDED EPOCHTODATE FLATTEN IMCOTH IMLOG IMTANH ISBETWEEN ISDATE ' +
  'ISEMAIL ISURL MARGINOFERROR MINUS MULTIPLY PLUS REGEXEXTRACT REGEXMATCH REGEXREPLACE ROUNDBANK TO_DATE UNION';

const NOT_FOR_A_FILE: ReadonlySet<string> = new Set(`${BEYOND_A_CELL} ${OF_THE_GRID}`.split(' '));

/** As much as Excel takes. */
const LONGEST = 8_192;

/** The names that a formula may use in the file. */
export interface FileNames {
  /** What a sheet of the grid is called in the file; undefined where the file has no such sheet. */
  readonly sheet: (name: string) => string | undefined;
  readonly isDefined: (name: string) => boolean;
}

/** A part of a formula in the file's words, and what it is in the grammar below. */
type Part = readonly [text: string, sign: string];

const CONSTANT = String.raw`(?:[+-]?[\d.]+(?:E[+-]?\d+)?|"(?:[^"]|"")*"|TRUE|FALSE)`;
const ADDRESS = /^\$?[A-Z]{1,3}(?:\$?\d{1,7})?$|^\$?\d{1,7}$|^(?:TRUE|FALSE)$/i;

const quoted = (sheet: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && !ADDRESS.test(sheet)
    ? sheet
    : `'${sheet.replaceAll("'", "''")}'`;

function functionPart(name: string): Part | null {
  const known = name.toUpperCase();
  if (NOT_FOR_A_FILE.has(known)) return null;
  if (known.startsWith('KPY.')) return [`_xldudf_KPY_${known.slice(4)}`, 'f'];
  return [NEWER.has(known) ? `_xlfn.${known}` : name, 'f'];
}

function sheetPart(name: string, names: FileNames): Part | null {
  const own = names.sheet(name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name);
  return own === undefined ? null : [`${quoted(own)}!`, ''];
}

/**
 * What a formula is made of, the first that fits. `o` is an operand, `u` a sign before or between, `b` between, `f` a
 * function's name, which its parenthesis follows. Anything else (tables, other files, spills) is none of these.
 */
const PARTS: readonly (readonly [RegExp, (text: string, names: FileNames) => Part | null])[] = [
  [/\s+/uy, (text) => [text, '']],
  [/"(?:[^"]|"")*"/uy, (text) => [text, 'o']],
  [new RegExp(String.raw`\{${CONSTANT}(?:[,;]${CONSTANT})*\}`, 'iuy'), (text) => [text, 'o']],
  [/#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!)/uy, (text) => [text, 'o']],
  [/(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)(?=!)/uy, sheetPart],
  [/!/uy, () => ['', '']],
  [/(?:\d+(?:\.\d*)?|\.\d+)(?:E[+-]?\d+)?(?![\p{L}\d])/iuy, (text) => [text, 'o']],
  [/[\p{L}_][\p{L}\p{N}_.]*(?=\()/uy, functionPart],
  [
    /[$\p{L}_\\][$\p{L}\p{N}_.?\\]*/uy,
    (text, names) => (ADDRESS.test(text) || names.isDefined(text) ? [text, 'o'] : null),
  ],
  [/<>|<=|>=|[*/^&=<>:]/uy, (text) => [text, 'b']],
  [/[+-]/uy, (text) => [text, 'u']],
  [/[(),%]/uy, (text) => [text, text]],
];

function partAt(formula: string, at: number, names: FileNames): readonly [length: number, part: Part] | null {
  for (const [pattern, make] of PARTS) {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text === undefined) continue;
    const part = make(text, names);
    return part === null ? null : [text.length, part];
  }
  return null;
}

const EXPRESSION = 'u*o%*(?:[bu]u*o%*)*';
const CALL = new RegExp(String.raw`f\((?:${EXPRESSION})?(?:,(?:${EXPRESSION})?)*\)`, 'g');
const GROUP = new RegExp(String.raw`(?<!f)\(${EXPRESSION}\)`, 'g');
const WHOLE = new RegExp(`^${EXPRESSION}$`);

/** Whether signs are those of a formula; Excel takes a file with any other for damaged. */
function isFormula(signs: string): boolean {
  let left = signs;
  for (;;) {
    const next = left.replace(CALL, 'o').replace(GROUP, 'o');
    if (next === left) return WHOLE.test(left);
    left = next;
  }
}

/**
 * A formula of the grid, without its `=`, as a file has it; null for one that a file cannot have so that Excel computes
 * the same.
 */
export function fileFormula(formula: string, names: FileNames): string | null {
  let text = '';
  let signs = '';
  for (let at = 0; at < formula.length;) {
    const found = partAt(formula, at, names);
    if (found === null) return null;
    const [length, part] = found;
    at += length;
    text += part[0];
    signs += part[1];
  }
  return text.length <= LONGEST && isFormula(signs) ? text : null;
}
