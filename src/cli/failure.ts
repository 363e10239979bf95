import { UnreadableFile } from '../hosts/file';
import type { MessageParams } from '../rules/finding';

/** Exit statuses of design §8. */
export const EXIT = { ok: 0, findings: 1, usage: 2, unreadable: 3 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Of two statuses the one that a run over both ends with. */
export const worse = (a: ExitStatus, b: ExitStatus): ExitStatus => (a > b ? a : b);

/** What keeps a command from its work, and what the user can do next: a message of the catalogue, never a stack trace. */
export class Failure extends Error {
  constructor(
    readonly status: ExitStatus,
    readonly code: string,
    readonly params: MessageParams = {},
  ) {
    super(code);
  }
}

/** Whatever was thrown, as what is told of it: what nobody foresaw is a bug. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof UnreadableFile)
    return new Failure(EXIT.unreadable, `file.${error.problem}`, error.params);
  return new Failure(EXIT.usage, 'command.bug', {
    problem: error instanceof Error ? error.message : String(error),
  });
}
