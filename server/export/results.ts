/** A download of a session that is on file, running or not. */
import type { SessionId } from '../../protocol/ids.ts';
import type { Log } from '../log/log.ts';
import { foldLog } from '../session/fold.ts';
import type { Only } from './answers.ts';
import type { ExportFormat } from './formats.ts';

export async function* exportSession(
  log: Log,
  session: SessionId,
  format: ExportFormat,
  only: Only = {},
): AsyncGenerator<Uint8Array> {
  yield* format.render(await foldLog(log, session), only, (file) => log.file(session, file));
}
