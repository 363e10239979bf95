/** What the workbench is asked to open. */
export type Job =
  /** The official form, empty, under this name. */
  | { readonly kind: 'new'; readonly name: string }
  /** A file. One of ours is not on the user's disk, and cannot change there. */
  | { readonly kind: 'file'; readonly file: File; readonly ours: boolean }
  /** A work that this browser keeps, or a copy of it. */
  | { readonly kind: 'kept'; readonly id: string; readonly copy: boolean };
