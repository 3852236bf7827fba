import { getGrade, getGradeYear, listGrades, listGradeYears } from '@antt/contracts';

/** What is answered anew once anything of a year was said. */
export const changedAnswers = [getGrade, getGradeYear, listGrades, listGradeYears];
