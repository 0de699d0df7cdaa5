/** Text in a few lines, beside other questions. */
import type { BriefProps } from '../views.ts';
import { count } from '../words/say.ts';
import { words } from '../words/screen.ts';
import '../look/brief.css';
import type { TextOptions, TextRevealed } from './model.ts';

/** How many, and the newest of them; where there are more lines, these are longer. */
export function TextBrief({ revealed, lines }: BriefProps<TextOptions, TextRevealed>) {
  const { people, entries = [] } = revealed;
  return (
    <>
      <p class="brief-soft">{count(words.answers, people)}</p>
      <ul class="brief-texts" data-wraps={lines > 3}>
        {entries.slice(0, lines - 1).map((entry) => (
          <li key={entry.key} class="brief-text" dir="auto">
            {entry.text}
          </li>
        ))}
      </ul>
    </>
  );
}
