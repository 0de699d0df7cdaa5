/** A form on phones that is a kind's fields, a button that sends them, and the result below. */
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { FormParts, PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';

/** Whatever a kind leaves out is as its parts say: what is an answer may be sent, and is kept as a draft. */
interface Ways<Options, Response> {
  /** Whether it is sent as soon as it is filled in, without a button. */
  atOnce?(options: Options, filled: Response | undefined): boolean;
  fits?(options: Options, filled: Response): boolean;
  draft?(filled: Response): Response | undefined;
}

/** `shown` is what is there of a result that may be seen. */
export function formOf<Options, Response, Revealed>(
  parts: FormParts<Options, Response, Revealed>,
  shown: keyof Revealed,
  ways: Ways<Options, Response> = {},
): (props: PhoneViewProps<Options, Response, Revealed>) => ComponentChild {
  return function Form(props) {
    const { id, base, options, own, open, send, keepDraft, revealed } = props;
    const [filled, setFilled] = useState(parts.read(props.draft) ?? own);
    const answer = filled && parts.answer(options, filled);
    const fits = filled !== undefined && answer !== undefined && (ways.fits?.(options, filled) ?? true);
    const onFill = (next: Response) => {
      setFilled(next);
      // A tap is the answer; another tap changes it.
      if (ways.atOnce?.(options, next)) send(next);
      else keepDraft(ways.draft ? ways.draft(next) : parts.answer(options, next));
    };
    const submit = (event: Event) => {
      event.preventDefault();
      if (fits) send(answer);
    };
    return (
      <form onSubmit={submit}>
        <parts.Fields
          id={id}
          labelledBy={`question-${id}`}
          base={base}
          options={options}
          filled={filled}
          open={open}
          onFill={onFill}
        />
        {open && !ways.atOnce?.(options, filled) && (
          <div class="send">
            <button type="submit" class="main-button" disabled={!fits}>
              {own === undefined ? words.send : words.change}
            </button>
          </div>
        )}
        {revealed?.[shown] && (
          <section class="results">
            <h2>{words.results}</h2>
            <parts.Result options={options} revealed={revealed} />
          </section>
        )}
      </form>
    );
  };
}
