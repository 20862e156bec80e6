/** An agreement between a group and a school. What is data stands in double braces. */
export const en = `# Service level agreement

Version {{version}}, effective from {{effective}}.

This agreement is made between {{group}} (“the group”), which runs the Level 1 help desk that its member schools share, and the school that signs it (“the school”). It says what the school can expect of the desk when it needs help with {{system}}, and what the desk can expect of the school.

## 1. Purpose

Both sides want an effective support system with a timely response. The times below are promises: they are measured by the desk’s software for every ticket, and both sides read the same numbers.

## 2. What the group is there for

{{in_scope}}

## 3. What this agreement does not cover

The following is answered for by the school itself or by Level 2. The group advises where it can, and promises no times for it.

{{out_of_scope}}

## 4. Support hours

The desk works {{hours}}. It is closed on the statutory holidays of British Columbia and on the days that it announces. A privacy incident can be reported at any time.

## 5. How fast the desk helps

All times are counted in the desk’s working hours, from the moment at which the ticket is sent.

{{targets}}

Once the desk has answered, each further question of the school is answered within the time of a first answer. The time to solve a ticket stands still while the desk waits for the school, while Level 2 has the ticket, and until a date that both have agreed on. An automatic receipt is not an answer.

The priority follows from how many people are concerned and how urgent it is. The desk may correct it, and says so on the ticket.

The group’s goals over each month:

{{goals}}

## 6. What the group does

The group

{{group_duties}}

## 7. What the school does

The school

{{school_duties}}

## 8. Exceptions

{{exceptions}}

## 9. When something goes wrong

A school that is not content says so on the ticket, or in a new one that names it. The group’s coordinator answers within {{complaint_days}} school days, with what was found and what changes. If that does not settle it, the school’s lead may bring it before the group’s member schools.

## 10. Reports

Each month the group reports to the school’s lead what was asked, how fast it was answered and solved, and each time that a promise was not kept, with the reason.

## 11. Review and changes

Both sides look at this agreement again by {{review}}. A change is a new version. Until the school has signed that one, the version that it signed before goes on to hold, and a ticket keeps the version with which it began.

## 12. Privacy

Both sides keep the Personal Information Protection Act of British Columbia (PIPA). The school puts no more personal information into a ticket than is needed to solve it.

## 13. Signatures

The agreement holds between both sides from the day named above, once the school’s lead has signed it and the group’s coordinator has countersigned.
`;
