/** The PostgreSQL channel that says that a message is to leave. */
export const DELIVERY_CHANNEL = 'millrace_delivery'
