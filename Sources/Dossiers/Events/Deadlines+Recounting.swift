/// What another calendar makes of dates that people were told.
extension Deadlines {
    /// The same as `calendar` counts it, around all pauses so far; nil where it has no working time that far.
    ///
    /// A date that an extension gave was set by a person, and stays; but it gives more time, so it is never before what the
    /// calendar makes of the published time.
    func recounted(
        around pauses: [Pause], procedure: Procedure, calendar: WorkingCalendar, handOverCalendar: WorkingCalendar?
    ) -> Deadlines? {
        guard
            var anew = Deadlines(
                procedure: procedure, calendar: calendar, from: from, pauses: pauses, handOverFrom: handOverFrom,
                handOverBy: handOverBy, handOverCalendar: handOverCalendar)
        else { return nil }
        guard let extendedTo else { return anew }
        let date = max(extendedTo, anew.result)
        anew.extendedTo = date
        anew.extendedAt = extendedAt
        anew.extendedProvisional = calendar.isProvisional(date)
        return anew
    }

    /// Whether people are told the same and reports measure by the same: the appointment, whether that is provisional, both times
    /// for the hand-over, what was due without an extension, and the published time.
    package func measuresTheSame(as other: Deadlines) -> Bool {
        (due, isDueProvisional, handOver, sameDayHandOver, result, published)
            == (
                other.due, other.isDueProvisional, other.handOver, other.sameDayHandOver, other.result,
                other.published
            )
    }
}
