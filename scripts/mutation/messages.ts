/** Customers' messages that must, or must not, read as a complaint: test/complaint/*.yml. */
import * as z from 'zod/mini';
import { readsAsComplaint } from '../../src/complaint.ts';
import { fill } from '../../src/testing/each.ts';
import { languageOf } from '../../src/testing/fixture.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import { casesOf } from '../../src/testing/mutation/suite.ts';
import type { Case, Setting } from '../../src/testing/mutation/suite.ts';
import { dataFiles } from '../rule-data.ts';

const fileSchema = z.array(
  z.strictObject({
    /** The message; `{}` is where each phrase is put. */
    message: z.string(),
    each: z.array(z.string()),
    /** What `looksLikeComplaint` must say. */
    complaint: z.boolean(),
  }),
);

/** A message, and what it must read as. */
export interface Message {
  readonly text: string;
  readonly complaint: boolean;
  readonly file: string;
}

/** All messages, one a phrase. */
export function readMessages(): Message[] {
  return dataFiles('test/complaint/*.yml').flatMap(({ file, value }) =>
    fileSchema.parse(value).flatMap(({ message, each, complaint }) => each.map((phrase) => ({ text: fill(message, phrase), complaint, file }))),
  );
}

/** The messages as cases that notice when a word of theirs goes. */
export function messageCases(settingOf: (fixture: Fixture) => Setting): Case[] {
  return readMessages().flatMap(({ text, complaint, file }) => {
    const fixture: Fixture = {
      id: text,
      reply: text,
      labels: [],
      allowed: [],
      lang: languageOf(text),
      policy: 'default',
      context: {},
      marks: [],
      marking: 'exact',
      fragment: false,
      file,
      line: 1,
    };
    return casesOf([fixture], settingOf).map((one) => ({
      ...one,
      passes: readsAsComplaint(text, one.reading) === complaint,
      holds: (reading) => readsAsComplaint(text, reading) === complaint,
    }));
  });
}
