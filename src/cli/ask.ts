import { createInterface } from 'node:readline/promises';

/**
 * Asks the person at the terminal.
 *
 * @param question ends with a space
 * @returns the answer, without spaces around it; nothing where the input ends
 */
export async function ask(question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Whoever closes the input answers nothing.
    const closed = new Promise<string>((answer) => prompt.once('close', () => answer('')));
    return (await Promise.race([prompt.question(question), closed])).trim();
  } finally {
    prompt.close();
  }
}

/** Asks for yes or no; anything but a yes is a no. */
export async function confirm(question: string): Promise<boolean> {
  return /^(y|yes|是|好)$/i.test(await ask(question));
}
