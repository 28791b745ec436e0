/** npm `fernet` 0.4.0 ships no types; these are the parts that the benchmark calls. */
declare module 'fernet' {
  export class Secret {
    constructor(key: string);
  }
  export class Token {
    constructor(options: { secret: Secret; token?: string; ttl?: number });
    encode(message: string): string;
    decode(token?: string): string;
  }
}
