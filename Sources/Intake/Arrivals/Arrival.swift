package import Files

/// Something that lies whole in an inbox folder and may be claimed.
package struct Arrival: Hashable, Sendable {
    package let channel: Channel
    /// The package itself: a ZIP, a folder, a form, or a scan that stands alone.
    package let name: FileName
    /// Scans that lie beside a loose form and belong to it.
    package let companions: [FileName]
    /// When it came to lie there, in nanoseconds of the file system's clock: who comes first is served first.
    package let since: Int

    package init(channel: Channel, name: FileName, companions: [FileName] = [], since: Int = 0) {
        self.since = since
        self.channel = channel
        self.name = name
        self.companions = companions
    }
}
