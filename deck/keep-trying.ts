/** For what a page cannot do without: tried until it comes. */

/** Milliseconds between two attempts. */
const tryAgainAfter = 2_000;

/** Runs `task` until it succeeds; the result stops it. */
export function keepTrying(task: () => Promise<void>): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = () => {
    task().catch(() => {
      if (!stopped) timer = setTimeout(attempt, tryAgainAfter);
    });
  };
  attempt();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
