/// What a letter or a sheet may show, by the names that an office writes in its templates.
///
/// A key of coding is read from the office's word and has a number besides, which is the value's place.
enum ValueName: Int, CaseIterable, CodingKey {
    // The paper itself.
    case site, place, from, parent, withoutParent, number, formNumber, rule, book, bookNumber, qr, print
    // The dossier and its procedure.
    case code, dossier, procedure, level, received, time, appointment, provisional, completeSince, delivery
    case title, form, originals, papers, paper, component, file, copies, originalCount, certifiedCount, index
    // Who submitted it, and who answers.
    case name, person, address, phone, email, idNumber, taxCode, hasAccount
    case agency, agencyEmail, agencyPhone, agencyAddress, formerAgency, approvedBy
    // What is wrong with it, and what its citizen is to do.
    case findings, finding, article, faults, fault, refuses, remedy, resubmit, agencyRequest
    case postal, postalForm, byPost, copySent, copyFaults, copyAside, bring
    case waits, awaited, wait, withOffice, paused, handedOver, moved, rerouted
    // Its fee, and money given back.
    case fee, feeDue, feeOwed, amount, paid, justPaid, unpaid, atCounter, atOffice, atResult, beforeResult
    case account, accountNumber, notRefunded, refund, refundAgency, basis, uncounted
    // What happens after it is complete.
    case reason, reasons, newDate, former, formerDate, extended, overdue, missed, late, decided, resolved
    case online, counter, post, tracking
    // Answers to messages, and what staff hear of.
    case message, answer, next, sent, kind, effect, event, what, advice, look, isIncident
    // The sheets.
    case rows, giver, taker, given, taken, outcome, note, coAgencies, coAgency
    case since, until, dossiers, due, returned, route, signed, count
}
