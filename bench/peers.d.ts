/** What is used of the peers, so that types can be checked where they are not installed. */

declare module '@monyone/aho-corasick' {
  export class AhoCorasick {
    constructor(words: string[]);
    matchInText(text: string): { begin: number; end: number; keyword: string }[];
  }
}

declare module 'mint-filter' {
  export default class Mint {
    constructor(words: string[]);
    filter(text: string): { words: string[] };
  }
}

declare module 'modern-ahocorasick' {
  export default class AhoCorasick {
    constructor(words: string[]);
    search(text: string): { pattern: string; start: number; end: number }[];
  }
}

declare module 'obscenity' {
  interface Phrase<Metadata> {
    setMetadata(metadata: Metadata): this;
    addPattern(pattern: unknown): this;
  }
  export class DataSet<Metadata> {
    addPhrase(build: (phrase: Phrase<Metadata>) => Phrase<Metadata>): this;
    build(): unknown;
  }
  export class RegExpMatcher {
    constructor(options: unknown);
    getAllMatches(text: string): { startIndex: number; endIndex: number }[];
  }
  export function parseRawPattern(pattern: string): unknown;
}
