/** Starts the room screen, and says in words what is missing otherwise. */
import { wear } from '../../activities/look/wear.ts';
import { connectRoom } from '../connection.ts';
import { Refused } from '../messages.tsx';
import { startPage } from '../start.tsx';
import './code.css';
import './room.css';
import './slides.css';
import { Room } from './room.tsx';

void startPage((code) => {
  const connection = connectRoom(code);
  function Page() {
    const state = connection.state.value;
    if (state.is === 'refused') {
      // The page of a deck has its look; this one has ours.
      wear({ theme: 'paper' });
      return <Refused reason={state.reason} link="room" />;
    }
    return <Room code={code} connection={connection} />;
  }
  return <Page />;
});
