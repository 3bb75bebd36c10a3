import Intake
import Settings

extension Patience {
    /// What the site sets; scanners that close a file after each page are given 30 s more, except in a single pass.
    ///
    /// A folder of which the kernel tells is looked through whole every sixty times `scanEvery` all the same.
    init(_ intake: Site.Intake, mode: Office.Mode) {
        self.init(
            settleAfter: Int(intake.settleAfter * 1e9), shortFile: mode == .daemon ? 30_000_000_000 : 0,
            waitForScans: Int(intake.waitForScans),
            trustsEvents: mode == .daemon ? Int(intake.scanEvery * 60e9) : 0)
    }
}
