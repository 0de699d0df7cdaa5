/** What needs the presenter's eye, in words: warnings of the server above everything, refusals over the lower edge. */
import { words } from '../../activities/words/console.ts';
import type { PresenterView, Warning } from '../../protocol/views.ts';
import type { Control } from './control.ts';

/** A full disk is said at once; a faulty save and lost answers when there is a pause. */
export function Notices({ view }: { readonly view: PresenterView }) {
  const alarms = view.warnings.filter(({ kind }) => kind === 'storage');
  const others = view.warnings.filter(({ kind }) => kind !== 'storage');
  return (
    <div class="notices">
      <div role="alert">{alarms.map(notice)}</div>
      <div role="status">
        {view.ended && (
          <p class="notice">
            <strong>{words.ended}</strong> {words.endedHelp}
          </p>
        )}
        {others.map(notice)}
      </div>
    </div>
  );
}

function notice({ kind, message }: Warning) {
  return (
    <p key={kind} class={kind === 'storage' ? 'notice alarm' : 'notice'}>
      <strong>{words.warnings[kind]}</strong> <span>{message}</span>
    </p>
  );
}

/** Lies over the lower edge, so that nothing moves when it comes and goes. */
export function Problem({ control }: { readonly control: Control }) {
  const text = control.problem.value;
  return (
    <div class="problem" role="alert">
      {text !== '' && (
        <p>
          <span>{text}</span>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              control.problem.value = '';
            }}
          >
            {words.dismiss}
          </button>
        </p>
      )}
    </div>
  );
}
