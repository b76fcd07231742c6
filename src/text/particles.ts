/** Particles that end what is said, in chats that use no punctuation: 今天发货哦我跟仓库说. */
export const END_PARTICLES = '哦噢喔啦哒咯呢';
