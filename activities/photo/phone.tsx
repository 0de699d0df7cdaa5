/** Photo on phones: take or choose a picture, look at it, write a line below it, send it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { handedIn, heldOf, hold } from './held.ts';
import type { PhotoOptions, PhotoResponse, PhotoRevealed } from './model.ts';
import css from './phone.css?inline';
import { scaledDown } from './scale-down.ts';

styled(css);

/** As in the model, which phones do not load. */
const captionLimit = 140;
/** Pictures of others that a phone shows. */
const shown = 6;

type Props = PhoneViewProps<PhotoOptions, PhotoResponse, PhotoRevealed>;

export function PhotoPhone(props: Props) {
  const { id, options, own, open, send, keepDraft, handIn, revealed } = props;
  const held = heldOf(id);
  const isSending = held?.isSending ?? false;
  const [caption, setCaption] = useState(held?.caption ?? own?.caption ?? '');
  const input = useRef<HTMLInputElement>(null);
  const chosenPicture = useAddress(held?.file);
  const ownPicture = usePicture(props, own?.photo);
  const preview = chosenPicture ?? ownPicture;

  const choose = (file: File | undefined) => {
    if (file) hold(id, { file, caption, isSending: false });
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (isSending || (!held && !own)) return;
    if (!held) return send(responseOf(own?.photo ?? '', caption));
    hold(id, { ...held, caption, isSending: true });
    try {
      const picture = await scaledDown(held.file);
      const photo = await handIn(picture);
      handedIn.set(photo, picture);
      send(responseOf(photo, caption));
      hold(id, undefined);
    } catch {
      // Why is said below the form; the picture may be sent once more, or another.
      hold(id, { ...held, caption, isSending: false });
    }
  };
  const write = (text: string) => {
    setCaption(text);
    if (held) hold(id, { ...held, caption: text });
    // A picture that is not handed in yet cannot be kept in storage; a new caption of one that is, can.
    else if (own) keepDraft(responseOf(own.photo, text));
  };
  const changed = held !== undefined || (own !== undefined && (own.caption ?? '') !== caption.trim());
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!open || isSending}>
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
      {isSending && <p class="hint">{words.pictureKeepOpen}</p>}
      {open && (
        <div class="send">
          <button type="submit" class="main-button" disabled={!changed || isSending}>
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

function responseOf(photo: string, caption: string): PhotoResponse {
  const text = caption.trim();
  return text === '' ? { photo } : { photo, caption: text };
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
  const [fetched, setFetched] = useState<{ photo: string; picture: Blob } | undefined>(undefined);
  const here = photo === undefined ? undefined : handedIn.get(photo);
  useEffect(() => {
    if (photo === undefined || here) return undefined;
    let gone = false;
    pictureOf(photo).then(
      (picture) => {
        if (!gone) setFetched({ photo, picture });
      },
      // Without a connection there is no picture to see; the answer is saved all the same.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [photo, here]);
  return useAddress(here ?? (fetched?.photo === photo ? fetched?.picture : undefined));
}

/** An address to show a picture by, for as long as it is shown. */
function useAddress(picture: Blob | undefined): string | undefined {
  const address = useMemo(() => picture && URL.createObjectURL(picture), [picture]);
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);
  return address;
}
