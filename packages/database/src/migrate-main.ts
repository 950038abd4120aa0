import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'

const url = process.env.DATABASE_URL
if (url === undefined) throw new Error('DATABASE_URL is not set.')
const db = openDatabase(url, { max: 1 })
await migrate(db)
await db.destroy()
