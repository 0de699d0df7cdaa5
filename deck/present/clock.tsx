/** The time of day, and how long this console has been open. */
import { useEffect, useState } from 'preact/hooks';

const began = Date.now();

export function Clock() {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const time = new Date(now).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
  return (
    <p class="clock figures">
      <strong>{time}</strong> <span>{elapsed(now - began)}</span>
    </p>
  );
}

/** `4:07` or `1:04:07` from milliseconds. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (number: number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
