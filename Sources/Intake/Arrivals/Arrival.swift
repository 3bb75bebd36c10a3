package import Files

/// Something that lies whole in an inbox folder and may be claimed.
package struct Arrival: Hashable, Sendable {
    package let channel: Channel
    /// The package itself: a ZIP, a folder, a form, or a scan that stands alone.
    package let name: FileName
    /// Scans that lie beside a loose form and belong to it.
    package let companions: [FileName]

    package init(channel: Channel, name: FileName, companions: [FileName] = []) {
        self.channel = channel
        self.name = name
        self.companions = companions
    }
}
