import { FileOnDisk } from '../../src/workbench/work/file-on-disk';

const OPENED = new Uint8Array([80, 75, 3, 4]);

/** A file that reads so from now on, as Firefox reads one; null for one that cannot be read any more, as in Chromium. */
function fileThatReads(now: readonly number[] | null): Blob {
  const file = new Blob([OPENED]);
  file.arrayBuffer = () =>
    now === null
      ? Promise.reject(new DOMException('changed', 'NotReadableError'))
      : Promise.resolve(new Uint8Array(now).buffer);
  return file;
}

test.each([
  ['as it was', [...OPENED], false],
  ['other bytes, as many', [80, 75, 3, 5], true],
  ['more bytes', [...OPENED, 0], true],
  ['nothing any more', null, true],
])('a file that holds %s', async (_, now, changed) => {
  const onDisk = new FileOnDisk();
  onDisk.follow({ file: fileThatReads(now), bytes: OPENED });
  expect(await onDisk.hasChanged()).toBe(changed);
});

test('of a file that is not looked after, or no longer, nothing is said', async () => {
  const onDisk = new FileOnDisk();
  expect(await onDisk.hasChanged()).toBeNull();
  onDisk.follow({ file: fileThatReads(null), bytes: OPENED });
  const asked = onDisk.hasChanged();
  onDisk.follow(null);
  expect(await asked).toBeNull();
});
