import { absentMonths } from './absent-months.ts'
import { admissionSteps } from './admission-steps.ts'
import { anachronism } from './anachronism.ts'
import { annualSteps } from './annual-steps.ts'
import { arithmetic } from './arithmetic.ts'
import { assert } from './assert.ts'
import { attends } from './attends.ts'
import { authority } from './authority.ts'
import { batchEntry } from './batch-entry.ts'
import { branchCommittee } from './branch-committee.ts'
import { branchExcellent } from './branch-excellent.ts'
import { branchSize } from './branch-size.ts'
import { branchTerm } from './branch-term.ts'
import { bunched } from './bunched.ts'
import { clash } from './clash.ts'
import { completeness } from './completeness.ts'
import { contents } from './contents.ts'
import type { Check } from './contract.ts'
import { copiedMinutes } from './copied-minutes.ts'
import { decisionHollow } from './decision-hollow.ts'
import { decisionOverdue } from './decision-overdue.ts'
import { decisionOwner } from './decision-owner.ts'
import { discussion } from './discussion.ts'
import { duration } from './duration.ts'
import { entryDelay } from './entry-delay.ts'
import { entryEarly } from './entry-early.ts'
import { fixedDay } from './fixed-day.ts'
import { followedUp } from './followed-up.ts'
import { frequency } from './frequency.ts'
import { frequencyAnnual } from './frequency-annual.ts'
import { frequencyGroups } from './frequency-groups.ts'
import { frequencyMembers } from './frequency-members.ts'
import { frequencyPairs } from './frequency-pairs.ts'
import { hour } from './hour.ts'
import { impossible } from './impossible.ts'
import { leaveReasons } from './leave-reasons.ts'
import { lectureDelivery } from './lecture-delivery.ts'
import { lectureMaterials } from './lecture-materials.ts'
import { lectureSecretary } from './lecture-secretary.ts'
import { lectureTitles } from './lecture-titles.ts'
import { missingBranch } from './missing-branch.ts'
import { monthMismatch } from './month-mismatch.ts'
import { monthlyDues } from './monthly-dues.ts'
import { numbering } from './numbering.ts'
import { onList } from './on-list.ts'
import { outdated } from './outdated.ts'
import { pairLoad } from './pair-load.ts'
import { prepared } from './prepared.ts'
import { presider } from './presider.ts'
import { probation } from './probation.ts'
import { quorum } from './quorum.ts'
import { residue } from './residue.ts'
import { reuse } from './reuse.ts'
import { serviceHours } from './service-hours.ts'
import { stepOrder } from './step-order.ts'
import { stockPhrases } from './stock-phrases.ts'
import { studyAdministrative } from './study-administrative.ts'
import { studyMislabelled } from './study-mislabelled.ts'
import { studyShare } from './study-share.ts'
import { submitted } from './submitted.ts'
import { takenUp } from './taken-up.ts'
import { talks } from './talks.ts'
import { titleAndBody } from './title-and-body.ts'
import { topics } from './topics.ts'
import { trainingHours } from './training-hours.ts'
import { turnout } from './turnout.ts'
import { turnoutByAge } from './turnout-by-age.ts'
import { vacancy } from './vacancy.ts'
import { vagueTitle } from './vague-title.ts'
import { variety } from './variety.ts'
import { vote } from './vote.ts'

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
