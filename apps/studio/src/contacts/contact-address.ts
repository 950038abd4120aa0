/** Where a contact's page is; outside ids may hold anything. */
export const contactAddress = (id: string) => `/contacts/${encodeURIComponent(id)}`
