import { useState } from 'react'
import { api } from '../api/api.ts'
import type { ContactRow } from '../api/contacts.ts'
import { keys } from '../api/keys.ts'
import { useText } from '../app/i18n.ts'
import { Action } from '../ui/action.tsx'
import { Empty } from '../ui/empty.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { MoreFoot } from '../ui/more-foot.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { usePages } from '../ui/use-pages.ts'
import { AddContact } from './add-contact.tsx'
import { ContactTable } from './contact-table.tsx'
import './contacts.css'
import { ImportContacts } from './import-contacts.tsx'
import { contactsTexts } from './texts.ts'

/** All contacts: search, import, add. */
export function ContactsPage() {
  const t = useText(contactsTexts)
  const [search, setSearch] = useState('')
  const [adding, setAdding] = useState(false)
  const [importing, setImporting] = useState<{ file?: File }>()
  const words = useDebounced(search.trim())
  const query = usePages<ContactRow>({
    key: keys.contactList(words),
    read: (cursor) => api.contacts.list({ search: words, limit: 50, ...(cursor ? { cursor } : {}) }),
    live: true,
  })
  const none = query.data?.length === 0 && words === ''
  const openImport = () => setImporting({})
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is one more way to do what the button does
    <div
      className="contacts"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const [file] = event.dataTransfer.files
        if (file) setImporting({ file })
      }}
    >
      <PageHeader title={t('title')}>
        {none ? null : <SearchField label={t('search')} value={search} onChange={setSearch} />}
        {none ? null : (
          <Action icon="import" onClick={openImport}>
            {t('import')}
          </Action>
        )}
        <Action icon="plus" type={none ? 'default' : 'primary'} onClick={() => setAdding(true)}>
          {t('add')}
        </Action>
      </PageHeader>
      <div className="page-body">
        <Loaded query={query} what={t('what')}>
          {(rows) => {
            if (none) {
              return (
                <Empty title={t('emptyTitle')} text={t('emptyText')}>
                  <Action type="primary" icon="import" onClick={openImport}>
                    {t('import')}
                  </Action>
                </Empty>
              )
            }
            if (rows.length === 0) {
              return (
                <Empty title={t('nothingFound')} text={t('nothingFoundText')}>
                  <Action onClick={() => setSearch('')}>{t('clearSearch')}</Action>
                </Empty>
              )
            }
            return (
              <>
                <ContactTable rows={rows} />
                <MoreFoot pages={query} text={(shown) => t('shown', { shown })} />
              </>
            )
          }}
        </Loaded>
      </div>
      {adding ? <AddContact close={() => setAdding(false)} /> : null}
      {importing ? <ImportContacts first={importing.file} close={() => setImporting(undefined)} /> : null}
    </div>
  )
}
