import type { Turn } from '../../context/index.ts';
import type { MessageList } from './types.ts';

/** What customer and agent said so far, oldest first. Messages of another shape are left out. */
export function turnsOf(list: MessageList | undefined): Turn[] {
  return (list?.get.all.db() ?? []).flatMap((message): Turn[] => {
    const role = field(message, 'role');
    const content = field(message, 'content');
    if (role === 'user') return [{ role: 'customer', text: textOf(content) }];
    return role === 'assistant' ? [{ role: 'agent', text: textOf(content) }] : [];
  });
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  const parts = field(content, 'parts');
  if (Array.isArray(parts)) return parts.map((part: unknown) => (field(part, 'type') === 'text' ? asText(field(part, 'text')) : '')).join('');
  return asText(field(content, 'content'));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
