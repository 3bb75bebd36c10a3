/// The device that a file lies on, as the kernel's lists have it (`08:01`), which `stat` need not say: of Btrfs it does not.
package struct KernelDevice: Equatable, CustomStringConvertible {
    package let description: String

    /// By the mount that the file was opened on; nil where the kernel does not say.
    package init?(of file: ReadableFile) {
        do throws(FileError) {
            let opened = try Folder(path: "/proc/self/fdinfo").readGrowing(
                FileName.literal("\(file.descriptor.number)"), limit: 100_000)
            let mounts = try Folder(path: "/proc/self").readGrowing("mountinfo", limit: 10_000_000)
            self.init(descriptor: opened, mounts: mounts)
        } catch {
            return nil
        }
    }

    /// The same of what stands in `fdinfo` and `mountinfo`.
    package init?(descriptor: [UInt8], mounts: [UInt8]) {
        func lines(_ text: [UInt8]) -> [[Substring]] {
            String(decoding: text, as: UTF8.self).split(separator: "\n").map {
                $0.split { $0 == " " || $0 == "\t" }
            }
        }
        // `mnt_id:	29`, and `29 1 8:1 / / rw,relatime …` with the numbers of the device in decimals.
        guard let mount = lines(descriptor).first(where: { $0.first == "mnt_id:" && $0.count > 1 })?[1],
            let words = lines(mounts).first(where: { $0.first == mount && $0.count > 2 })
        else { return nil }
        let numbers = words[2].split(separator: ":").compactMap { Int($0) }
        guard numbers.count == 2 else { return nil }
        description = numbers.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":")
    }
}
