import { expect, test } from 'vitest'
import { onlyTells } from '../../src/checks/only-told.ts'

const DECIDING = /表决|审议|通过|投票|讨论/u

test.each([
  '通报第一次表决结果',
  '集中学习表决程序',
  '部署投票推荐工作',
  '研究投票办法',
  '听取审议事项落实情况汇报',
  '宣布上级党委审批通过的名单，传达投票纪律',
  '清扫庭院',
])('%s only tells', (item) => {
  expect(onlyTells(item, DECIDING)).toBe(true)
})

test.each([
  '表决年度计划',
  '听取并审议支委会工作报告',
  '听取支委会工作报告后进行无记名投票',
  '听取审议支委会工作报告',
  '研究通过年度计划',
  '通报经费使用情况，表决修缮方案',
  '通报经费使用情况、讨论修缮方案',
])('%s decides', (item) => {
  expect(onlyTells(item, DECIDING)).toBe(false)
})
