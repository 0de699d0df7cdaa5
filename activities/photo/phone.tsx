/** Photo on phones: take or choose a picture, look at it, write a line below it, send it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import type { PhotoOptions, PhotoResponse, PhotoRevealed } from './model.ts';
import css from './phone.css?inline';
import { scaledDown } from './scale-down.ts';

styled(css);

/** As in the model, which phones do not load. */
const captionLimit = 140;
/** Pictures of others that a phone shows. */
const shown = 6;

type Props = PhoneViewProps<PhotoOptions, PhotoResponse, PhotoRevealed>;

/** Where a chosen picture stands: it is too large for the phone's storage, so a reload forgets one not handed in. */
type Sending = { readonly is: 'nothing' | 'sending' } | { readonly is: 'failed'; readonly why: string };

export function PhotoPhone(props: Props) {
  const { id, options, own, open, send, keepDraft, handIn, revealed } = props;
  const [chosen, setChosen] = useState<{ file: Blob; address: string } | undefined>(undefined);
  const [caption, setCaption] = useState(own?.caption ?? '');
  const [sending, setSending] = useState<Sending>({ is: 'nothing' });
  const input = useRef<HTMLInputElement>(null);
  const ownPicture = usePicture(props, own?.photo);
  const preview = chosen?.address ?? ownPicture;
  useEffect(() => () => void (chosen && URL.revokeObjectURL(chosen.address)), [chosen]);

  const choose = (file: File | undefined) => {
    if (!file) return;
    setSending({ is: 'nothing' });
    setChosen({ file, address: URL.createObjectURL(file) });
  };
  const submit = async (event?: Event) => {
    event?.preventDefault();
    if (sending.is === 'sending' || (!chosen && !own)) return;
    setSending({ is: 'sending' });
    try {
      const file = chosen ? await handIn(await scaledDown(chosen.file)) : (own?.photo ?? '');
      const text = caption.trim();
      send(text === '' ? { photo: file } : { photo: file, caption: text });
      setChosen(undefined);
      setSending({ is: 'nothing' });
    } catch (error) {
      setSending({ is: 'failed', why: error instanceof Error ? error.message : words.offline });
    }
  };
  useOnline(sending.is === 'failed', submit);
  const write = (text: string) => {
    setCaption(text);
    // A picture that is not handed in yet cannot be kept; a new caption of one that is, can.
    if (own && !chosen)
      keepDraft(text.trim() === '' ? { photo: own.photo } : { photo: own.photo, caption: text });
  };
  const changed = chosen !== undefined || (own !== undefined && (own.caption ?? '') !== caption.trim());
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!open || sending.is === 'sending'}>
        {preview !== undefined && <img class="photo-preview" src={preview} alt={words.yourPicture} />}
        <input
          ref={input}
          class="heard"
          id={`${id}-file`}
          type="file"
          accept="image/*"
          aria-label={words.takePicture}
          tabIndex={-1}
          onChange={(event) => choose(event.currentTarget.files?.[0])}
        />
        {open && (
          <button type="button" class="photo-take quiet-button" onClick={() => input.current?.click()}>
            {preview === undefined ? words.takePicture : words.takeAnother}
          </button>
        )}
        {options.caption && preview !== undefined && (
          <label class="field">
            <span>{words.caption}</span>
            <input
              type="text"
              dir="auto"
              maxLength={captionLimit}
              value={caption}
              onInput={(event) => write(event.currentTarget.value)}
            />
          </label>
        )}
      </fieldset>
      {preview === undefined && <p class="hint">{words.pictureHint}</p>}
      {sending.is === 'sending' && <p class="standing-line">… {words.sending}</p>}
      {sending.is === 'failed' && (
        <p class="standing-line warn" role="alert">
          ↻ {fill(words.pictureFailed, { reason: sending.why })}
        </p>
      )}
      {open && (
        <div class="send">
          <button type="submit" class="main-button" disabled={!changed || sending.is === 'sending'}>
            {own === undefined ? words.send : words.change}
          </button>
        </div>
      )}
      {revealed?.photos && revealed.photos.length > 0 && (
        <section class="results">
          <h2>{words.results}</h2>
          <ul class="photo-list">
            {revealed.photos.slice(0, shown).map((each) => (
              <Shown key={each.photo} props={props} photo={each.photo} caption={each.caption} />
            ))}
          </ul>
        </section>
      )}
    </form>
  );
}

interface ShownProps {
  readonly props: Props;
  readonly photo: string;
  readonly caption: string;
}

function Shown({ props, photo, caption }: ShownProps) {
  const address = usePicture(props, photo);
  return (
    <li>
      {address !== undefined && <img src={address} alt={caption === '' ? words.aPicture : caption} />}
      {caption !== '' && <span dir="auto">{caption}</span>}
    </li>
  );
}

/** A handed-in picture, fetched with the phone's own right to see it. */
function usePicture({ pictureOf }: Pick<Props, 'pictureOf'>, photo: string | undefined): string | undefined {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    setAddress(undefined);
    if (photo === undefined) return undefined;
    let gone = false;
    let made: string | undefined;
    pictureOf(photo).then(
      (blob) => {
        made = URL.createObjectURL(blob);
        if (gone) URL.revokeObjectURL(made);
        else setAddress(made);
      },
      // Without a connection there is no picture to see; the answer is saved all the same.
      () => {},
    );
    return () => {
      gone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [photo]);
  return address;
}

/** What could not be sent is tried again when the connection is back. */
function useOnline(waits: boolean, again: () => void): void {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (!waits) return undefined;
    const retry = () => latest.current();
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [waits]);
}
