import type { HomeData, PageModule } from '../page-types.ts'
import { ComboBox } from '../parts/forms/combobox.tsx'
import { namesFor, useApp, useHref } from '../shell/app-context.ts'
import { EntityName, isTownHall } from './entity-name.tsx'
import { ReportTable } from './report-table.tsx'

const LATEST = 8

/** Newest state first; real institutions before the generated ones. */
function latestReports(entities: HomeData['entities']) {
  return entities
    .filter(entity => entity.latest !== null)
    .sort((a, b) => {
      if (a.demo !== b.demo) return a.demo ? 1 : -1
      const [left, right] = [a.latest?.at ?? '', b.latest?.at ?? '']
      return left === right ? 0 : left < right ? 1 : -1
    })
}

function HomePage({ data: { entities } }: { data: HomeData }) {
  const { t, language, go } = useApp()
  const href = useHref()
  const reported = latestReports(entities)
  const halls = entities.filter(isTownHall)
  return (
    <>
      <section className="hero">
        <h1>{t.home.heading}</h1>
        <p className="lead">{reported.length > 0 ? t.home.lead(reported.length) : t.home.leadNone}</p>
        <form action={href('entities')} className="search" data-nav="">
          <ComboBox
            label={t.home.search}
            help={t.home.searchHelp}
            name="q"
            empty={t.home.noneFound}
            showAll={t.home.all}
            suggestions={[...reported, ...entities.filter(entity => entity.latest === null)].map(entity => {
              const { own, other } = namesFor(entity.names, language)
              return {
                id: entity.cui ?? `q:${own}`,
                text: other ? `${own} · ${other.name}` : own,
                content: <EntityName entity={entity} linked={false} />,
              }
            })}
            onChoose={id =>
              void go(
                id.startsWith('q:')
                  ? href('entities', {}, new URLSearchParams({ q: id.slice(2) }))
                  : href('budget', { cui: id }),
              )
            }
          />
          <button type="submit" className="button primary">
            {t.home.searchButton}
          </button>
        </form>
      </section>
      {reported.length > 0 ? (
        <section>
          <h2>{t.home.latest}</h2>
          <ReportTable entities={reported.slice(0, LATEST)} caption={t.home.latest} />
        </section>
      ) : null}
      <div className="row between">
        <p>{t.home.coverage(halls.filter(hall => hall.latest !== null).length, halls.length)}</p>
        <a href={href('entities')} data-nav="">
          {t.home.all}
        </a>
      </div>
      <section>
        <h2>{t.home.howHeading}</h2>
        <div className="thirds">
          {t.home.how.map(point => (
            <div key={point.heading}>
              <h3>{point.heading}</h3>
              <p>{point.text}</p>
            </div>
          ))}
        </div>
      </section>
    </>
  )
}

export const homePage: PageModule<HomeData> = {
  Page: HomePage,
  head: (_, { language, t, site }) => ({
    title: t.home.title(site.countyNames[language]),
    description: t.home.description(site.countyNames[language]),
  }),
}
