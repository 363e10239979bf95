const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八'];

/** 第四大类 for 4-04-05-05; '' for what is no code of the catalogue. */
export function majorClass(code: string): string {
  const ordinal = ORDINALS[Number(code.charAt(0)) - 1];
  return ordinal === undefined ? '' : `第${ordinal}大类`;
}
