// A page that uses Cube's React hooks as any application would; the test opens it in a browser.
import cube, { type Query } from '@cubejs-client/core'
import { CubeProvider, useCubeMeta, useCubeQuery, useDryRun, useLazyDryRun } from '@cubejs-client/react'
import WebSocketTransport from '@cubejs-client/ws-transport'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

const V = 'budget_execution'
const cubeApi = cube('token', { apiUrl: `${location.origin}/cubejs-api/v1` })
const liveApi = cube('', {
  apiUrl: `${location.origin}/cubejs-api/v1`,
  transport: new WebSocketTransport({
    authorization: '',
    apiUrl: `${location.origin.replace('http', 'ws')}/cubejs-api/v1`,
  }) as never,
})
const byChapter: Query = {
  measures: [`${V}.expenditure`],
  dimensions: [`${V}.chapter`],
  filters: [{ member: `${V}.kind`, operator: 'equals', values: ['expenditure'] }],
  order: { [`${V}.chapter`]: 'asc' },
}

function Chapters() {
  const { resultSet, isLoading, error } = useCubeQuery(byChapter)
  const [drill, setDrill] = useState<Query | null>(null)
  const lines = useCubeQuery(drill ?? {}, { skip: !drill })
  if (isLoading || !resultSet) return <p>{error ? `failed: ${error.message}` : 'loading'}</p>
  return (
    <div>
      <table id="chapters">
        <tbody>
          {resultSet.tablePivot().map(row => (
            <tr key={String(row[`${V}.chapter`])}>
              <td>{String(row[`${V}.chapter`])}</td>
              <td>{String(row[`${V}.expenditure`])}</td>
              <td>
                <button
                  type="button"
                  onClick={() =>
                    setDrill(
                      resultSet.drillDown({
                        xValues: [String(row[`${V}.chapter`])],
                        yValues: [`${V}.expenditure`],
                      }),
                    )
                  }
                >
                  lines
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.resultSet && (
        <ul id="lines">
          {lines.resultSet.rawData().map(row => (
            <li key={String(row[`${V}.line_id`])}>
              {String(row[`${V}.cell`])} {String(row[`${V}.expenditure`])}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Live() {
  const { resultSet, error } = useCubeQuery(
    { measures: [`${V}.reports`, `${V}.expenditure`] },
    { subscribe: true, cubeApi: liveApi },
  )
  const row = resultSet?.rawData()[0]
  return <p id="live">{error ? error.message : `${row?.[`${V}.reports`]} ${row?.[`${V}.expenditure`]}`}</p>
}

function Refused() {
  const { error } = useCubeQuery({ measures: [`${V}.nothing`] })
  return <p id="refused">{error?.message}</p>
}

function Described() {
  const meta = useCubeMeta()
  const dry = useDryRun(byChapter)
  const [ask, lazy] = useLazyDryRun(byChapter)
  return (
    <div>
      <p id="meta">{meta.response?.cubes.map(view => view.name).join(' ')}</p>
      <p id="dry">{dry.response?.queryType}</p>
      <button type="button" id="ask" onClick={() => ask()}>
        {lazy.response?.queryType ?? 'ask'}
      </button>
    </div>
  )
}

const place = document.getElementById('page')
if (place)
  createRoot(place).render(
    <CubeProvider cubeApi={cubeApi}>
      <Chapters />
      <Live />
      <Refused />
      <Described />
    </CubeProvider>,
  )
