import { useState } from 'react'
import type { Contact, OrganisationDetails } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { Section } from '../parts/section.tsx'
import { useApp } from '../shell/app-context.ts'
import { ContactsForm } from './contacts-form.tsx'

function ContactValue({ contact: { kind, value } }: { contact: Contact }) {
  if (kind === 'email') return <a href={`mailto:${value}`}>{value}</a>
  if (kind === 'phone') return <a href={`tel:${value.replaceAll(/[^\d+]/g, '')}`}>{value}</a>
  if (kind === 'web' && /^https?:\/\//.test(value))
    return (
      <a href={value} rel="noopener nofollow">
        {value}
      </a>
    )
  return value
}

/** How the organisation is reached; who may changes it here. */
export function ContactsSection({
  organisation: { id, contacts },
  mayEdit,
}: {
  organisation: OrganisationDetails
  mayEdit: boolean
}) {
  const { t } = useApp()
  const words = t.organisation.contacts
  const [editing, setEditing] = useState(false)
  return (
    <Section heading={words.heading} text={null} problem={null}>
      {editing && mayEdit ? (
        <ContactsForm id={id} contacts={contacts} onClose={() => setEditing(false)} />
      ) : (
        <>
          {contacts.length === 0 ? (
            <p className="meta">{words.none}</p>
          ) : (
            <dl className="facts document-facts">
              {contacts.map((contact, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same
                <div key={index}>
                  <dt>{words.kinds[contact.kind]}</dt>
                  <dd>
                    <ContactValue contact={contact} />
                    {contact.label === '' ? null : <span className="meta"> · {contact.label}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {mayEdit ? (
            <div className="needs-scripts">
              <Button onPress={() => setEditing(true)}>{words.edit}</Button>
            </div>
          ) : null}
        </>
      )}
    </Section>
  )
}
