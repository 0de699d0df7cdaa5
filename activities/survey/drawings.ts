/** How a question of a survey is drawn: alone by its kind, and briefly beside the others. One line for each kind. */
import type { ComponentChild } from 'preact';
import { PollScreen } from '../poll/screen.tsx';
import { ScaleScreen } from '../scale/screen.tsx';
import { TextScreen } from '../text/screen.tsx';
import type { AnyScreenView } from '../views.ts';
import { PollBrief, ScaleBrief, TextBrief } from './briefs.tsx';
import type { Figure } from './model.ts';
import type { PartName } from './parts.ts';

export interface BriefProps<Options, Revealed> {
  readonly options: Options;
  readonly revealed: Revealed;
  /** What of it is a number. */
  readonly figures: readonly Figure[];
  /** How many lines there is room for. */
  readonly lines: number;
}

interface Drawing {
  readonly Screen: AnyScreenView['Screen'];
  /** Without one, what its kind says of the result in words. */
  Brief?(props: BriefProps<unknown, unknown>): ComponentChild;
}

export const drawings: Readonly<Record<PartName, Drawing>> = {
  poll: { Screen: PollScreen, Brief: PollBrief },
  scale: { Screen: ScaleScreen, Brief: ScaleBrief },
  text: { Screen: TextScreen, Brief: TextBrief },
};
