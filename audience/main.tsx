/** The phone page: `/` asks for the code, `/:code` is the session. */
import './phone.css';
import { render } from 'preact';
import { wear } from '../activities/look/wear.ts';
import { languages, speak } from '../activities/words/phone.ts';
import { readCode } from '../protocol/ids.ts';
import { JoinPage } from './join-page.tsx';
import { openSession } from './session.ts';
import { SessionPage, themeOnPhone } from './session-page.tsx';
import { typedIn } from './typed.ts';

/** The phone's own language, if the interface speaks it. Without it, or on a bad line, English serves. */
async function chooseLanguage(): Promise<void> {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  const language = wanted.find((tag) => tag === 'en' || Object.hasOwn(languages, tag));
  const load = language === undefined ? undefined : languages[language];
  if (!language || !load) return;
  try {
    speak((await load()).translated);
    document.documentElement.lang = language;
  } catch {
    // The words could not be loaded: English is there already.
  }
}

// Until the session says what it looks like.
wear({ theme: themeOnPhone('paper') });
await chooseLanguage();
const app = document.getElementById('app');
const typed = typedIn(location.pathname);
const code = readCode(typed);
if (app) render(code ? <SessionPage session={openSession(code)} /> : <JoinPage typed={typed} />, app);
