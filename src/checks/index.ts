import { admissionSteps } from './agenda/admission-steps.ts'
import { annualSteps } from './agenda/annual-steps.ts'
import { authority } from './agenda/authority.ts'
import { contents } from './agenda/contents.ts'
import { discussion } from './agenda/discussion.ts'
import { prepared } from './agenda/prepared.ts'
import { presider } from './agenda/presider.ts'
import { assert } from './assert/assert.ts'
import { absentMonths } from './attendance/absent-months.ts'
import { arithmetic } from './attendance/arithmetic.ts'
import { attends } from './attendance/attends.ts'
import { leaveReasons } from './attendance/leave-reasons.ts'
import { quorum } from './attendance/quorum.ts'
import { turnout } from './attendance/turnout.ts'
import { turnoutByAge } from './attendance/turnout-by-age.ts'
import { vote } from './attendance/vote.ts'
import { branchCommittee } from './branch/branch-committee.ts'
import { branchExcellent } from './branch/branch-excellent.ts'
import { branchSize } from './branch/branch-size.ts'
import { branchTerm } from './branch/branch-term.ts'
import { missingBranch } from './branch/missing-branch.ts'
import { probation } from './branch/probation.ts'
import { trainingHours } from './branch/training-hours.ts'
import { vacancy } from './branch/vacancy.ts'
import type { Check } from './contract.ts'
import { decisionHollow } from './decisions/decision-hollow.ts'
import { decisionOverdue } from './decisions/decision-overdue.ts'
import { decisionOwner } from './decisions/decision-owner.ts'
import { followedUp } from './decisions/followed-up.ts'
import { submitted } from './decisions/submitted.ts'
import { takenUp } from './decisions/taken-up.ts'
import { bunched } from './frequency/bunched.ts'
import { fixedDay } from './frequency/fixed-day.ts'
import { frequency } from './frequency/frequency.ts'
import { frequencyAnnual } from './frequency/frequency-annual.ts'
import { frequencyGroups } from './frequency/frequency-groups.ts'
import { frequencyMembers } from './frequency/frequency-members.ts'
import { frequencyPairs } from './frequency/frequency-pairs.ts'
import { variety } from './frequency/variety.ts'
import { lectureDelivery } from './lectures/lecture-delivery.ts'
import { lectureMaterials } from './lectures/lecture-materials.ts'
import { lectureSecretary } from './lectures/lecture-secretary.ts'
import { lectureTitles } from './lectures/lecture-titles.ts'
import { anachronism } from './records/anachronism.ts'
import { batchEntry } from './records/batch-entry.ts'
import { clash } from './records/clash.ts'
import { completeness } from './records/completeness.ts'
import { duration } from './records/duration.ts'
import { entryDelay } from './records/entry-delay.ts'
import { entryEarly } from './records/entry-early.ts'
import { hour } from './records/hour.ts'
import { impossible } from './records/impossible.ts'
import { monthMismatch } from './records/month-mismatch.ts'
import { numbering } from './records/numbering.ts'
import { outdated } from './records/outdated.ts'
import { residue } from './records/residue.ts'
import { stockPhrases } from './records/stock-phrases.ts'
import { titleAndBody } from './records/title-and-body.ts'
import { vagueTitle } from './records/vague-title.ts'
import { monthlyDues } from './registers/monthly-dues.ts'
import { onList } from './registers/on-list.ts'
import { pairLoad } from './registers/pair-load.ts'
import { serviceHours } from './registers/service-hours.ts'
import { stepOrder } from './registers/step-order.ts'
import { topics } from './registers/topics.ts'
import { copiedMinutes } from './reuse/copied-minutes.ts'
import { reuse } from './reuse/reuse.ts'
import { studyAdministrative } from './study/study-administrative.ts'
import { studyMislabelled } from './study/study-mislabelled.ts'
import { studyShare } from './study/study-share.ts'
import { talks } from './talks/talks.ts'

/** Every built-in check, by name. A new check is one file and one line here, in the order of the names. */
export const checks: readonly Check[] = [
  absentMonths,
  admissionSteps,
  anachronism,
  annualSteps,
  arithmetic,
  assert,
  attends,
  authority,
  batchEntry,
  branchCommittee,
  branchExcellent,
  branchSize,
  branchTerm,
  bunched,
  clash,
  completeness,
  contents,
  copiedMinutes,
  decisionHollow,
  decisionOverdue,
  decisionOwner,
  discussion,
  duration,
  entryDelay,
  entryEarly,
  fixedDay,
  followedUp,
  frequency,
  frequencyAnnual,
  frequencyGroups,
  frequencyMembers,
  frequencyPairs,
  hour,
  impossible,
  leaveReasons,
  lectureDelivery,
  lectureMaterials,
  lectureSecretary,
  lectureTitles,
  missingBranch,
  monthMismatch,
  monthlyDues,
  numbering,
  onList,
  outdated,
  pairLoad,
  prepared,
  presider,
  probation,
  quorum,
  residue,
  reuse,
  serviceHours,
  stepOrder,
  stockPhrases,
  studyAdministrative,
  studyMislabelled,
  studyShare,
  submitted,
  takenUp,
  talks,
  titleAndBody,
  topics,
  trainingHours,
  turnout,
  turnoutByAge,
  vacancy,
  vagueTitle,
  variety,
  vote,
]
