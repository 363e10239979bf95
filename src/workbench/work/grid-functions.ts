import type { GridFunction } from '../../hosts/browser';
import { NotLoaded } from '../not-loaded';

const FILE = 'functions.json';

/** functions.json as the build makes it of the docstrings: the part that a grid needs. */
interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly description: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description?: string;
      readonly dimensionality?: string;
      readonly optional?: boolean;
    }[];
  }[];
}

/** Metadata and the functions that registered themselves, as a grid takes them. One without the other is left out. */
export const gridFunctionsOf = (
  { functions }: Metadata,
  associated: ReadonlyMap<string, GridFunction['work']>,
): readonly GridFunction[] =>
  functions.flatMap(({ id, description, parameters }) => {
    const work = associated.get(id);
    if (work === undefined) return [];
    return {
      name: `KPY.${id}`,
      description,
      parameters: parameters.map(({ name, description: detail = '', dimensionality, optional = false }) => ({
        name,
        description: detail,
        matrix: dimensionality === 'matrix',
        optional,
      })),
      work,
    };
  });

/** The functions KPY.* for cells of the grid, with what functions.json says of them. @throws NotLoaded */
export async function gridFunctions(): Promise<readonly GridFunction[]> {
  const [{ associated }, response] = await Promise.all([
    import('../../functions/registry'),
    fetch(FILE).catch(() => null),
  ]);
  if (response?.ok !== true) throw new NotLoaded(FILE);
  // The registry first: the functions register themselves as they load.
  await import('../../functions/functions');
  return gridFunctionsOf((await response.json()) as Metadata, associated);
}
