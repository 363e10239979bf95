import { runInProcess } from './program';
import { processTerminal } from './terminal';

process.exitCode = await runInProcess(processTerminal(), process.argv.slice(2));
