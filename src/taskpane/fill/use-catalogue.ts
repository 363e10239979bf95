import { useEffect, useMemo, useState } from 'react';
import { currentDefinitions } from '../../rules/current-texts';
import type { Rulebook } from '../../rules/rulebook';
import type { PinyinIndex } from '../../rules/pinyin';
import { CatalogueSearch } from '../../rules/search';
import type { Definitions } from './subject-options';

/** What the occupation box searches. It works by code and name at once, by pinyin as soon as that has loaded. */
export interface SearchableCatalogue {
  readonly search: CatalogueSearch;
  readonly definitions: Definitions;
}

interface Loaded {
  readonly pinyin: PinyinIndex;
  readonly definitions: Definitions;
}

const NOTHING: Loaded = { pinyin: { syllables: {}, words: {}, also: {} }, definitions: new Map() };

/** Large, and wanted only by who searches: apart from the pane's first load. */
async function load(): Promise<Loaded> {
  const [pinyin, definitions] = await Promise.all([
    import('../../rules/reference/pinyin.json'),
    currentDefinitions(),
  ]);
  return { pinyin: pinyin.default, definitions };
}

export function useCatalogue(rulebook: Rulebook): SearchableCatalogue {
  const [loaded, setLoaded] = useState(NOTHING);
  useEffect(() => {
    let wanted = true;
    const take = (found: Loaded): void => {
      if (wanted) setLoaded(found);
    };
    // Without them the box still searches by code and name.
    load().then(take, () => undefined);
    return () => {
      wanted = false;
    };
  }, []);
  return useMemo(
    () => ({
      search: new CatalogueSearch(rulebook.catalogue, loaded.pinyin),
      definitions: loaded.definitions,
    }),
    [rulebook, loaded],
  );
}
