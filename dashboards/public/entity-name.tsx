import type { EntitySummary } from '../api-types.ts'
import { Tag } from '../parts/tag.tsx'
import { namesFor, useApp, useHref } from '../shell/app-context.ts'

/** Name in the reader's language, the county's other language beside it, and the marks that a reader must know. */
export function EntityName({ entity, linked }: { entity: EntitySummary; linked: boolean }) {
  const { language, t } = useApp()
  const href = useHref()
  const { own, other } = namesFor(entity.names, language)
  return (
    <span className="entity-name">
      {linked && entity.cui !== null ? (
        <a href={href('budget', { cui: entity.cui })} data-nav="">
          {own}
        </a>
      ) : (
        <span>{own}</span>
      )}
      {other ? (
        <span className="entity-other" lang={other.language}>
          {other.name}
        </span>
      ) : null}
      {entity.demo ? (
        <Tag tone="signal" title={t.marks.demoLong}>
          {t.marks.demo}
        </Tag>
      ) : null}
      {entity.sample ? (
        <Tag tone="signal" title={t.marks.sampleLong}>
          {t.marks.sample}
        </Tag>
      ) : null}
    </span>
  )
}

/** Which kinds of entity are town halls. */
const TOWN_HALLS = ['municipality', 'town', 'commune']
export const isTownHall = (entity: EntitySummary): boolean => TOWN_HALLS.includes(entity.kind)
