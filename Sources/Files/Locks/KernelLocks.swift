/// The kernel's own list of locks (`/proc/locks`).
package struct KernelLocks {
    private let lines: [[Substring]]

    package init(_ text: [UInt8]) {
        // `1: FLOCK  ADVISORY  WRITE 712 08:01:1234 0 EOF`: the inode stands behind the device.
        lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
    }

    /// Whether a file is locked as `SiteLock` locks it; by its inode alone where its device is not known.
    package func hold(inode: UInt64, on device: KernelDevice?) -> Bool {
        lines.contains { words in
            guard words.count > 5, words[1] == "FLOCK" else { return false }
            guard let device else { return words[5].hasSuffix(":\(inode)") }
            return words[5] == "\(device):\(inode)"
        }
    }
}
