/**
 * Replies for the speed runs, written for this purpose in the manner of real chats: mostly ordinary talk, about 3 in 100 with an
 * over-promise. Chinese: 32 characters on average. English: about 260.
 */
export const CHINESE: readonly string[] = [
  '您好，在的，请问有什么可以帮您？',
  '亲，这款目前有黑色和米白两个颜色，您看喜欢哪个呢',
  '这边帮您查询一下物流信息，请您稍等片刻哦',
  '您的包裹昨天已经到达杭州中转站，预计还需要两三天，具体以快递派送为准',
  '非常抱歉给您带来不好的体验，麻烦您拍一张破损处的照片，我们核实后给您处理方案',
  '好的，已经为您备注了，发货前仓库会再核对一遍尺码',
  '身高165体重110斤的话，一般建议选M码，喜欢宽松可以选L码',
  '退款审核通过后会原路退回，到账时间3-5个工作日，请您留意',
  '这款面料是纯棉的，建议冷水手洗，不要暴晒，第一次洗可能会有轻微浮色',
  '亲亲，优惠券在店铺首页可以领取，满200减20，和活动可以一起用的',
  '抱歉让您久等了，刚才咨询的人比较多',
  '不好意思，这个时间没法跟您保证，快递那边的派送我们控制不了',
  '您是七天无理由退货的话，运费需要自己承担一下，商品不影响二次销售就可以',
  '麻烦您提供一下订单号，我这边马上帮您核实',
  '好的呢，感谢您的理解，祝您生活愉快',
  '电池容量是5000毫安，正常使用一天没有问题，充满大概需要一个半小时',
  '这个问题我已经反馈给售后专员了，24小时内会有专人和您联系',
  '实在抱歉，这批货暂时缺货，到货时间还没有通知，您可以先收藏，也可以选择退款',
  '您稍等，我去仓库那边确认一下库存再回复您',
  '您好，发票可以在订单详情页申请，电子发票一般开票后会发到您的邮箱',
  '安装视频已经发给您了，按照步骤来就可以，有不清楚的地方随时问我',
  '收到，已经帮您改好地址了，请核对一下：收件人和电话都没有变动',
  '非常理解您着急的心情，物流停滞的情况我们已经催促快递核查了',
  '目前页面显示的就是活动价了，结束以后会恢复原价的哦',
  '您反馈的异响情况，可能是运输过程中螺丝松动，您可以先检查一下底座',
  '这边先给您登记换货，您收到新的以后再把旧的寄回来就可以',
  '保修期是一年，人为损坏不在保修范围内，具体可以看说明书最后一页',
  '可以的，您申请的时候选择质量问题，运费先垫付，收到后我们核实了给您报销',
  '亲，您放心，退款今天之内一定到您账上，不到账您找我',
  '好的，那我先不打扰您了，后续有任何问题都可以再联系我们',
  '赠品是随机发的，颜色没有办法指定，还请您谅解一下',
  '请问您是什么时候下单的呢？方便发一下付款截图吗',
  '已经为您申请了10元的补偿，您看这样可以吗',
  '这款和上一代相比，主要升级了屏幕和续航，重量轻了大概30克',
  '非常抱歉，让您失望了，我们会把您的意见转达给产品部门',
  '您可以先看一下是不是被家人或者驿站代收了，签收地址写的是菜鸟驿站',
  '嗯嗯，是的，这两个链接是同一款，只是套餐不同',
  '快递显示已经在派送中了，快递员电话我发给您，您可以直接联系他',
  '建议您先充电两个小时再开机试试，如果还是不行的话我们给您安排检测',
  '预售商品是付款后15天内发货的，页面上有说明，麻烦您再耐心等待一下',
  '您好，会员积分可以在个人中心查看，100积分可以抵扣1元',
  '不支持货到付款的哦，可以用支付宝、微信或者银行卡',
  '如果核实确实是我们漏发的，会给您补寄，运费我们来承担',
  '尺码偏小的话可以换大一码，您在订单里申请换货，选择尺码不合适',
  '收到您的照片了，我这边提交给质检核实，一般需要1-3个工作日',
  '好的，没问题',
  '亲，这边看到您的订单已经签收了，是有什么问题吗',
  '您说的这个情况我记录下来了，同事核实以后会第一时间给您答复，请保持电话畅通',
  '包装破损但是商品没有问题的话，您可以先正常使用，有问题再联系我们',
  '抱歉，活动已经结束了，现在没有办法再给您补差价了',
  '洗碗机的进水管是1.5米的，如果不够长可以另外买延长管，店里有链接',
  '这是质量问题，我们的责任，给您三倍赔偿，您看行吗',
  '您好，充电宝属于带电产品，只能走陆运，到新疆大概要7到10天左右',
  '麻烦给个地址，我帮您看一下能不能送货上门',
  '如果您方便的话，可以在收到货满意以后给我们一个真实的评价，谢谢您',
  '您的心情我们非常理解，换作是我也会着急，这边马上帮您跟进处理',
  '口味的话，原味偏甜一点，海盐的不太甜，您看您平时的口味',
  '退货地址已经发到您的手机上了，寄出以后在订单里填一下快递单号就行',
  '不客气，应该的',
  '关于您提到的漏水问题，请先关闭进水阀，避免影响地板，我们尽快安排师傅跟您约时间上门查看',
  '您好，看到您反馈说收到的四件套里少了一个枕套，实在不好意思，我先给您登记，仓库核对出库录像之后会联系您补寄或者退这一件的钱',
  '这个价格是直播间专享的，需要从直播间的链接进去拍才有，店铺页面拍的话是不带赠品的，您看一下您下单的是哪个入口',
  '亲，退货的包裹我们已经签收了，现在在质检，质检没有问题的话系统会自动退款，不用您再操作，请您耐心等待一两天',
  '不好意思，定制的商品是按照您提供的尺寸裁好的，非质量问题不支持退换，下单之前的页面上也有提示，还请您理解',
  '您之前申请的换货已经审核通过了，请您把商品连同吊牌和赠品一起寄回，寄出之后填写单号，我们收到后按顺序给您换出',
  '如果您担心孩子用着不合适，可以先拆开外包装试一下，内包装不要撕，不影响二次销售的情况下七天内都可以退回来',
  '您好，咱家的灯具需要打孔安装，包装里带了膨胀螺丝和说明书，如果不会安装，可以在平台上预约付费的安装服务',
];

export const ENGLISH: readonly string[] = [
  "Hi Dana, thanks for reaching out, and I'm sorry the mug arrived chipped. Could you send me a photo of the damage and of the box? Once our team has looked at it, usually within 1-3 business days, I'll write back with your options: a replacement or a refund to your card.",
  "I understand how frustrating it is to wait for a parcel that doesn't move. I've checked the tracking and the last scan was in Memphis on Tuesday. The carrier gives an estimate of three to five days from there, but I can't promise a date, because that part is in their hands.",
  'Good question! The medium fits a waist of 30 to 32 inches, and the fabric has a little stretch. Most customers who are between sizes take the larger one. You can return unworn items within 30 days, and the return label is in the box, so you could also try both at home.',
  'Your refund was approved this morning. It goes back to the original payment method, and banks usually need 5-7 business days to post it. If you do not see it after that, please write to us again with the reference number below and we will trace it together with our payment provider.',
  "I'm really sorry about the mix-up with your order. I can see that you ordered the blue one and received the green one. We'd like to send you the right item as soon as the warehouse has confirmed that it is in stock. You won't have to return the green one before the new one leaves.",
  "Don't worry, your money will be back in your account tomorrow, guaranteed. This was clearly a factory defect and we take full responsibility. I'll also send you a $100 gift card for the trouble, and next time you order, just mention my name and everything will be free for you.",
  'Thank you for the photos, they are very helpful. I have passed them on to our quality team. They will check whether the scratch happened in transit or before, and I will get back to you with what they say. There is nothing that you need to do in the meantime; please keep the packaging.',
  'The battery lasts about nine hours with the screen at half brightness, and a full charge takes around ninety minutes with the cable in the box. If yours runs down much faster, please try a reset first: hold both buttons for ten seconds. If that does not help, we can have it checked.',
  "Unfortunately we can't change the address once the label has been printed, but you can redirect the parcel on the carrier's site with the tracking number in your confirmation mail. If it comes back to us, we will refund the order, or send it out again, whichever you prefer. Sorry about that.",
  'Hello and welcome! The promotion code works on full-price items only, which is why it was not accepted in your cart. You can still use the 10% newsletter discount on the whole order. Would you like me to walk you through the checkout, or is there anything else you would like to know?',
];

/** The texts of a language joined to pieces of at least `length` UTF-16 code units; what is left over is dropped. */
export function joined(texts: readonly string[], length: number, separator: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const text of texts) {
    piece += piece === '' ? text : separator + text;
    if (piece.length >= length) {
      pieces.push(piece);
      piece = '';
    }
  }
  return pieces;
}

/** The texts repeated to exactly `length` code units. */
export function repeated(texts: readonly string[], length: number, separator: string): string {
  const once = texts.join(separator) + separator;
  return once.repeat(Math.ceil(length / once.length)).slice(0, length);
}
