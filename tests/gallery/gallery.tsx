/** Every kind on phone and screen with 0, 1, 30 and 500 answers: `npm run dev`, then `/gallery?kind=poll&theme=night`. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AnyAskedKind, AnyPhoneView, Visibility } from '../../activities/kind.ts';
import { noRulings } from '../../activities/kind.ts';
import { isKindName, type KindName, kindNames, modelOf } from '../../activities/models.ts';
import { phoneViews } from '../../activities/phone-views.ts';
import { activityId } from '../../protocol/ids.ts';
import '../../audience/phone.css';
import '../../deck/deck.css';
import { Result } from '../../deck/mount.tsx';
import { seeded } from '../seeded.ts';
import './gallery.css';

const sizes = [0, 1, 30, 500] as const;
const asked = new URLSearchParams(location.search);
document.documentElement.dataset.theme = asked.get('theme') ?? 'paper';

/** The result of so many sample answers, seeded, as the screen may see it. */
function revealed(model: AnyAskedKind, options: unknown, answers: number, to: Visibility['to']): unknown {
  const random = seeded(answers);
  let tally = model.tally.start(options);
  for (let index = 0; index < answers; index++) {
    const response = model.sample.honest(options, random);
    tally = model.tally.step(tally, { participant: `p${index}`, response, at: index });
  }
  return model.reveal(options, tally, { to, results: 'live', answer: true, rulings: noRulings });
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
                revealed={model.asks ? revealed(model, options, answers, 'screen') : undefined}
                now={Date.now()}
              />
            </div>
          </figure>
        ))}
        {model.asks &&
          [0, 30].map((answers) => (
            <figure key={`phone ${answers}`}>
              <figcaption>{answers === 0 ? 'phone' : 'phone, results shown'}</figcaption>
              <div class="phone">
                <Phone
                  kind={kind}
                  id={`${kind}-${variant}-${answers}`}
                  model={model}
                  options={options}
                  answers={answers}
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
  readonly model: AnyAskedKind;
  readonly options: unknown;
  readonly answers: number;
}

function Phone({ kind, id, model, options, answers }: PhoneProps) {
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
        options={options}
        own={own}
        draft={undefined}
        keepDraft={() => {}}
        open
        send={setOwn}
        revealed={answers > 0 ? revealed(model, options, answers, 'phone') : undefined}
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
