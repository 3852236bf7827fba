/** What reports are asked by: no page shows it yet, and the columns are named by the page. */
const withItsPage = 'what reports are asked by; its file comes with the page that shows it';

/** Lists that have no file by this mechanism, each with the reason. */
export const notKept: Readonly<Record<string, string>> = {
  '/award-forms':
    'forms and titles with who decides on them, data of the platform; awards are at /awards',
  '/award-rules': 'one rule of a province; the page tells it beside what it bars',
  '/campaigns': 'a few, each with its rounds; what they come to has files',
  '/campaigns/:campaignId/scores':
    'each row has as many results as there are rounds; a round has a file of its own',
  '/change-days':
    'the stops of the day control; what changed stands in the histories of the things',
  '/compiled-report-parts':
    'what one figure of a compiled report is made of; the paper /compiled-report.docx keeps the report',
  '/criteria-templates':
    'documents to begin one from, part of the platform; criteria are at /criteria',
  '/forms': withItsPage,
  '/grade-schemes': 'documents of how years are graded; what they come to has files',
  '/holidays': 'a handful of days a year, which the calendar shows together',
  '/incident-kinds': 'what records ask and feed, data of the platform; the form shows it',
  '/incident-points': 'places to draw; /incidents says more',
  '/indicators': withItsPage,
  '/indicators/:code/versions': withItsPage,
  '/map-points': 'places to draw; /teams and /workplaces say more, as GeoJSON too',
  '/member-costs': 'factors of a draft of quotas; what they come to stands in the draft',
  '/paper-templates':
    'Word files that a province made itself, one of a form; each is fetched as it is',
  '/obstacles': 'what stands in compiled reports, and in their paper /compiled-report.docx',
  '/payrolls/:id': 'one run; totals at /allowance-totals, amounts at /payrolls/:id/lines',
  '/people/:id/files': 'sealed papers of one person, each opened by itself and told of in the log',
  '/people/worklist/counts': 'numbers for the map; what is counted is at /people/worklist/:kind',
  '/policy-templates': 'documents to begin one from, part of the platform; see /policies',
  '/publication-quotas/:code/cycles':
    'each row has as many results as there are weeks; what was published has a file',
  '/quotas/comparison':
    'a workbook of its own with the totals of both sides: /quotas/comparison.xlsx',
  '/recruitments/:id/findings':
    'what would come of a decision that nobody has made yet; the page tells it',
  '/report-kinds': withItsPage,
  '/report-totals':
    'each row has as many figures as there are indicators; kept with the page that shows them',
  '/reporting-periods': withItsPage,
  '/payrolls/:id/payment-batches': 'a batch is a bundle of files; its payments have a list',
  '/score-templates': 'documents to begin one from, part of the platform; see /campaigns/:id',
  '/settings':
    'parameters of several kinds, a few of each; the page tells the basis of each beside it',
  '/suggested-values': 'what a report is filled in with; the report has the values that count',
  '/tokens': 'keys of one account, to withdraw and not to keep',
  '/views': 'settings of one account',
  '/worklist/counts': 'numbers for the map; what is counted is at /worklist/:kind',
};
