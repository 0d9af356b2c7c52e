/** Digest of the program's own text, put here when it is built; undefined where it runs without being built. */
declare const __PROGRAM__: string | undefined;

/** Tells one build of the program from every other that could answer differently; null where that cannot be told. */
export const program: string | null = typeof __PROGRAM__ === 'undefined' ? null : __PROGRAM__;
