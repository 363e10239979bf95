import { run } from './program';
import { processTerminal } from './terminal';

process.exitCode = await run(processTerminal(), process.argv.slice(2));
