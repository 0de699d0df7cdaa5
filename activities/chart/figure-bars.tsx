/** Figures as horizontal bars: one row for each label, a panel beside it for each series, all on one scale. */
import { useFit } from '../look/fit.ts';
import { type ChartOptions, type Figure, lengthOf, withUnit } from './model.ts';

export function FigureBars({ options }: { options: ChartOptions }) {
  const { rows, series, unit, highlight } = options;
  const names = series.filter((name) => name !== '');
  const ref = useFit<HTMLDivElement>([...rows.map(({ label }) => label), ...names].join('\n'));
  const values = rows.flatMap(({ figures }) => figures.flatMap((each) => (each ? [each.value] : [])));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  const letters = Math.max(1, ...rows.flatMap(({ figures }) => figures.map((each) => lengthOf(each, unit))));
  const isStressed = (label: string, name: string) =>
    highlight === undefined || highlight === label || (name !== '' && highlight === name);
  return (
    <div
      class="figure-bars"
      ref={ref}
      data-dense={rows.length > 12}
      data-many={series.length > 3}
      data-wide={series.length > 2}
      data-panels={series.length}
      data-signed={low < 0}
      data-head={names.length > 0}
      style={{
        '--rows': rows.length,
        '--half': Math.ceil(rows.length / 2),
        '--panels': series.length,
        '--letters': letters,
        '--zero': -low / span,
      }}
    >
      {names.length > 0 && (
        <div class="figure-row figure-head">
          <span />
          {series.map((name) => (
            <span key={name} class="figure-name" dir="auto">
              {name}
            </span>
          ))}
        </div>
      )}
      {rows.map(({ label, figures }, row) => (
        // Two rows may have one label.
        <div class="figure-row" key={`${row + 1} ${label}`} data-stressed={highlight === label}>
          <span class="figure-label" dir="auto">
            {label}
          </span>
          {series.map((name, index) => (
            <Panel
              key={name}
              figure={figures[index] ?? null}
              unit={unit}
              scale={{ low, span }}
              stressed={isStressed(label, name)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface PanelProps {
  readonly figure: Figure | null;
  readonly unit: string | undefined;
  readonly scale: { readonly low: number; readonly span: number };
  readonly stressed: boolean;
}

function Panel({ figure, unit, scale: { low, span }, stressed }: PanelProps) {
  const value = figure?.value ?? 0;
  const style = { '--from': (Math.min(0, value) - low) / span, '--length': Math.abs(value) / span };
  return (
    <span class="figure-panel" style={style} data-below={value < 0}>
      {figure && <i class="figure-bar" data-stressed={stressed} />}
      <span class="figure-value">{figure ? withUnit(figure.text, unit) : '–'}</span>
    </span>
  );
}
