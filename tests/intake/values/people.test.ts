import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNobody, readPeopleList } from '../../../src/intake/values/people.ts'

const people = (text: string) => readPeopleList(text).people.map(({ name, marks }) => [name, ...marks])

describe('a list of people', () => {
  test.each([
    ['张三、李四', [['张三'], ['李四']]],
    ['张三，李四；王五\n孙七', [['张三'], ['李四'], ['王五'], ['孙七']]],
    ['张三 李四', [['张三'], ['李四']]],
    ['王 强 李四', [['王强'], ['李四']]],
    ['张　三、李　四', [['张三'], ['李四']]],
    ['李四(请假)[出差]', [['李四', '请假', '出差']]],
    [
      '李四（请假）、王五（列席）',
      [
        ['李四', '请假'],
        ['王五', '列席'],
      ],
    ],
    ['书记 张三', [['张三', '书记']]],
    ['张三 书记', [['张三', '书记']]],
    [
      '书记王建国、委员李秀英',
      [
        ['王建国', '书记'],
        ['李秀英', '委员'],
      ],
    ],
    ['张三同志', [['张三']]],
    ['1.张三 2.李四', [['张三'], ['李四']]],
    [
      '请假：张三、李四',
      [
        ['张三', '请假'],
        ['李四', '请假'],
      ],
    ],
    [
      '张三：出差；李四：病假',
      [
        ['张三', '出差'],
        ['李四', '病假'],
      ],
    ],
    ['张三请假：出差', [['张三', '请假', '出差']]],
    ['张三因出差请假', [['张三', '因出差请假']]],
    [
      '张三、李四因病请假',
      [
        ['张三', '因病请假'],
        ['李四', '因病请假'],
      ],
    ],
    [
      '张三、李四（均出差）',
      [
        ['张三', '出差'],
        ['李四', '出差'],
      ],
    ],
    ['张三同志因公出差未参加', [['张三', '因公出差未参加']]],
    [
      '请假2人（张三、李四）',
      [
        ['张三', '请假'],
        ['李四', '请假'],
      ],
    ],
    ['买买提·艾力、欧阳修文', [['买买提·艾力'], ['欧阳修文']]],
    ['全体党员', []],
    ['无', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected)
  })

  test('tells how many it stands for', () => {
    expect(readPeopleList('张三、李四等35人')).toMatchObject({ count: 35, unread: [] })
    expect(readPeopleList('2人（张三、李四）')).toMatchObject({
      count: 2,
      people: [{ name: '张三' }, { name: '李四' }],
    })
  })

  test('tells what is no name', () => {
    expect(readPeopleList('张三、各科室负责人')).toMatchObject({
      people: [{ name: '张三' }],
      unread: [{ text: '各科室负责人', offset: 3 }],
    })
  })

  test('knows where each name stands', () => {
    expect(readPeopleList('书记 张三，1.李四（请假）').people.map(({ offset }) => offset)).toEqual([3, 8])
  })

  test('is never longer than its text, and each name stands where it says', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'张三李四王五（）()[]【】、，； 请假书记列席1.2等人：\n'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, (list) => {
        for (const { name, offset } of readPeopleList(list).people) {
          expect(list.slice(offset).replace(/\s/gu, '').startsWith(name.slice(0, 1))).toBe(true)
        }
      }),
    )
  })
})

test.each([
  ['无', true],
  ['—', true],
  ['无人缺席', true],
  ['全体到会', true],
  ['0人', true],
  ['张三', false],
])('%s names nobody: %s', (text, expected) => {
  expect(isNobody(text)).toBe(expected)
})

test('bears brackets without end', () => {
  expect(readPeopleList('（'.repeat(50_000)).people).toEqual([])
})
