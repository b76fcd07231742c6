/** The playground: `?lang=zh` or `?lang=en` chooses the language, else the browser's. */
import type { Language } from '../../src/index.ts';
import { App } from './app.ts';

const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
const language: Language = asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';
new App(document.getElementById('app')!, language);
