/** What is wrong with a row or a file, for people (ICU MessageFormat): on the screen and in the error workbook. */
export const rowProblemText = {
  'account-exists-otherwise':
    'The username “{value}” is taken, with another name, phone or role than this row. Choose another username, or change the account on the page Accounts.',
  'account-rows-disagree':
    'The rows of “{value}” give different names or phones; the first stands at {other}.',
  'archive-damaged': 'The archive is damaged or incomplete. Make it again and send it once more.',
  'archive-encrypted': 'The archive has a password ({entry}). Remove it and send the file again.',
  'archive-lies-about-its-size':
    'The archive states a wrong size for {entry} and is refused. Make it again.',
  'archive-too-large': 'Unpacked, the file has {size} MB, more than the {limit} MB allowed.',
  'archive-too-many-entries':
    'The archive holds {entries, number} files, more than the {limit, number} allowed.',
  'area-unknown':
    'No area within your own is named “{value}”. Similar names: {found}. Make the area first, or correct the name.',
  'cell-error':
    'The cell in column “{column}” shows the error {value}. Correct the formula or type the value.',
  'cell-too-long':
    'This cell is longer than {limit, number} characters, which is what Excel allows in one; the file was not read. Shorten it and upload again.',
  'choice-unknown': 'The unit chosen for “{unit}” does not stand on {on}. Choose again.',
  'code-is-number':
    'Code {value} in column “{column}” is stored as a number and may have lost leading zeros. Format the column as text and type the code again.',
  'column-twice': 'Several columns mean the same: {columns}. Keep one of them.',
  'columns-unknown':
    'Some columns are not used and will not be imported: {columns}. Suggestions: {suggestions}.',
  'columns-wrong':
    'Required columns are missing: {missing}. Columns not recognised: {unknown}. Suggestions: {suggestions}.',
  'commune-code-unknown':
    'No commune has code {unitCode} on {on}. Correct the column “Mã xã” (the code of the list in use on the founding day) or the founding day.',
  'commune-has-two-decisions':
    'Commune {commune} has decision {number} in a row above. One decision for each commune.',
  'commune-has-two-resolutions':
    '{unit} has resolution {number} in a row above. One resolution for each commune: give the same number, day and issuer.',
  'commune-unknown':
    'No commune is called “{unit}” on {on}. Correct its name (with diacritics) or the founding day.',
  'commune-without-quota':
    '{unit} has no number of teams decided on {on}. Record the decision on quotas, or accept this with a reason and check again.',
  'coordinates-not-degrees':
    'The file says {crs} (degrees), but its coordinates ({x}, {y}) are metres. Choose the right VN-2000 system.',
  'coordinates-not-metres':
    'The file says {crs} (metres), but its coordinates ({x}, {y}) are degrees. Choose WGS84.',
  'coordinates-swapped':
    'The two axes of ({x}, {y}) are swapped. Export again with longitude (or easting) first.',
  'crs-datum-doubtful':
    'The coordinate system “{name}” says WGS84 but looks like VN-2000; the outlines may be some 200 m off. Look at the preview or choose the system.',
  'crs-differs':
    'The file names {named}, but {chosen} is used as chosen. Look closely at the preview.',
  'crs-missing': 'The file names no coordinate system. Choose one (WGS84, VN-2000).',
  'crs-unknown':
    'The coordinate system “{name}” is not supported. Choose the right one or convert the file.',
  'csv-unreadable': 'The .csv cannot be read near line {line}: a quotation mark may be open.',
  'days-turned': 'The end {to} must come after the beginning {from}.',
  'decision-before-village-event':
    '{unit} was reorganised from {on} on, after the provincial decision {teams} that the file cites. Choose the new provincial decision, or accept this with a reason and check again.',
  'decision-signed-later':
    'Decision {unit} was signed on {on}, after the day of the act. Correct the day, or accept this with a reason and check again.',
  'file-empty': 'The file is empty. Choose another file.',
  'file-kind-unknown':
    'This kind of file cannot be read. Send an Excel workbook (.xlsx) or a .csv.',
  'file-needs-too-much': 'The file needs too much memory to read. Split the file.',
  'file-not-utf8':
    'The file is not in UTF-8, so Vietnamese letters cannot be read with certainty. In Excel, save it as “CSV UTF-8”.',
  'file-takes-too-long':
    'Reading the file took too long (over 3 minutes) and was stopped. Split the file.',
  'file-too-large':
    'The file has {size} MB, more than the {limit} MB allowed. Split it into smaller files.',
  'formula-cached':
    '{count, number} {count, plural, one {cell is a formula} other {cells are formulas}}; the results saved in the file are used.',
  'formula-without-value':
    'The cell in column “{column}” is a formula that was never calculated. Open the file in Excel, save it and send it again.',
  'geojson-unreadable': 'The GeoJSON cannot be read: a FeatureCollection is needed.',
  'geometry-broken':
    'The outline is broken: {reason, select, open {a ring is not closed} short {a ring has fewer than four points} lost {a hole lies outside every part} other {a coordinate is no number}}.',
  'geometry-invalid':
    'The outline of “{unit}” is invalid: {reason}. Mend it in a GIS program and send it again.',
  'geometry-kind-wrong': 'The shape is a {kind}; an outline must be a Polygon or MultiPolygon.',
  'geometry-missing': 'The feature has no outline.',
  'grant-twice':
    '“{value}” holds this role in this area on some of these days already, at {other}.',
  'group-total-off':
    '{group}, column “{column}”: the sum states {stated, number}, but its communes make {counted, number}.',
  'group-twice': '“{group}” stands more than once, first at {other}; its rows are taken together.',
  'group-unknown':
    'There is no unit “{group}” on {on}; the communes below it are looked for in the whole province. Suggestions: {suggestions}.',
  'group-without-rows': '“{group}” has no communes below it.',
  'kind-missing':
    '“{unit}” does not say which kind of unit it is. Write the kind in the column “Loại” or in front of the name; {level, select, province {a province} district {a district} commune {a commune} other {a village}} is one of: {allowed}.',
  'kind-not-of-day':
    '“{unit}” is said to be “{kind}”, which no unit begins as on {on} (from 1 July 2025 there are no townships and districts). Kinds of that day: {allowed}. Correct the kind or the day.',
  'kind-not-of-level':
    '“{unit}” is said to be “{kind}”, which is no kind of {level, select, province {province} district {district} commune {commune} other {village}} (these are: {allowed}). {chosen, select, page {The level was chosen on the page: choose it again and check once more, or correct the kind.} other {Correct the kind or the column “Cấp”.}}',
  'leaders-differ-from-teams':
    '{unit}: {leaders, number} leaders for {teams, number} teams. Each team has one leader (Law 30/2023/QH15, Art. 16).',
  'level-missing':
    'The level of {count, number} {count, plural, one {row} other {rows}} is unknown, because the file has no column “Cấp”. Choose the level where the file is sent, or add the column “Cấp” (tỉnh, huyện, xã, thôn) to the file.',
  'members-do-not-add-up':
    '{unit}: {stated, number} members are stated, but leaders {leaders, number} + deputies {deputies, number} + ordinary {ordinary, number} = {counted, number}.',
  'negative-number': '{value} in column “{column}” is a negative number.',
  'no-communes-that-day':
    'On {on} there is no commune in the territory of the document. Import units first.',
  'no-such-day':
    '“{value}” in column “{column}” is not a day. Write day/month/year, for example 01/07/2025.',
  'not-a-number': '“{value}” in column “{column}” is not a number.',
  'not-a-whole-number': '{value} in column “{column}” is not a whole number.',
  'number-merged':
    'The number in column “{column}” is merged over several units, so it belongs to none. Unmerge the cell.',
  'number-out-of-range': '{value} in column “{column}” is outside the limit ({limit}).',
  'outside-vietnam':
    '({x}, {y}) in {crs} lies outside Viet Nam. Check the system and its central meridian.',
  'pair-repeated': '“{unit}” → “{successor}” stands in a row above. Delete the repeated row.',
  'parent-missing':
    '“{unit}” (code {unitCode}) names no unit over it. Fill in the column “parent_code”.',
  'parent-unknown':
    '“{unit}” (code {unitCode}): no unit over it with code {parent}, neither in the file nor in the list of that day. Check the parent code and the list.',
  'payment-amount-differs':
    'Payment {value} (month {month}, batch {batch}) was issued with {issued, number} đồng, but the file says {found, number} đồng. Ask the bank; if the file is wrong, correct the amount and send it again.',
  'payment-is-failed':
    'Payment {value} (month {month}, batch {batch}) is recorded as failed, and the file says it was paid. Ask the bank; if it was paid, say so on the run’s Payments tab (before it is issued anew), then leave this line out.',
  'payment-is-left':
    'It was decided not to pay {value} (month {month}, batch {batch}). Ask the bank and leave this line out.',
  'payment-is-paid':
    'Payment {value} (month {month}, batch {batch}) is recorded as paid, and the file says it failed. If the bank returned the money, say so with the reason on the run’s Payments tab, then leave this line out.',
  'payment-is-withdrawn':
    'Payment {value} (month {month}, batch {batch}) was taken out, and its money was issued anew, or the file says that it failed, or its payroll was reversed. Ask the bank: if the money has gone, record it on the payment that stands, or recover it; leave this line out and send the file again.',
  'payment-key-unknown':
    'No payment within your area has the key “{value}”. Use the keys in the column “Mã chi” of the file that was sent to the bank.',
  'payment-reason-missing':
    'This payment failed, but the file does not say why. The column “Lý do” may be filled in.',
  'reorganisation-follows-largest-share':
    '“{unit}” could belong to {count, number} new units and follows the largest part. Check it after the reorganisation.',
  'role-beyond-own-area':
    'You may not give this role in the area “{area}”: only roles and areas within your own can be given.',
  'roster-citizen-id-legacy': 'The paper has 9 digits. Add the citizen ID of 12 digits.',
  'roster-education-too-low':
    'Below the education asked for at recognition (lower secondary; primary in hard areas – Law 30/2023/QH15 Art. 13). Check the education.',
  'roster-education-unknown':
    '{count, plural, one {# row tells} other {# rows tell}} no education, so that condition was not checked (Law 30/2023/QH15 Art. 13).',
  'roster-leader-twice':
    '“{team}” has two leaders at the same time; the other one at {other}. A team has one leader.',
  'roster-person-differs':
    'This citizen ID is recorded with another name, day of birth or sex. Check the number, or correct the record first.',
  'roster-person-elsewhere':
    'This citizen ID is recorded in another area, outside your own. Check the number, or ask for a transfer.',
  'roster-person-over-age':
    'Older than 70 on {on}. Check the day of birth; the row is taken nevertheless.',
  'roster-person-serves':
    'This person has another posting at the same time, since {on}. Somebody serves in one team and one position a day: correct the days or leave the row out.',
  'roster-person-too-young':
    '{count} years old on {on}; at least {limit} are needed. Check the day of birth and the first day.',
  'roster-person-twice':
    'This person stands at {other} for the same time. Somebody serves in one team and one position a day.',
  'roster-quota-exceeded':
    '{commune} is beyond its quota: on {on} there are {active, number} members, and {limit, number} are allowed (decision {number}{surplus, plural, =0 {} other {, with # by a roadmap}}). Take people out, or record a roadmap first.',
  'roster-quota-missing':
    '{commune}: on {on} no quota of members is recorded, and the roster has {active, number} members. Import the decision of the province.',
  'roster-rows-disagree':
    'The same citizen ID as at {other}, but another name, day of birth or sex. Make them agree.',
  'roster-team-ambiguous':
    'Several teams are called “{team}” (commune: {commune}). Choose one, or add the commune or the code. The choice holds for {count, plural, one {# row} other {# rows}} that say the same.',
  'roster-team-deputies-exceeded':
    'The team has {count} deputies on {on}, more than it may have ({limit}). The row is taken nevertheless.',
  'roster-team-dissolved':
    '“{team}” was dissolved on {on}. Give a last day before it, and another row for the new team where the person goes on.',
  'roster-team-has-leader':
    '“{team}” has another leader since {on}. Correct the position or the day.',
  'roster-team-not-standing':
    '“{team}” was not founded yet or dissolved already on {on}. Correct the team or the first day.',
  'roster-team-unknown':
    'There is no team “{team}” (commune: {commune}). Choose the team meant, or correct code or name. The choice holds for {count, plural, one {# row} other {# rows}} that say the same.',
  'roster-without-decision':
    '{count, plural, one {# row names} other {# rows name}} no decision; taken nevertheless, without a basis.',
  'row-not-understood': 'This row is not understood: “{value}”. Delete or correct it.',
  'row-without-name': "The row has numbers but no unit's name.",
  'row-without-numbers': 'The row “{value}” has no numbers.',
  'shapefile-damaged': 'The shapefile is damaged or cut off. Export it again.',
  'shapefile-has-deleted-rows':
    'The attribute table has rows marked as deleted. Pack it or export the shapefile again.',
  'shapefile-missing': "The archive lacks the shapefile's {part}.",
  'shapefile-parts-disagree':
    'The shapefile has {shapes, number} shapes but {rows, number} rows of attributes. Export it again.',
  'shapefile-several': 'The archive holds several layers: {names}. Send one at a time.',
  'sheet-hidden': 'Sheet “{sheet}” is hidden but was read all the same. Please check it.',
  'sheet-not-read':
    'Sheet “{sheet}” has numbers but no heading, so it was not read. Add column headings or delete the sheet.',
  'sheet-skipped': 'Sheet “{sheet}” holds no such table and was passed over.',
  'table-empty': 'The file has a heading but no rows of data.',
  'table-not-found':
    'No heading of a table was found (for example “Đơn vị hành chính”, “Số Tổ”, “Tổng số”).',
  'team-code-unknown': 'No team has the code {team}. Import the teams first, or correct the code.',
  'team-is-dissolved':
    'The team with code {team} was dissolved on {on}, and this row founds it on that day or later. A team that is founded again is a new team: give it another code, or correct the founding day.',
  'team-not-on-village':
    'Team {team} does not look after village {village} of this commune on the day. Check the codes of the team and the new village.',
  'team-over-quota':
    '{unit} has {count, number} teams from {on} on, more than the {limit, number} decided. Correct the file, or accept this with a reason and check again.',
  'team-would-lose-its-village':
    'From {on} the team “{unit}” would have no area, because “{parent}” ends. Move or dissolve the team first.',
  'text-encoding-unknown':
    'The encoding of the attribute table is unknown ({encoding}). Export it in UTF-8 with its .cpg.',
  'text-in-old-encoding':
    '“{unit}” was typed in an old font (TCVN3, VNI). Convert the file to Unicode.',
  'too-many-cells':
    'The file has too many cells (or corners of outlines), more than the {limit, number} allowed.',
  'too-many-columns':
    'The sheet has cells beyond column {limit, number}, the last one that Excel allows. Save the file with Excel and upload it again.',
  'too-many-rows':
    'The file has {rows, number} rows, more than the {limit, number} allowed. Split it.',
  'total-missing': 'The file has no total row to check against. Please check the totals shown.',
  'total-off':
    'Column “{column}”: the total states {stated, number}, but the rows make {counted, number}.',
  'unit-ambiguous': 'On {on} several units are called “{unit}”: {found}. Choose one.',
  'unit-code-differs':
    'Code {unitCode} belongs to {found}, but the row says “{unit}”. Correct the code or the name.',
  'unit-code-unknown':
    'No unit has code {unitCode} on {on} (the row says “{unit}”). Correct the code, or the day from which the file holds. Similar names: {found}.',
  'unit-elsewhere':
    '“{unit}” is not in “{group}” on {on} but: {found}. Choose it or correct the row.',
  'unit-kind-differs':
    '“{unit}” names another kind of unit; on {on} it is: {found}. Choose it or correct the row.',
  'unit-twice': '“{unit}” stands twice; the first is at {other}.',
  'unit-unknown':
    'No unit is called “{unit}” on {on}. Similar names: {found}. Choose the unit or correct the name.',
  'unit-would-lose-its-parent':
    'From {on} “{unit}” would lie below nothing, because “{parent}” ends. Name it in the file with its new parent.',
  'units-left-out':
    '{count, number} {count, plural, one {unit that stands} other {units that stand}} on {on} {count, plural, one {is} other {are}} not in the file: {names}.',
  'username-unusable':
    'The username “{value}” cannot be used: 2 to 40 lower-case letters without diacritics, digits, dots or dashes, beginning with a letter.',
  'value-invalid': '“{value}” is not a valid value for column “{column}”.',
  'value-missing': 'A value is missing in column “{column}”.',
  'value-too-long': 'The text in column “{column}” is longer than {limit, number} characters.',
  'value-twice': '“{value}” ({column}) stands twice; the first is at {other}.',
  'value-unknown': '“{value}” in column “{column}” is not on the list. Choose one of: {allowed}.',
  'village-has-a-team':
    '{unit} has another team on {on}: {teams}. Correct the file, or accept this with a reason and check again.',
  'village-has-ended':
    '“{unit}” (code {unitCode}) ended on {on}. Give a new village another code; for an old list, correct the day from which it holds.',
  'village-keeps-one-team':
    'Village {village}: {teams, number} teams in the file, {count, number} going on. At least two teams, and exactly one that goes on.',
  'village-kind-unusual':
    '“{unit}” is a {kind} of {commune}. By Decree 185/2026 a xã has thôn and a phường has tổ dân phố; check the kind.',
  'workbook-old-or-locked':
    'The file is an old Excel workbook (.xls) or has a password. Remove the password and save it as .xlsx.',
  'workbook-unreadable':
    'This workbook cannot be read. Open it in Excel, save it as a new .xlsx and send it again.',
  'workplace-is-closed':
    'The workplace with code {workplace} was closed on {on}, and this row opens it on that day or later. Give the new workplace another code, or correct the day.',
  'workplace-outside-its-commune':
    '“{workplace}” lies outside the outline of “{unit}”. Check its longitude and latitude.',
} as const satisfies Record<string, string>;
