// The morning's e-mail, as text and as plain HTML: no picture, no style, nothing that tells it was opened.
import type { Digest } from '#src/alerts/digest/send-digests.ts'
import type { Say } from '#src/messages/index.ts'
import { reasonIn } from '../board.tsx'

/** A message is read on a phone: the board has the rest. */
const longest = 25

type Alert = Digest['list'][number]

/** One language, one person; the subject names nothing. */
export async function digestMessage(digest: Digest) {
  const { say, list, fresh } = digest
  const subject = say.digest.subject({ fresh: fresh.size, all: list.length })
  const html = await (<Html digest={digest} subject={subject} />).toString()
  return { subject, text: textOf(digest), html: `<!doctype html>${html}` }
}

function textOf({ say, list, fresh, today, boardUrl, stopUrl }: Digest): string {
  const { digest } = say
  const sections = sectionsOf(list).map(({ level, alerts }) =>
    [
      `${say.reorder.levels[level]}\n`,
      ...alerts.map((alert) =>
        [`- ${titleOf(say, alert, fresh)}`, ...sentencesOf(say, alert, today)].join('\n  '),
      ),
    ].join('\n'),
  )
  return [
    digest.greeting,
    ...sections,
    ...moreOf(say, list),
    digest.link({ words: digest.board, url: boardUrl }),
    `${digest.why} ${digest.link({ words: digest.stop, url: stopUrl })}`,
  ].join('\n\n')
}

function Html({ digest: message, subject }: { digest: Digest; subject: string }) {
  const { say, list, fresh, today, boardUrl, stopUrl } = message
  const { digest } = say
  return (
    <html lang={say.locale}>
      <head>
        <meta charset="utf-8" />
        <title>{subject}</title>
      </head>
      <body>
        <p>{digest.greeting}</p>
        {sectionsOf(list).map(({ level, alerts }) => (
          <>
            <h2>{say.reorder.levels[level]}</h2>
            <ul>
              {alerts.map((alert) => (
                <li>
                  <b>{titleOf(say, alert, fresh)}</b>
                  {sentencesOf(say, alert, today).map((sentence) => [<br />, sentence])}
                </li>
              ))}
            </ul>
          </>
        ))}
        {moreOf(say, list).map((sentence) => (
          <p>{sentence}</p>
        ))}
        <p>
          <a href={boardUrl}>{digest.board}</a>
        </p>
        <p>
          <small>
            {digest.why} <a href={stopUrl}>{digest.stop}</a>
          </small>
        </p>
      </body>
    </html>
  )
}

function sectionsOf(list: Digest['list']) {
  const shown = list.slice(0, longest)
  return (['now', 'soon'] as const)
    .map((level) => ({ level, alerts: shown.filter((alert) => alert.level === level) }))
    .filter(({ alerts }) => alerts.length > 0)
}

function titleOf(say: Say, { item }: Alert, fresh: Digest['fresh']): string {
  return fresh.has(item.id) ? `${say.name(item)} (${say.digest.fresh})` : say.name(item)
}

/** How long it lasts, why it is on the list, and what to order by when. */
function sentencesOf(say: Say, { item, reason, counted }: Alert, today: Digest['today']): string[] {
  const { digest, reorder } = say
  if (!counted) return [reasonIn(say, reason)]
  const { usable, lasts, order, orderBy: day, deadline } = counted
  const left = lasts.median === null ? null : reorder.card.left({ days: lasts.median })
  const lasting = usable === 0 ? reorder.noneLeft : counted.hasForecast ? left : null
  const by = day ? reorder.card.by({ day, deadline, isToday: day === today }) : ''
  const what = [
    say.units(order.units, item),
    order.pack && reorder.packs({ ...order, pack: order.pack }),
  ]
  return [
    ...(lasting ? [`${capital(lasting)}.`] : []),
    reasonIn(say, reason),
    ...(order.units > 0 ? [digest.order({ what: what.filter(Boolean).join(' '), by })] : []),
  ]
}

function moreOf({ digest }: Say, list: Digest['list']): string[] {
  const count = list.length - longest
  return count > 0 ? [digest.more({ count })] : []
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
