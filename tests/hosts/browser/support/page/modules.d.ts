declare module '*.css';

declare module 'kpy-functions-metadata' {
  interface Parameter {
    readonly name: string;
    readonly description?: string;
    readonly dimensionality?: 'scalar' | 'matrix';
    readonly optional?: boolean;
  }
  const metadata: {
    readonly functions: readonly {
      readonly id: string;
      readonly description: string;
      readonly parameters: readonly Parameter[];
    }[];
  };
  export default metadata;
}
