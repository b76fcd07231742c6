/**
 * What every runtime does with the installed package: checks, explains and mends a fixed sample, reads it with the learned reader,
 * decides and words cases, and streams. Plain JavaScript without built-ins, so that it runs wherever the library does.
 */

/**
 * @param {Record<string, Record<string, any>>} doors the doors of the package that open everywhere, by name
 * @param {{ replies: object[], cases: object[], hostile: string[] }} sample
 * @returns {{ checked: number, wrong: string[], lines: string[] }} how many expectations were looked at, those that did not
 *   hold, and every result as a line of JSON, to be compared byte for byte with another runtime's
 */
export function work(doors, { replies, cases, hostile }) {
  const { createGuard } = doors['replyguard'];
  const { compose, decide } = doors['replyguard/decision'];
  const { learnedReader } = doors['replyguard/learned'];
  const wrong = [];
  const lines = [];
  let checked = 0;
  const expect = (name, holds) => {
    checked += 1;
    if (!holds) wrong.push(name);
  };
  const guards = new Map();
  const guardOf = (policy, reader) => {
    const key = `${reader === undefined ? 'rules' : 'both'} ${JSON.stringify(policy)}`;
    if (!guards.has(key)) guards.set(key, createGuard(reader === undefined ? { policy } : { policy, reader }));
    return guards.get(key);
  };

  for (const { id, reply, policy, context, labels, allowed } of replies) {
    const guard = guardOf(policy);
    const report = guard.check(reply, context);
    const got = new Set(report.findings.filter(({ severity }) => severity !== 'info').map(({ category }) => category));
    expect(`${id}: labels`, labels.every((label) => got.has(label)) && [...got].every((label) => labels.includes(label) || allowed.includes(label)));
    expect(`${id}: quotes the reply`, report.findings.every(({ start, end, text }) => reply.slice(start, end) === text));
    lines.push(JSON.stringify([id, 'explain', guard.explain(reply, context)]));
    if (labels.length > 0) lines.push(JSON.stringify([id, 'fix', guard.fix(reply, context)]));
    const session = guard.session(context);
    session.update(reply.slice(0, reply.length / 2));
    expect(`${id}: the session's report is the check's`, JSON.stringify(session.update(reply)) === JSON.stringify(report));
    const { found, whole } = stream(guard, reply, context);
    expect(`${id}: the stream's report is the check's`, whole === JSON.stringify(report));
    expect(`${id}: the stream found the same`, found === inOrder(report.findings));
  }
  const reader = learnedReader();
  for (const { id, reply, policy, context } of replies) {
    lines.push(JSON.stringify([id, 'both', guardOf(policy, reader).check(reply, context)]));
  }
  for (const { id, policy, given, action } of cases) {
    const decision = decide(given, policy);
    if (action !== undefined) expect(`${id}: action`, decision.action === action);
    const worded = ['zh', 'en'].map((locale) => compose(decision, { policy, issue: given.issue, locale, seed: 7 }));
    lines.push(JSON.stringify([id, decision, worded]));
  }
  for (const language of ['zh', 'en']) {
    const guard = doors[`replyguard/${language}`].createGuard();
    for (const { id, reply, context } of replies) if (context.lang === language) lines.push(JSON.stringify([id, 'alone', guard.check(reply, context)]));
  }
  for (const [name, door] of Object.entries(doors)) lines.push(JSON.stringify([name, Object.keys(door).filter((key) => key !== 'default').sort()]));
  for (const text of hostile) lines.push(JSON.stringify(['hostile', guardOf('default').check(text)]));
  return { checked, wrong, lines };
}

/** A reply that comes in pieces of three characters: what was found on the way, and the report at the end. */
function stream(guard, reply, context) {
  const stream = guard.stream(context);
  const found = [];
  for (let at = 0; at < reply.length; at += 3) found.push(...stream.push(reply.slice(at, at + 3)).findings);
  const { findings, report } = stream.end();
  return { found: inOrder([...found, ...findings]), whole: JSON.stringify(report) };
}

function inOrder(findings) {
  return findings.map((finding) => JSON.stringify(finding)).sort().join('\n');
}
