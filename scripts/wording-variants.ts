/** Which approved variants stand in none of the composed replies. */
import { wordingEn } from '../src/generated/wording-en.ts';
import { wordingZh } from '../src/generated/wording-zh.ts';

/** A variant and the stretches between its slots. */
interface Variant {
  readonly name: string;
  readonly parts: readonly string[];
}

/** The variants of both languages that no reply has shown yet. */
export class OpenVariants {
  private open: Variant[] = [wordingZh, wordingEn].flatMap((wording) =>
    Object.entries(wording).flatMap(([phrase, registers]) =>
      Object.values(registers as Record<string, readonly string[]>)
        .flat()
        .map((variant) => ({ name: `${phrase}: ${variant}`, parts: variant.trim().split(/\{[^}]*\}/) })),
    ),
  );

  /** Takes the variants off that a reply shows. */
  see(reply: string): void {
    if (this.open.length > 0) this.open = this.open.filter(({ parts }) => !shows(reply, parts));
  }

  left(): string[] {
    return this.open.map(({ name }) => name);
  }
}

function shows(reply: string, parts: readonly string[]): boolean {
  let at = 0;
  return parts.every((part) => {
    const found = reply.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}
