/** Fetches what the results page shows. */
import { isRefusal, type Refusal } from '../../protocol/refusals.ts';
import type { ResultsView } from '../../protocol/views.ts';

export async function fetchResults(code: string): Promise<ResultsView | Refusal | 'unreachable'> {
  try {
    const response = await fetch(`/${encodeURIComponent(code)}/results/view`, {
      credentials: 'same-origin',
      cache: 'no-store',
    });
    if (response.ok) {
      const results: ResultsView = await response.json();
      return results;
    }
    const { refused }: { refused?: unknown } = await response.json();
    return isRefusal(refused) && refused !== 'too-fast' && refused !== 'internal' ? refused : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
