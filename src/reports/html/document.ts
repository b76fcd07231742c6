import { PAGE_SCRIPT, PAGE_SCRIPT_HASH, PAGE_STYLE, PAGE_STYLE_HASH } from '../../generated/report-page.ts';
import type { Language } from '../../types.ts';
import { html, line, Markup } from './markup.ts';
import type { Content } from './markup.ts';

/** What stands around the body of every page. */
export interface Page {
  readonly language: Language;
  readonly title: string;
  /** A line under the title. */
  readonly subtitle: string;
  readonly body: Content;
}

/** Nothing may be loaded or sent, and no script or style but ours runs: both are named by their hashes. */
const POLICY = [
  "default-src 'none'",
  `script-src '${PAGE_SCRIPT_HASH}'`,
  `style-src '${PAGE_STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A whole page in one file, which needs nothing from outside and nothing from a server. */
export function htmlDocument({ language, title, subtitle, body }: Page): string {
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${line(title)}</title>
<style>${new Markup(PAGE_STYLE)}</style>
</head>
<body>
<header><h1>${line(title)}</h1><p>${line(subtitle)}</p></header>
<main>
${body}
</main>
<script>${new Markup(PAGE_SCRIPT)}</script>
</body>
</html>
`.text;
}
