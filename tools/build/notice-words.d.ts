export function inNoticeWords(text: string): string;
