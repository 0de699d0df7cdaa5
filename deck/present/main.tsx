/** Starts the console, and says in words what is missing otherwise. */
import { connectPresenter } from '../connection.ts';
import { Refused } from '../messages.tsx';
import '../room/code.css';
import '../room/slides.css';
import { startPage } from '../start.tsx';
import { Console } from './console.tsx';
import './present.css';

void startPage((code) => {
  const connection = connectPresenter(code);
  function Page() {
    const state = connection.state.value;
    if (state.is === 'refused') return <Refused reason={state.reason} link="present" />;
    return <Console code={code} connection={connection} />;
  }
  return <Page />;
});
