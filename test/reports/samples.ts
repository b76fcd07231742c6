import type { Finding, Report } from '../../src/report.ts';
import type { CheckedReply, FailedReply, Renderer } from '../../src/reports/index.ts';
import { createGuard } from '../../src/index.ts';

/** Texts that try to get out of where they stand. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)' x='",
  '` onfocus=alert(1) autofocus x=`',
  '<svg/onload=alert(1)>',
  '&lt;b&gt; &#60;i&#62; &amp; &nbsp',
  '<!-- --> <![CDATA[ x ]]> ]]>',
  '<style>*{display:none}</style></title></textarea><base href="//x">',
  '\u202eabc\u202c \u2066x\u2069 \u200b\ufeff',
  '\u0000\u0001\u0008\u000b\u001b[31m\u007f\u0085\ufffe\uffff',
  '\ud800 half \udc00',
  '=HYPERLINK("http://x","y")',
  '+1', '-1', '@SUM(1)', '\t=1', ' =1', '＝1＋1',
  '100% ::error::x %0A %25\r\n::set-output name=a::b',
  'a,b:c;d"e""f\nline two\r\nline three\rend',
  '{0} {1} {{x}} ${y}',
  'javascript:alert(1)',
  '__proto__', 'constructor',
];

const guard = createGuard();

/** The report of a real check. */
export function reportOf(reply: string): Report {
  return guard.check(reply);
}

/** A finding over some words of a reply, with the same text wherever text can stand. */
export function finding(reply: string, start: number, end: number, text = reply.slice(start, end), over: Partial<Finding> = {}): Finding {
  const base: Finding = {
    category: 'guarantee',
    rule: 'guarantee/arrival',
    severity: 'block',
    start,
    end,
    text,
    message: text,
    advice: text,
    act: 'safe-arrival',
    evidence: [],
    source: { article: 'own', passage: text },
    reader: 'rules',
  };
  return Object.assign(base, over);
}

/** A report with given findings. */
export function report(findings: readonly Finding[]): Report {
  const severities = findings.map(({ severity }) => severity);
  const verdict = severities.includes('block') ? 'block' : severities.includes('warn') ? 'warn' : 'pass';
  return { version: '0.0.0', schema: 1, verdict, findings, commitments: [], notes: [] };
}

/** A reply in which a hostile text stands in every field. */
export function hostileReply(text: string): CheckedReply {
  const findings = [
    finding(text, 0, text.length, text),
    finding(text, 0, 0, '', { severity: 'warn', category: 'no-apology', rule: text, message: text, advice: text }),
  ];
  return { source: text, line: 3, id: text, reply: text, report: report(findings), agent: text, product: text, day: text };
}

/** Everything that a renderer writes for some results. */
export function render(renderer: Renderer, replies: readonly CheckedReply[], failed: readonly FailedReply[] = []): string {
  const pieces = [renderer.begin(), ...replies.map((one) => renderer.checked(one)), ...failed.map((one) => renderer.failed(one))];
  return pieces.join('') + renderer.end();
}
