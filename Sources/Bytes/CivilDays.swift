/// Days of the Gregorian calendar as numbers, for the times that files carry.
package enum CivilDays {
    /// Days since 1970 of a day, whose month is 1 to 12.
    package static func sinceEpoch(year: Int, month: Int, day: Int) -> Int {
        // Years from March on, so that a leap day is the last of its year.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - 400 * era
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
