import { SingleBar } from 'cli-progress';
import type { Language } from '../../index.ts';

/** What there is to show. */
export interface Progress {
  /** Share of the bytes, from 0 to 1. */
  readonly done: number;
  readonly rows: number;
  readonly flagged: number;
  readonly broken: number;
}

const FORMAT: Readonly<Record<Language, string>> = {
  zh: '质检 [{bar}] {percentage}% | {rows} 行 | {speed} 行/秒 | 有问题 {flagged} | 坏行 {broken} | 剩余 {eta_formatted}',
  en: 'audit [{bar}] {percentage}% | {rows} rows | {speed} rows/s | flagged {flagged} | broken {broken} | {eta_formatted} left',
};
/** Steps of the bar: shares of bytes are shown in tenths of a percent. */
const STEPS = 1000;

/** Shows how far an audit is: a bar in a terminal, a line every few seconds elsewhere. */
export class ProgressBar {
  readonly #bar: SingleBar;
  readonly #started = performance.now();

  /** @param stream standard error, so that the results stay apart. */
  constructor(stream: NodeJS.WritableStream, language: Language) {
    this.#bar = new SingleBar({
      format: FORMAT[language],
      stream,
      barsize: 24,
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: 5000,
      // The audit stops by itself on an interruption, and writes a checkpoint first.
      gracefulExit: false,
    });
    this.#bar.start(STEPS, 0, { rows: 0, speed: 0, flagged: 0, broken: 0 });
  }

  update({ done, rows, flagged, broken }: Progress): void {
    const seconds = (performance.now() - this.#started) / 1000;
    this.#bar.update(Math.floor(done * STEPS), { rows, flagged, broken, speed: Math.round(rows / Math.max(seconds, 0.001)) });
  }

  stop(): void {
    this.#bar.stop();
  }
}
