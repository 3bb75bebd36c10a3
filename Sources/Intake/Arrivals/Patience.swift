/// How long things are waited for; the figures come from the site's settings.
package struct Patience: Sendable {
    /// Quiet that shows that a file is whole; nanoseconds.
    package let settleAfter: Int
    /// More quiet for an empty or short file, since scanners close a file after each page and open it again, and for one that
    /// somebody still has open; nanoseconds.
    package let shortFile: Int
    /// How long a form waits for an absent scan, and a scan for its form; seconds of the machine's clock, across runs.
    package let waitForScans: Int

    /// How long a folder of which the kernel tells nothing is taken as unchanged; nanoseconds.
    package let trustsEvents: Int

    package init(settleAfter: Int, shortFile: Int, waitForScans: Int, trustsEvents: Int = 0) {
        self.trustsEvents = trustsEvents
        self.settleAfter = settleAfter
        self.shortFile = shortFile
        self.waitForScans = waitForScans
    }

    /// How long a short file that somebody has open may be quiet: as long as scans are waited for; nanoseconds.
    var forWriter: Int { min(waitForScans, 1_000_000_000) * 1_000_000_000 }
}
