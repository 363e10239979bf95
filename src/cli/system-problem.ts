/** What the file system calls its refusal, such as ENOENT. */
export const systemCode = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** Whether a refusal means that there is no more room. */
export const isFull = (code: unknown): boolean => code === 'ENOSPC' || code === 'EDQUOT';

/** The message for a file or folder that the file system does not let us read. */
export function readingProblem(error: unknown): string {
  switch (systemCode(error)) {
    case 'ENOENT':
      return 'command.no-such-file';
    case 'EACCES':
    case 'EPERM':
      return 'command.no-access';
    default:
      return 'command.system-error';
  }
}

/** The message for a file that the file system does not let us write. */
export function writingProblem(error: unknown): string {
  switch (systemCode(error)) {
    case 'EEXIST':
      return 'command.exists';
    case 'ENAMETOOLONG':
      return 'command.name-too-long';
    default:
      return isFull(systemCode(error)) ? 'command.disk-full' : 'command.cannot-write';
  }
}
