/** Characters that XML 1.0 does not allow, not even escaped. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for the inside of an element; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>\r]/g, (character) => ESCAPES[character]!);
}

/** An attribute with a blank before it; nothing where there is no value. Line breaks survive. */
export function xmlAttribute(name: string, value: string | number | undefined): string {
  if (value === undefined) return '';
  const text = String(value).replace(FORBIDDEN, '\ufffd');
  return ` ${name}="${text.replace(/[&<>"'\t\n\r]/g, (character) => ESCAPES[character]!)}"`;
}
