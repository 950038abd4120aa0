import type { Random } from './random.ts'

/** A made-up customer of the sample tea shop. */
export interface Person {
  readonly id: string
  readonly attributes: Record<string, string | number>
  readonly tags: string[]
  readonly timeZone: string
}

const FAMILY = [
  '林',
  '周',
  '陈',
  '李',
  '沈',
  '何',
  '许',
  '顾',
  '宋',
  '叶',
  '程',
  '苏',
  '陆',
  '方',
  '钱',
] as const
const GIVEN = [
  '晓雯',
  '敏',
  '嘉',
  '远',
  '佳宁',
  '子墨',
  '思源',
  '安然',
  '若溪',
  '景行',
  '一诺',
  '清和',
  '知夏',
  '明远',
  '书瑶',
] as const
const CITIES = ['杭州', '上海', '苏州', '南京', '宁波', '成都', '广州', '北京'] as const
const TEAS = ['绿茶', '红茶', '乌龙', '白茶', '普洱', '花茶'] as const
const TAGS = ['小包装', '晚间活跃', '送礼', '双11 领券', '老客推荐'] as const

/** `count` people, numbered from 1. */
export function makePeople(random: Random, count: number): Person[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `c_${20_001 + i}`,
    attributes: {
      name: random.pick(FAMILY) + random.pick(GIVEN),
      city: random.pick(CITIES),
      favourite: random.pick(TEAS),
      birthday: `19${random.between(70, 99)}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`,
      email: `guest${i + 1}@example.com`,
    },
    tags: TAGS.filter(() => random.chance(0.25)),
    timeZone: random.chance(0.94) ? 'Asia/Shanghai' : 'Asia/Urumqi',
  }))
}

const pad = (n: number): string => String(n).padStart(2, '0')
