import { implement } from '../implement.ts'
import { textFailed } from '../outcome-texts.ts'
import { awardPoints } from './definition.ts'
import { isPoints } from './points.ts'

/** Awards the points once the template has shown to be a number. */
export const awardPointsEffect = implement(awardPoints, async ({ points, reason }, services) => {
  const rendered = typeof points === 'number' ? { text: `${points}` } : await services.text.render(points)
  if ('fault' in rendered) return { attention: textFailed(rendered.fault) }
  if (!isPoints(rendered.text)) return { attention: notANumber(rendered.text.trim().slice(0, 50)) }
  const awarded = Number(rendered.text)
  const { balance } = await services.points.award(awarded, reason ?? null)
  return { port: 'next', output: { points: awarded, balance } }
})

function notANumber(rendered: string) {
  return {
    code: 'points-not-a-number',
    message: {
      zh: `积分算出来是「${rendered}」，不是 0 或更大的整数。请修改后重试，或跳过。`,
      en: `The points came out as "${rendered}", which is no whole number of 0 or more. Mend them and retry, or skip.`,
    },
  }
}
