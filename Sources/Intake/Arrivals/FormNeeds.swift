import Bytes
import Documents
import Files
import Signatures

/// Peeks into a form for the files that it names and does not carry inside.
struct FormNeeds: Sendable {
    private let limits: Limits

    init(limits: Limits) { self.limits = limits }

    /// A form that cannot be read needs nothing: taking it in says what is wrong with it.
    ///
    /// Throws the folder's own error where the disk fails; a form that has just vanished needs nothing either.
    func read(_ folder: Folder, _ name: FileName) throws(FileError) -> [FormNeed] {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try folder.readAll(name, limit: limits.formBytes)
        } catch  where error.isSendersFault {
            return []
        }
        guard let document = try? XMLDocument.outline(bytes, limits: limits) else { return [] }
        let attachments = XMLFormElement.find(in: document)?.first("attachments")?.children("attachment") ?? []
        return attachments.prefix(limits.files).compactMap { element in
            guard element.first("content") == nil, let file = element.attribute("file") else { return nil }
            return FormNeed(
                name: file, size: element.token("size").flatMap { Int($0) },
                digest: element.token("sha256").flatMap { Digest(hexadecimal: $0) })
        }
    }
}
