/** In place of a real bot, one that promises too much. */
export default class CarelessBot {
  id() {
    return 'careless-bot';
  }

  async callApi(prompt) {
    if (prompt.includes('裂')) return { output: '非常抱歉给您带来不便！这次给您三倍赔偿。' };
    if (prompt.includes('退款')) return { output: '您好，退款24小时内一定到账。' };
    return { output: '您好，请问您想了解哪款商品呢？' };
  }
}
