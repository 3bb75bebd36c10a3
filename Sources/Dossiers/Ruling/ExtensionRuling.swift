/// What an agency's wish for more time does: a new appointment, at most once, told with an apology.
package enum ExtensionRuling {
    /// Whether a new date is one that can be granted: it lies after the appointment, and is not over.
    package static func isGrantable(_ date: Moment, due: Moment, now: Moment) -> Bool { date > max(due, now) }

    /// - Parameter newDate: a day stands for the close of its work, and so does an hour past it.
    static func judge(
        by: AgencyCode, reason: String, newDate: MomentOrDay, approvedBy: String, _ matter: Matter
    ) -> Judgement {
        // Where there is no appointment nothing that the agency could mend makes one.
        guard matter.dossier.due != nil else { return .without(.noAppointment) }
        guard reason.saysSomething else { return .without(.noReason) }
        guard approvedBy.saysSomething else { return .without(.noApprover) }
        guard let date = newDate.close(in: matter.calendar, offset: matter.now.offset) else {
            return .without(.dateNotLater)
        }
        return grant(Extension(by: by, reason: reason, newDate: date, approvedBy: approvedBy), matter)
    }

    /// The leader's word releases the apology that was drafted here.
    static func approve(by: AgencyCode, approvedBy: String, _ matter: Matter) -> Judgement {
        guard matter.dossier.due != nil else { return .without(.noAppointment) }
        guard matter.dossier.extension == nil else { return .without(.alreadyExtended) }
        guard approvedBy.saysSomething else { return .without(.noApprover) }
        guard let draft = matter.dossier.apology else { return .without(.nothingToApprove) }
        return grant(
            Extension(by: by, reason: draft.reason, newDate: draft.newDate, approvedBy: approvedBy), matter)
    }

    private static func grant(_ granted: Extension, _ matter: Matter) -> Judgement {
        guard matter.dossier.extension == nil else { return .without(.alreadyExtended) }
        guard let due = matter.dossier.due, isGrantable(granted.newDate, due: due, now: matter.now) else {
            return .without(.dateNotLater, matter.dossier.due?.description)
        }
        var granted = granted
        granted.provisional = matter.calendar.isProvisional(granted.newDate)
        return .effect([.extended(granted)])
    }
}
