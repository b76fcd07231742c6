export { default } from 'replyguard/promptfoo';
