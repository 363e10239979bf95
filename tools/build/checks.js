import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import process from 'node:process';

/** Runs scripts of package.json at once, prints what each has to say when it is done, and fails if one does. */
const scripts = process.argv.slice(2);

const run = (script) =>
  new Promise((resolve) => {
    const child = spawn(`npm run ${script}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      resolve(status === 0);
    });
  });

const passed = await Promise.all(scripts.map(run));
if (passed.includes(false)) process.exitCode = 1;
