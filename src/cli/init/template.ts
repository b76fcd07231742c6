/** What a template needs to know. */
export interface TemplateFacts {
  /** Where the JSON Schemas are: an address, or a path that starts at the shop's folder; without a slash at the end. */
  readonly schemas: string;
}

/** The files of a new shop's folder: path → content. */
export type Template = (facts: TemplateFacts) => Readonly<Record<string, string>>;
