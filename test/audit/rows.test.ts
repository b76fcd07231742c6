import { describe, expect, it } from 'vitest';
import { createGuard } from '../../src/index.ts';
import { auditRow, auditRows, guessColumns, readRow, summarize } from '../../src/audit/index.ts';
import type { AuditSummary, Column, ReadRow } from '../../src/audit/index.ts';

const guard = createGuard();
const BAD = '亲，退款24小时内一定到账哦';
const GOOD = '您好，请问您想了解哪款商品呢？';

type Cells = Partial<Record<Column, string>>;

function read(cells: Cells, row = 1): ReadRow {
  return readRow({ source: 'chats.csv', row }, (column) => cells[column]);
}

function summaryOf(...rows: Cells[]): AuditSummary {
  return summarize(auditRows(guard, rows.map((cells, at) => read(cells, at + 1))), guard.policy);
}

function auditedOf(cells: Cells) {
  const { row } = read(cells);
  return auditRow(guard, row!);
}

describe('guessing columns', () => {
  it('knows the headers of Chinese exports', () => {
    expect(guessColumns(['会话ID', '客户昵称', '客服', '回复时间', '商品名称', '回复内容', '是否投诉', '是否解决', '是否兑现', '备注'])).toEqual({
      conversation: 0, customer: 1, agent: 2, day: 3, product: 4, reply: 5, complaint: 6, solved: 7, outcome: 8,
    });
  });

  it('knows the headers of English exports', () => {
    expect(guessColumns(['Ticket ID', 'created_at', 'Agent Name', 'Customer', 'SKU', 'Reply', 'Is Complaint', 'Resolved', 'Issue Type'])).toEqual({
      conversation: 0, day: 1, agent: 2, customer: 3, product: 4, reply: 5, complaint: 6, solved: 7, issue: 8,
    });
  });

  it('uses a header once, and takes 时间 for the day where there is no other', () => {
    expect(guessColumns(['客服', '时间', '内容'])).toEqual({ agent: 0, day: 1, reply: 2 });
    expect(guessColumns(['日期', '时间', '内容'])).toEqual({ day: 0, time: 1, reply: 2 });
    expect(guessColumns(['role', 'message'])).toEqual({ role: 0, reply: 1 });
    expect(guessColumns(['颜色', '尺码'])).toEqual({});
  });
});

describe('reading a row', () => {
  it('reports values that are none of their column, and keeps the rest', () => {
    const { row, faults } = read({ reply: GOOD, day: '昨天', complaint: '也许', solved: '大概', outcome: '…', contact: '零', paid: '很多', agent: ' 小美 ' });
    expect(row).toEqual({ source: 'chats.csv', row: 1, reply: GOOD, agent: '小美', solved: null });
    expect(faults.map(({ error }) => error.split(':')[0])).toEqual(['day', 'complaint', 'solved', 'outcome', 'contact', 'paid']);
    expect(faults.every(({ level }) => level === 'value')).toBe(true);
  });

  it('does not audit a row whose speaker is not known', () => {
    const { row, faults } = read({ reply: BAD, role: '小美' });
    expect(row).toBeNull();
    expect(faults).toEqual([{ source: 'chats.csv', row: 1, level: 'row', error: 'role: expected a word for agent or customer, got "小美"' }]);
  });

  it('never judges what a customer says', () => {
    expect(summaryOf({ reply: BAD, role: '买家' }).rows).toEqual({ read: 1, audited: 0, skipped: 1, broken: 0 });
  });

  it('reads money with signs and commas', () => {
    expect(read({ reply: GOOD, paid: '¥1,299.50' }).row?.paid).toBe(1299.5);
  });
});

describe('the context of a row', () => {
  it('takes the complaint, what was paid and the day into account', () => {
    expect(auditedOf({ reply: '亲，已为您登记。' }).report?.findings).toEqual([]);
    expect(auditedOf({ reply: '亲，已为您登记。', complaint: '是' }).report?.findings.map(({ category }) => category)).toEqual(['no-apology']);
  });
});

describe('the ledger', () => {
  it('says by when, counted from the day, weekdays included', () => {
    const { ledger } = auditedOf({ reply: '周五前给您发货', day: '2024-05-28 11:00' });
    expect(ledger.map(({ commitment, due }) => [commitment?.act, due])).toEqual([['dispatch', '2024-05-31 23:59']]);
  });

  it('gives each promise its outcome', () => {
    const { ledger } = auditedOf({ reply: '给您三倍赔偿，周五前给您发货', outcome: '未兑现;按时兑现' });
    expect(ledger.map(({ commitment, outcome }) => [commitment?.act, outcome])).toEqual([['multiple-offer', 'broken'], ['dispatch', 'kept']]);
  });

  it('gives no promise an outcome where their number is another', () => {
    const { ledger, error } = auditedOf({ reply: '给您三倍赔偿，周五前给您发货', outcome: '是;是;否' });
    expect(ledger.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown']);
    expect(error).toBe('outcome: expected 1 or 2 values, one for each promise, got 3');
  });

  it('counts what is said once as one promise', () => {
    const { ledger } = auditedOf({ reply: BAD, outcome: '否' });
    expect(ledger.filter(({ counts }) => counts)).toHaveLength(1);
  });
});

describe('the share of promises kept', () => {
  it('rests on the promises whose outcome is known', () => {
    const { fulfilment, promises } = summaryOf(
      { reply: '3个工作日内给您发货', outcome: '是' },
      { reply: '3个工作日内给您发货', outcome: '否' },
      { reply: '3个工作日内给您发货', outcome: '处理中' },
      { reply: '3个工作日内给您发货' },
      { reply: '我帮您查一下，请稍等', outcome: '是' },
    );
    expect(promises).toMatchObject({ made: 4, kept: 1, broken: 1, open: 1, unknown: 1 });
    expect(fulfilment).toEqual({ count: 1, of: 2, rate: 0.5 });
  });

  it('is not known where the data does not say', () => {
    expect(summaryOf({ reply: '3个工作日内给您发货' }).fulfilment.rate).toBeNull();
  });

  it('counts a promise that the data knows and the check did not read', () => {
    const { promisesByAct } = summaryOf({ reply: GOOD, outcome: '否' });
    expect(promisesByAct.map(({ act, broken }) => [act, broken])).toEqual([['unread', 1]]);
  });
});

describe('the share solved at the first contact', () => {
  it('needs one contact and a word that it was solved', () => {
    const { firstContact } = summaryOf(
      // Solved in one conversation of two replies.
      { reply: GOOD, customer: '甲', product: 'A', conversation: '1', solved: '' },
      { reply: GOOD, customer: '甲', product: 'A', conversation: '1', solved: '是' },
      // Solved, and back again about the same product.
      { reply: GOOD, customer: '乙', product: 'A', conversation: '2', solved: '是' },
      { reply: GOOD, customer: '乙', product: 'A', conversation: '3', solved: '是' },
      // Back about another product: two problems, each solved at once.
      { reply: GOOD, customer: '丙', product: 'A', conversation: '4', solved: '是' },
      { reply: GOOD, customer: '丙', product: 'B', conversation: '5', solved: '是' },
      // Not solved.
      { reply: GOOD, customer: '丁', product: 'A', conversation: '6', solved: '否' },
      // Nobody says.
      { reply: GOOD, customer: '戊', product: 'A', conversation: '7', solved: '' },
    );
    expect(firstContact).toEqual({
      caseBy: 'customer-product', cases: 6, rated: 5, exact: true,
      solved: { count: 4, of: 5, rate: 0.8 },
      solvedAtFirst: { count: 3, of: 5, rate: 0.6 },
    });
  });

  it('believes the data about later contacts', () => {
    expect(summaryOf({ reply: GOOD, conversation: '1', solved: '是', contact: '2' }).firstContact?.solvedAtFirst.count).toBe(0);
  });

  it('is not given where the data never says what was solved', () => {
    expect(summaryOf({ reply: GOOD, conversation: '1' }).firstContact).toBeNull();
    expect(summaryOf({ reply: GOOD, conversation: '1', solved: '处理中' }).firstContact).toBeNull();
  });
});

describe('products at the complaint threshold', () => {
  it('counts conversations, not rows, and what customers say too', () => {
    const complaint = (product: string, conversation: string, role = '客服'): Cells => ({ reply: '非常抱歉', product, conversation, role, complaint: '是' });
    const { alerts, productAlert } = summaryOf(
      complaint('A', '1'), complaint('A', '2'), complaint('A', '3', '买家'), complaint('A', '3'),
      complaint('B', '4'), complaint('B', '4'), complaint('B', '4'), complaint('B', '5'),
    );
    expect(productAlert).toBe(3);
    expect(alerts).toEqual([{ product: 'A', complaints: 3, exact: true }]);
  });
});

describe('frequent problems', () => {
  it('names rules and the problems of the data, with their products', () => {
    const { problems } = summaryOf(
      { reply: BAD, product: 'A', issue: '物流' },
      { reply: BAD, product: 'A' },
      { reply: BAD, product: 'B' },
      { reply: GOOD, product: 'B', issue: '物流' },
    );
    expect(problems).toEqual([
      { kind: 'rule', name: 'timeline/refund-arrival', replies: 3, products: [{ name: 'A', replies: 2 }, { name: 'B', replies: 1 }] },
      { kind: 'issue', name: '物流', replies: 2, products: [{ name: 'A', replies: 1 }, { name: 'B', replies: 1 }] },
    ]);
  });
});

describe('examples', () => {
  it('show the finding where it stands, in long replies too', () => {
    const long = `${'感谢您的耐心等待。'.repeat(80)}${BAD}${'祝您生活愉快。'.repeat(80)}`;
    const [example] = summaryOf({ reply: long }).examples;
    expect(example!.reply.length).toBeLessThanOrEqual(400);
    expect(example!.reply.slice(example!.span.start, example!.span.end)).toContain('24小时内');
  });
});
