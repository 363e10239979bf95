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

/** What is told of an exception that nobody foresaw. */
export const bug = (error: unknown): Failure =>
  new Failure(EXIT.usage, 'command.bug', { problem: error instanceof Error ? error.message : String(error) });
