/** A soft sound at each end, on the one screen that may sound. Browsers keep pages silent until somebody has pressed a key there. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Position, TimerState } from './course.ts';

/** Two soft tones, a fifth apart, in hertz; the second comes a little later. Seconds. */
const tones = [
  { pitch: 523.25, after: 0 },
  { pitch: 783.99, after: 0.18 },
] as const;
const lasts = 1.6;
const loudness = 0.16;

/** One for all timers of a page, as long as the page lives: browsers allow few. */
let context: AudioContext | undefined;

/** True while the browser would keep the sound back. Never throws: without sound the words on the screen say it all. */
export function useChime(state: TimerState, at: Position, wanted: boolean): boolean {
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    const sounding = wanted ? open() : undefined;
    if (!sounding) return undefined;
    const look = () => setBlocked(sounding.state !== 'running');
    const wake = () => void sounding.resume().then(look, look);
    look();
    sounding.addEventListener('statechange', look);
    // Ahead of others, and whatever they make of the key.
    for (const event of gestures) addEventListener(event, wake, { capture: true });
    return () => {
      for (const event of gestures) removeEventListener(event, wake, { capture: true });
      sounding.removeEventListener('statechange', look);
    };
  }, [wanted]);
  useEnds(state, at, () => {
    if (wanted && context?.state === 'running') ring(context);
  });
  return wanted && blocked;
}

const gestures = ['keydown', 'pointerdown'] as const;

/** Calls back when time has run out before the eyes of this page: not for what a command did, nor for an end long past. */
function useEnds(state: TimerState, at: Position, call: () => void): void {
  const key = JSON.stringify(state);
  const seen = useRef({ key, ends: endsIn(at) });
  useEffect(() => {
    const ends = endsIn(at);
    const { key: before, ends: endsBefore } = seen.current;
    seen.current = { key, ends };
    if (key === before && ends > endsBefore && isFresh(at)) call();
  });
}

/** Ends that lie behind: each stretch has one. */
function endsIn({ stretch, phase }: Position): number {
  return stretch + (phase === 'over' ? 1 : 0);
}

/** A laptop that slept through the end says nothing about it when it wakes. */
const freshFor = 3_000;

function isFresh({ phase, over, total, left }: Position): boolean {
  return (phase === 'over' ? over : total - left) < freshFor;
}

function open(): AudioContext | undefined {
  try {
    context ??= new AudioContext();
  } catch {
    // A browser without sound.
  }
  return context;
}

function ring(sounding: AudioContext): void {
  try {
    for (const { pitch, after } of tones) {
      const start = sounding.currentTime + after;
      const gain = new GainNode(sounding, { gain: 0 });
      const tone = new OscillatorNode(sounding, { type: 'sine', frequency: pitch });
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(loudness, start + 0.03);
      gain.gain.exponentialRampToValueAtTime(0.0001, start + lasts);
      tone.connect(gain).connect(sounding.destination);
      tone.start(start);
      tone.stop(start + lasts);
    }
  } catch {
    // Then it is silent: the words on the screen say it all.
  }
}
