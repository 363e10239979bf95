import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '../../../../../src/functions/registry';
import '../../../../../src/functions/functions';
import { associated } from '../../../../../src/functions/registry';
import {
  createBrowserHost,
  openedWork,
  type BrowserHost,
  type RowVerdict,
} from '../../../../../src/hosts/browser';
import { download } from '../../../../../src/hosts/download';
import type { HostEvent } from '../../../../../src/hosts/host';
import { notice2025_8 } from '../../../../../src/rules/notice-2025-8';
import { rulebookOf } from '../../../../../src/rules/rulebook';
import { officialLayout } from '../../../../../src/sheet/layout';
import { templateLists } from '../../../../../src/sheet/template-lists';
import { gridFunctionsOf } from '../../../../../src/workbench/work/grid-functions';
import metadata from 'kpy-functions-metadata';
import './page-types';

const functions = gridFunctionsOf(metadata, associated);

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  violations.push(`${violatedDirective} ${blockedURI}`);
});

const container = document.getElementById('grid');
if (container === null) throw new Error('no place for the grid');
const messages = new Map<string, string>();
const verdicts = new Map<number, RowVerdict>();
const columnNames = new Map<number, string>();
const events: HostEvent[] = [];
const refused: string[] = [];
const language = new URLSearchParams(location.search).get('language') === 'en-US' ? 'en-US' : 'zh-CN';
const start = async (): Promise<BrowserHost> => {
  const host = await createBrowserHost(container, {
    language,
    functions,
    download,
    onRefused: (why) => refused.push(why),
    messageAt: (_, row, column) => messages.get(`${row},${column}`) ?? null,
    verdictAt: (_, row) => verdicts.get(row) ?? null,
    columnNameAt: (_, column) => columnNames.get(column) ?? null,
  });
  await host.watch((event) => events.push(event));
  host.onChange(() => window.page.changes++);
  return host;
};
void start().then((host) => {
  window.page = {
    host,
    async open(bytes, name) {
      const work = await openedWork(bytes, name);
      window.page.host.restore(work);
      return work.keptInFile;
    },
    events,
    messages,
    verdicts,
    columnNames,
    changes: 0,
    marks(marks) {
      const byRow = new Map<number, Map<number, 'e' | 'w'>>();
      for (const [row, column, mark] of marks)
        byRow.set(row, (byRow.get(row) ?? new Map<number, 'e' | 'w'>()).set(column, mark));
      return byRow;
    },
    refused,
    layout: officialLayout(null),
    lists: templateLists(rulebookOf(notice2025_8)),
    violations,
    async restart() {
      window.page.host.dispose();
      window.page.host = await start();
    },
  };
});
