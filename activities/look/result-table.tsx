/** The same result as a table, for those who listen to it. */
import type { Description } from '../kind.ts';

/** Equal to the chart beside it, which is hidden from assistive technology in turn. */
export function ResultTable({ question, description }: { question: string; description: Description }) {
  const { sentence, table } = description;
  return (
    <div class="heard">
      <p>{sentence}</p>
      <table>
        <caption>{question}</caption>
        <thead>
          <tr>
            {table.head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('\u0000')}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={table.head[column]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.head[column]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
