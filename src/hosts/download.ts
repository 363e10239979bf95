const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Browsers read the bytes after the click; a minute is enough for any of them. */
const KEPT_FOR = 60_000;

/** Gives the user a workbook, in a browser: desktop Excel does it in ways of its own. */
export function download(bytes: Uint8Array, fileName: string): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: XLSX }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, KEPT_FOR);
}
