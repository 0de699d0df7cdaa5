/** Screen views: room screen, console, results page and embeds draw results with these. */
import { AgendaScreen } from './agenda/screen.tsx';
import { CloudScreen } from './cloud/screen.tsx';
import type { AnyScreenView } from './kind.ts';
import type { KindName } from './models.ts';
import { PollScreen } from './poll/screen.tsx';
import { ScaleScreen } from './scale/screen.tsx';
import { TextScreen } from './text/screen.tsx';

export const screenViews: Readonly<Record<KindName, AnyScreenView>> = {
  poll: PollScreen,
  cloud: CloudScreen,
  text: TextScreen,
  scale: ScaleScreen,
  agenda: AgendaScreen,
};
