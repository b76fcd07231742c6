/** A banned-word list of the usual kind: what a shop that spots words would block. Every word spotter gets the same 209. */
const CHINESE = `
保证,担保,一定,肯定,绝对,必须,百分百,百分之百,100%,包您满意,包退,包换,包赔,承诺,打包票,绝不,从不,永远,终身,永久,无条件,无限次,随时退,三倍,双倍,
十倍,假一赔十,假一赔三,全额赔偿,赔偿,赔付,赔钱,补偿您,补差价,免单,白送,送您,返现,返红包,红包,现金,转账给您,打给您,私下,优惠券,代金券,抵用券,
大额券,立即到账,马上到账,秒到,秒退,当天到账,今天到账,明天到账,24小时内,12小时内,两小时内,一小时内,今晚前,明早,次日达,当日达,立刻发货,马上发货,
今天发货,现在就发,加急,优先处理,插队,质量问题,质量缺陷,生产问题,供应商,供货商,工厂,代工,严惩,处罚,开除,追责,追究,我们的责任,我方责任,全责,
仓库发错,内部,后台,系统显示,成本价,进货价,库存只剩,员工价,领导说,老板说,主管说,公司规定,潜规则,下次一定,以后都,今后,再也不会,会员价,终身质保,
加微信,微信,加QQ,支付宝,私聊,手机号,打我电话,好评,五星,5星,晒图,追评,改评,删差评,差评,你自己,不会用,看不懂,你的问题,爱买不买,不买算了,没办法,
不知道,不清楚,不归我管,与我无关,别催,等着,再等等,嗯嗯,呵呵,最低价,全网最低,打款,立马,亲自处理`;
const ENGLISH = `
guarantee,guaranteed,promise,promised,definitely,certainly,absolutely,always,never,100 percent,for sure,no doubt,without fail,
full refund,double refund,triple,lifetime,forever,unlimited,compensate,compensation,cash,gift card,coupon,store credit,on us,
free of charge,right away,immediately,instantly,within 24 hours,tomorrow,tonight,asap,our fault,manufacturer,supplier,factory,
defect,internal,back office,cost price,my boss,my manager,next time,in future,five stars,5 stars,good review,positive review,
change your review,whatsapp,telegram,text me,call me,paypal,your fault,calm down,as i said,not my problem,no idea,just wait,
read the manual,cheapest,best price,number one,take it or leave it,whatever,obviously`;

/** The list: Chinese first, then English, no word twice. */
export const BANNED_WORDS: readonly string[] = [CHINESE, ENGLISH]
  .flatMap((list) => list.replaceAll('\n', '').split(','))
  .filter((word, index, all) => all.indexOf(word) === index);
