/** Every kind on phone and screen with 0, 1, 30 and 500 answers: `npm run dev`, then `/gallery?kind=poll&theme=night`. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { crowd, folded, seeded, seenBy, steeredRound } from '../../activities/given.ts';
import type { Answer, AnyKind, Visibility } from '../../activities/kind.ts';
import { isKindName, type KindName, kindNames, modelOf } from '../../activities/models.ts';
import { phoneViews } from '../../activities/phone-views.ts';
import type { Around } from '../../activities/steering.ts';
import type { AnyPhoneView } from '../../activities/views.ts';
import { activityId } from '../../protocol/ids.ts';
import '../../audience/phone.css';
import '../../deck/deck.css';
import { Result } from '../../deck/mount.tsx';
import './gallery.css';

const sizes = [0, 1, 30, 500] as const;
/** Answers of a second round, after a first one of `formerSize`. */
const againSizes = [0, 3, 30, 500] as const;
const formerSize = 40;
const asked = new URLSearchParams(location.search);
document.documentElement.dataset.theme = asked.get('theme') ?? 'paper';

interface Round {
  readonly model: AnyKind;
  readonly options: unknown;
  readonly answers: readonly Answer<unknown>[];
  readonly around: Around<unknown>;
}

/** A round with so many sample answers, seeded, after the presenter has done what the sample says. */
function roundOf(model: AnyKind, options: unknown, size: number): Round {
  const answers = model.asks ? crowd(model, options, size, size) : [];
  return { model, options, answers, around: steeredRound(model, options, answers, seeded(size)) };
}

/** The result as it may be seen. */
function revealed({ model, options, answers, around }: Round, to: Visibility['to']): unknown {
  if (!model.asks) return model.present?.(options, around);
  return model.reveal(options, folded(model, options, answers), seenBy(to, { answer: true }), around);
}

/** What the first who answered is told alone. */
function personal({ model, options, answers, around }: Round): unknown {
  const own = answers[0];
  const participant = own?.participant ?? 'nobody';
  return model.personal?.(options, { ...around, participant, own, shown: true });
}

function Screens({ kind }: { readonly kind: KindName }) {
  const model = modelOf(kind);
  const { question, options: variants } = model.sample;
  return variants.map((options, variant) => (
    <section key={`${kind} ${JSON.stringify(options)}`}>
      <h2>
        {kind}: {question}
      </h2>
      <div class="screens">
        {(model.asks ? sizes : [0]).map((answers) => (
          <figure key={answers}>
            <figcaption>{model.asks ? `${answers} answers` : 'screen'}</figcaption>
            <div class="screen">
              <Result
                activity={{ id: activityId(`${kind}-${variant}-${answers}`), kind, question, options }}
                revealed={revealed(roundOf(model, options, answers), 'screen')}
                now={Date.now()}
              />
            </div>
          </figure>
        ))}
        {model.asks &&
          againSizes.map((answers) => (
            <figure key={`again ${answers}`}>
              <figcaption>{`again, ${answers} answers`}</figcaption>
              <div class="screen">
                <Result
                  activity={{
                    id: activityId(`${kind}-${variant}-again-${answers}`),
                    kind,
                    question,
                    options,
                  }}
                  revealed={revealed(roundOf(model, options, answers), 'screen')}
                  earlier={[revealed(roundOf(model, options, formerSize), 'screen')]}
                  now={Date.now()}
                />
              </div>
            </figure>
          ))}
        {phoneViews[kind] &&
          sizes.map((answers) => (
            <figure key={`phone ${answers}`}>
              <figcaption>{answers === 0 ? 'phone' : `phone, ${answers} answers shown`}</figcaption>
              <div class="phone">
                <Phone
                  kind={kind}
                  id={`${kind}-${variant}-${answers}`}
                  round={roundOf(model, options, answers)}
                />
              </div>
            </figure>
          ))}
      </div>
    </section>
  ));
}

interface PhoneProps {
  readonly kind: KindName;
  readonly id: string;
  readonly round: Round;
}

function Phone({ kind, id, round }: PhoneProps) {
  const { model, options, answers } = round;
  const [Form, setForm] = useState<{ View: AnyPhoneView } | undefined>(undefined);
  const [own, setOwn] = useState<unknown>(undefined);
  useEffect(() => {
    phoneViews[kind]?.().then((View) => setForm({ View }));
  }, [kind]);
  if (!Form) return null;
  return (
    <>
      <h1 id={`question-${id}`}>{model.sample.question}</h1>
      <Form.View
        id={id}
        question={model.sample.question}
        base=""
        options={options}
        own={own}
        draft={undefined}
        keepDraft={() => {}}
        open
        send={setOwn}
        revealed={answers.length > 0 || !model.asks ? revealed(round, 'phone') : undefined}
        personal={personal(round)}
        clockAhead={0}
        handIn={() => Promise.resolve('x'.repeat(21))}
        pictureOf={async (file) => (await fetch(`/gallery/pictures/${file}`)).blob()}
      />
    </>
  );
}

function Gallery() {
  const kind = asked.get('kind') ?? '';
  const shown = isKindName(kind) ? [kind] : kindNames;
  return (
    <main class="gallery">
      <nav>
        {kindNames.map((name) => (
          <a key={name} href={`?kind=${name}`}>
            {name}
          </a>
        ))}
        {['paper', 'night', 'harvest'].map((theme) => (
          <a key={theme} href={`?kind=${kind}&theme=${theme}`}>
            {theme}
          </a>
        ))}
      </nav>
      {shown.map((name) => (
        <Screens key={name} kind={name} />
      ))}
    </main>
  );
}

const place = document.getElementById('gallery');
if (place) render(<Gallery />, place);
