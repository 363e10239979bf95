import { readFileSync } from 'node:fs';
import { readWith } from './bench/readers';

/** `bench-reader.js READER FILE`: a process that reads a workbook and nothing else, for `npm run bench` to time. */
const [reader = '', file = ''] = process.argv.slice(2);
process.stdout.write(`${String(await readWith(reader, readFileSync(file)))}\n`);
