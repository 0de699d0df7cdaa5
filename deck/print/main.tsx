/** All slides below each other with their results as they stand, to be printed: one slide a sheet. */
import type { PrintView } from '../../protocol/views.ts';
import { fetchView } from '../api.ts';
import { Refused } from '../messages.tsx';
import '../room/code.css';
import '../room/slides.css';
import { startPage } from '../start.tsx';
import './print.css';
import { PrintedDeck } from './printed-deck.tsx';

void startPage(async (code) => {
  const view = await fetchView<PrintView>(code, 'print/view');
  if (view === 'unreachable') return view;
  if (typeof view === 'string') return <Refused reason={view} link="results" />;
  return <PrintedDeck view={view} />;
});
