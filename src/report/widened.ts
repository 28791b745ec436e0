/** A catalogue of texts, whatever they say: another language must have the same keys, and sentences that take the same. */
export type Widened<T> = T extends string
  ? string
  : T extends (...given: infer G) => string
    ? (...given: G) => string
    : { readonly [K in keyof T]: Widened<T[K]> };
