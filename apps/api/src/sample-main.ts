import { openDatabase, systemClock } from '@millrace/database'
import { loadSample } from './sample/load.ts'

const url = process.env.DATABASE_URL
if (url === undefined) throw new Error('DATABASE_URL is not set.')
const db = openDatabase(url, { max: 2 })
await loadSample(db, systemClock, Date.now())
await db.destroy()
