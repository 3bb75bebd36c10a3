/// What a changed calendar makes of a dossier's dates (Điều 8.1a).
package enum RecountRuling {
    /// The dates as `calendar` counts them; nil where people were told the same, and reports measure by the same.
    ///
    /// A date that an extension gave moves only where the published time would end after it; the published time moves beside it. A
    /// clock that stands is counted anew when it runs again, and a result or a hand-over that is there was in time or late by the
    /// dates of its day.
    package static func moved(
        _ dossier: Dossier, procedure: Procedure, calendar: WorkingCalendar, handOverCalendar: WorkingCalendar? = nil
    ) -> Deadlines? {
        guard let kept = dossier.deadlines, isCounted(dossier), !dossier.isPaused,
            let anew = kept.recounted(
                around: dossier.pauses, procedure: procedure, calendar: calendar, handOverCalendar: handOverCalendar)
        else { return nil }
        let moved = dossier.handedOverAt == nil ? anew : anew.keeping(handOverOf: kept)
        return moved.measuresTheSame(as: kept) ? nil : moved
    }

    /// The same as the matter has it.
    package static func moved(_ matter: Matter) -> Deadlines? {
        moved(
            matter.dossier, procedure: matter.procedure, calendar: matter.calendar,
            handOverCalendar: matter.handOverCalendar)
    }

    /// Whether a calendar still has something to say about its dates.
    package static func isCounted(_ dossier: Dossier) -> Bool {
        dossier.deadlines != nil && !dossier.isClosed && dossier.resolvedAt == nil
    }
}
