package import Files

/// An arrival that is ours: it lies in a folder of its own in `State/working/`.
package struct Claim: Sendable {
    /// Names the folder: the channel's mark, when this run of hoso began, in seconds since 1970, and a number, such as
    /// `online@1764378000.123456789-1`.
    package let id: String
    package let channel: Channel
    package let folder: Folder

    package init(id: String, channel: Channel, folder: Folder) {
        self.id = id
        self.channel = channel
        self.folder = folder
    }
}
