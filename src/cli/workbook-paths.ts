import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { EXIT, Failure } from './failure';
import { readingProblem, systemCode } from './system-problem';

/** Also what other programs name their sheets, WPS for one: reading one says why it cannot be, where it cannot. */
const WORKBOOK = /\.(?:xlsx|xlsm|xls|xlsb|et|ods)$/i;

/** Excel's lock files (~$…) and hidden files, which no clerk means. */
const PASSED_OVER = /^(?:~\$|\.)/;

/** A workbook to check, or a place where none can be found and why. */
export interface Place {
  readonly path: string;
  /** Of a folder. */
  readonly failure?: Failure;
  /** Whether a link within a folder led here. */
  readonly linked?: true;
}

/**
 * The workbooks that the arguments name: files as they are, folders with everything below them, without Excel's lock
 * files and hidden files, in the order of their paths. Links are followed, as a person who opens the folder would see it;
 * what is reached by several paths is named once: by the first, and by no link's where it has another.
 *
 * A path that does not exist stays in the list: reading it says so. A folder that cannot be listed, or has no workbook,
 * stays with its failure. So the other files are checked all the same.
 */
export async function workbookPaths(paths: readonly string[]): Promise<readonly Place[]> {
  const known = new Map<string, number>();
  const places: Place[] = [];
  for (const path of paths) {
    const isFolder = (await stat(path).catch(() => null))?.isDirectory() === true;
    for (const place of isFolder ? await placesBelow(path) : [{ path }]) {
      const real = await realpath(place.path).catch(() => resolve(place.path));
      const at = known.get(real);
      if (at === undefined) known.set(real, places.push(place) - 1);
      else if (places[at]?.linked === true && place.linked !== true) places[at] = place;
    }
  }
  return places;
}

async function placesBelow(folder: string): Promise<readonly Place[]> {
  const walk: Walk = { found: [], entered: new Set(), links: [] };
  const { found, links } = walk;
  await collect(folder, walk, false);
  // A folder's own name comes before that of a link to it. More links may come while they are followed.
  for (const link of links) await collect(link, walk, true);
  if (found.length === 0)
    return [{ path: folder, failure: new Failure(EXIT.usage, 'command.no-workbooks', { file: folder }) }];
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface Walk {
  readonly found: Place[];
  /** The real paths of the folders so far: a link may lead back to one of them. */
  readonly entered: Set<string>;
  /** Links to folders, to be followed. */
  readonly links: string[];
}

/** @param linked whether a link led to the folder */
async function collect(folder: string, { found, entered, links }: Walk, linked: boolean): Promise<void> {
  try {
    const real = await realpath(folder);
    if (entered.has(real)) return;
    entered.add(real);
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const isLink = entry.isSymbolicLink();
      const kind = isLink ? await kindBehind(path) : entry;
      if (kind?.isDirectory() === true) {
        if (isLink) links.push(path);
        else await collect(path, { found, entered, links }, linked);
      } else if (isWanted(entry.name, kind)) found.push(linked || isLink ? { path, linked: true } : { path });
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    found.push({
      path: folder,
      failure: new Failure(EXIT.unreadable, readingProblem(error), { file: folder }),
    });
  }
}

/** A workbook, or a link to nothing (null) that by its name led to one, or to a folder. */
const isWanted = (name: string, kind: Pick<Stats, 'isFile'> | null): boolean =>
  !PASSED_OVER.test(name) &&
  (kind === null ? WORKBOOK.test(name) || extname(name) === '' : kind.isFile() && WORKBOOK.test(name));

/** What a link leads to; null where that is not there. A link in a circle leads to no file. */
const kindBehind = (link: string): Promise<Pick<Stats, 'isFile' | 'isDirectory'> | null> =>
  stat(link).catch((error: unknown) => (systemCode(error) === 'ELOOP' ? NO_FILE : null));

const NO_FILE = { isFile: (): boolean => false, isDirectory: (): boolean => false };
