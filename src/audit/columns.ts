/** What a column of the data can hold. The names are those of `--map`. */
export const COLUMNS = [
  'reply',
  'role',
  'agent',
  'day',
  'time',
  'product',
  'conversation',
  'customer',
  'message',
  'complaint',
  'solved',
  'outcome',
  'contact',
  'issue',
  'paid',
] as const;

/** One of {@link COLUMNS}. */
export type Column = (typeof COLUMNS)[number];

/** Which place of a row (from 0) or which key of a JSON line holds what. */
export type Mapping<Place extends number | string = number | string> = Readonly<Partial<Record<Column, Place>>>;

/**
 * Common headers of shops' exports, best first; compared without case, spaces, underscores, hyphens and dots. A header that
 * stands under two columns goes to the one where it ranks better.
 */
export const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  reply: [
    '回复内容', '客服回复', '回复', '客服话术', '商家回复', '卖家回复', '答复', '消息内容', '聊天内容', '内容', '话术', '文本',
    'reply', 'agentreply', 'response', 'replytext', 'agentmessage', 'answer', 'content', 'body', 'text', 'messagetext',
  ],
  role: ['角色', '发送方', '发送者类型', '消息方向', '身份', '发言人类型', 'role', 'sendertype', 'senderrole', 'direction', 'speaker', 'authortype'],
  agent: [
    '客服', '客服姓名', '客服名称', '客服昵称', '客服账号', '客服id', '坐席', '坐席姓名', '接待客服', '员工', '处理人', '发送人',
    'agent', 'agentname', 'agentid', 'operator', 'assignee', 'representative', 'rep', 'staff', 'csr', 'sender',
  ],
  day: [
    '日期', '回复日期', '回复时间', '发送时间', '消息时间', '创建时间', '会话时间', '聊天时间', '时间日期',
    'day', 'date', 'datetime', 'timestamp', 'createdat', 'sentat', 'repliedat', 'replytime', 'created',
  ],
  time: ['时间', '时刻', '钟点', 'time', 'clock', 'timeofday'],
  product: [
    '商品', '商品名称', '商品编号', '商品id', '产品', '产品名称', '产品编号', '货号', '款号', 'spu', 'sku',
    'product', 'productname', 'productid', 'item', 'itemname', 'asin',
  ],
  conversation: [
    '会话', '会话id', '会话编号', '对话', '对话id', '聊天id', '工单', '工单号', '工单编号', '咨询编号',
    'conversation', 'conversationid', 'chat', 'chatid', 'session', 'sessionid', 'ticket', 'ticketid', 'thread', 'threadid', 'case', 'caseid',
  ],
  customer: [
    '客户', '客户姓名', '客户名称', '客户昵称', '客户id', '顾客', '顾客昵称', '买家', '买家昵称', '买家账号', '会员名', '用户', '用户id', '用户昵称', '用户名',
    'customer', 'customername', 'customerid', 'buyer', 'buyername', 'buyerid', 'user', 'userid', 'username', 'client', 'clientid',
  ],
  message: [
    '客户消息', '客户问题', '顾客消息', '买家消息', '用户消息', '客户留言', '买家留言', '用户问题', '咨询内容', '问题内容', '评价内容',
    'message', 'customermessage', 'usermessage', 'buyermessage', 'question', 'query', 'inquiry',
  ],
  complaint: ['是否投诉', '投诉', '投诉标记', '是否客诉', '客诉', '是否差评', 'complaint', 'iscomplaint', 'complained'],
  solved: [
    '是否解决', '已解决', '解决状态', '是否已解决', '解决', '是否完结', '问题是否解决',
    'solved', 'resolved', 'issolved', 'isresolved', 'resolution', 'resolutionstatus',
  ],
  outcome: [
    '兑现', '是否兑现', '兑现情况', '兑现结果', '承诺兑现', '承诺结果', '承诺是否兑现', '履约', '履约结果', '是否履约',
    'outcome', 'kept', 'fulfilled', 'promisekept', 'promiseoutcome', 'fulfilment', 'fulfillment',
  ],
  contact: ['联系次数', '咨询次数', '进线次数', '第几次联系', '第几次咨询', 'contact', 'contactnumber', 'contactno', 'contactcount'],
  issue: [
    '问题类型', '问题分类', '问题类别', '咨询类型', '工单类型', '投诉类型', '售后原因', '退款原因',
    'issue', 'issuetype', 'category', 'reason', 'topic', 'problem', 'tickettype', 'subject',
  ],
  paid: ['实付', '实付金额', '实付款', '支付金额', '付款金额', '订单金额', 'paid', 'amountpaid', 'paidamount', 'orderamount', 'ordertotal'],
};

/**
 * Guesses which header holds what. Each header serves one column, each column one header.
 *
 * @returns the places of the headers; a column that no header fits is absent.
 */
export function guessColumns(headers: readonly string[]): Mapping<number> {
  const plain = headers.map(plainHeader);
  const offers = COLUMNS.flatMap((column) =>
    HEADERS[column].flatMap((header, rank) => {
      const place = plain.indexOf(header);
      return place === -1 ? [] : [{ column, place, rank }];
    }),
  ).sort((a, b) => a.rank - b.rank);
  const mapping: Partial<Record<Column, number>> = {};
  const taken = new Set<number>();
  for (const { column, place } of offers) {
    if (mapping[column] !== undefined || taken.has(place)) continue;
    mapping[column] = place;
    taken.add(place);
  }
  return withoutGaps(mapping);
}

/** Where only one of two columns is there, its header means the one that is needed more: 时间 the day, `message` the reply. */
function withoutGaps(mapping: Mapping<number>): Mapping<number> {
  const { day = mapping.time, reply = mapping.message, time, message, ...others } = mapping;
  return {
    ...others,
    ...(reply === undefined ? {} : { reply }),
    ...(day === undefined ? {} : { day }),
    ...(time === undefined || time === day ? {} : { time }),
    ...(message === undefined || message === reply ? {} : { message }),
  };
}

/** A header as it is compared. */
export function plainHeader(header: string): string {
  return header.normalize('NFKC').toLowerCase().replace(/[\s_.\-()[\]【】/:：]/gu, '');
}
