/** A name for others to see, which nobody must give: typed, saved, changed or given up again. */
import { useState } from 'preact/hooks';
import { words } from '../activities/words/phone.ts';
import { fill } from '../activities/words/say.ts';
import { aliasLimit } from '../protocol/presence.ts';
import type { PhoneSession } from './session.ts';

export function NameField({ session }: { readonly session: PhoneSession }) {
  const alias = session.alias.value;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const name = (typed ?? '').trim();
  if (alias !== null && typed === undefined) {
    return (
      <div class="name">
        <p>{fill(words.nameShown, { name: alias })}</p>
        <button type="button" class="quiet-button" onClick={() => setTyped(alias)}>
          {words.nameChange}
        </button>
        <button type="button" class="quiet-button" onClick={() => session.introduce(null)}>
          {words.nameRemove}
        </button>
      </div>
    );
  }
  const take = (event: Event) => {
    event.preventDefault();
    if (name !== '') session.introduce(name);
    setTyped(undefined);
  };
  return (
    <form class="name" onSubmit={take}>
      <label class="field">
        <span>{words.name}</span>
        <input
          type="text"
          dir="auto"
          autocomplete="off"
          maxLength={aliasLimit}
          value={typed ?? ''}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="quiet-button" disabled={name === ''}>
        {words.nameTake}
      </button>
    </form>
  );
}
