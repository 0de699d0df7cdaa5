/** Fetches what the results page shows; `by` is the activity to compare by, or none. */
import { isRefusal, type Refusal } from '../../protocol/refusals.ts';
import type { ResultsView } from '../../protocol/views.ts';

export async function fetchResults(code: string, by = ''): Promise<ResultsView | Refusal | 'unreachable'> {
  try {
    const query = by === '' ? '' : `?by=${encodeURIComponent(by)}`;
    const response = await fetch(`/${encodeURIComponent(code)}/results/view${query}`, {
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
