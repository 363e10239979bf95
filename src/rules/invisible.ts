/** Characters that no one sees: control characters but for what breaks a line, and those that only direct or join others. */
export const INVISIBLE =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
