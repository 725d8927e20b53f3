import { useState } from 'react'
import { LIST_COLUMNS } from '../../domain/index.ts'
import { AccountHead } from '../account/account-head.tsx'
import type { ListResult } from '../api-types.ts'
import type { ListsData, PageModule } from '../page-types.ts'
import { Button } from '../parts/button.tsx'
import { FileDrop } from '../parts/forms/file-drop.tsx'
import { LinkTabs } from '../parts/link-tabs.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { ALL_DETECTED, DialectFields } from '../preview/dialect-fields.tsx'
import { isAccepted, isTextFile } from '../preview/file-preview.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { ListItems, ListMistakes } from './list-result.tsx'
import { useList } from './use-list.ts'

const TYPES = ['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.ods', 'text/csv']

function Found({ data: { kind }, result }: { data: ListsData; result: ListResult }) {
  const { t } = useApp()
  const words = t.lists
  const { counts, mistakes, ignored } = result
  return (
    <>
      {ignored.length > 0 ? <Note tone="signal">{words.ignored(ignored.join(', '))}</Note> : null}
      {mistakes.length > 0 ? (
        <ListMistakes result={result} />
      ) : (
        <>
          <p role="status">
            {counts.add + counts.change === 0
              ? words.nothing
              : words.summary(counts.add, counts.change, counts.same)}
          </p>
          <ListItems kind={kind} result={result} />
        </>
      )}
    </>
  )
}

function Import({ data }: { data: ListsData }) {
  const { t } = useApp()
  const words = t.lists
  const list = useList(data.kind)
  const [wrong, setWrong] = useState<string | null>(null)
  const { file, result, busy, problem } = list
  const take = (files: readonly File[]) => {
    const [first] = files
    if (!first) return
    const isKnown = isAccepted(first.name)
    setWrong(isKnown ? null : words.wrongType(first.name))
    if (isKnown) void list.look(first, ALL_DETECTED)
  }
  const ready =
    result !== null && result.mistakes.length === 0 && result.counts.add + result.counts.change > 0
  return (
    <div className="needs-scripts stack">
      {problem === null && wrong === null ? null : (
        <Note tone="error" live>
          {wrong ?? problem}
        </Note>
      )}
      {list.done === null ? null : (
        <Note tone="good" live>
          {words.done(list.done.add, list.done.change)}
        </Note>
      )}
      {file === null ? (
        <FileDrop
          label={words.drop}
          or={words.or}
          choose={words.choose}
          formats={words.formats}
          accept={TYPES}
          onFiles={take}
        />
      ) : (
        <div className="chosen">
          <p ref={focusOnce} tabIndex={-1}>
            {words.chosen}: <b>{file.name}</b>
          </p>
          <p className="row">
            {ready ? (
              <Button
                kind="primary"
                busyText={busy === 'taking' ? words.taking : null}
                onPress={() => void list.take()}
              >
                {words.take}
              </Button>
            ) : null}
            <Button onPress={list.forget} isDisabled={busy === 'taking'}>
              {words.another}
            </Button>
          </p>
          {isTextFile(file.name) ? (
            <details className="disclosure">
              <summary>{words.dialect}</summary>
              <DialectFields
                chosen={list.csv}
                detected={ALL_DETECTED}
                asked={new Map()}
                isDisabled={busy !== null}
                onChange={csv => void list.look(file, csv)}
              />
            </details>
          ) : null}
        </div>
      )}
      {busy === 'looking' ? <Skeleton rows={4} label={words.reading} /> : null}
      {result !== null && busy !== 'looking' ? <Found data={data} result={result} /> : null}
    </div>
  )
}

/** The button that was pressed is gone once a file is chosen: the focus goes to what took its place. */
const focusOnce = (element: HTMLElement | null): void => element?.focus()

function ListsPage({ data }: { data: ListsData }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.lists
  const { kind, kinds } = data
  return (
    <>
      <AccountHead
        title={words.title}
        lead={words.lead}
        between={[{ text: t.organisationList.title, href: href('organisations') }]}
        needsScripts
      />
      <LinkTabs
        label={words.which}
        tabs={kinds.map(one => ({
          id: one,
          text: words.kinds[one],
          href: href('lists', {}, new URLSearchParams({ kind: one })),
          selected: one === kind,
        }))}
      />
      <div className="narrow">
        <p>{words.texts[kind]}</p>
        <p>{words.rules}</p>
        <p className="meta">{LIST_COLUMNS[kind].map(({ names }) => names[language]).join(' · ')}</p>
        <p className="row">
          <a href={`/api/imports/template.csv?kind=${kind}&lang=${language}`} download="">
            {words.template}
          </a>
          {kind === 'organisations' ? (
            <a href={`/api/imports/organisations.csv?lang=${language}`} download="">
              {words.current}
            </a>
          ) : null}
        </p>
      </div>
      <Import key={kind} data={data} />
    </>
  )
}

export const listsPage: PageModule<ListsData> = {
  Page: ListsPage,
  head: (_, { t }) => ({ title: t.lists.title, description: t.lists.lead }),
}
