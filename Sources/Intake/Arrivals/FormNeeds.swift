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
    /// One that names more files than a package may have is told with them, since they go where it goes. Throws the folder's own
    /// error where the disk fails; a form that has just vanished needs nothing either.
    func read(_ folder: Folder, _ name: FileName) throws(FileError) -> NeededFiles {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try folder.readAll(name, limit: limits.formBytes)
        } catch  where error.isSendersFault {
            return NeededFiles()
        }
        let document: XMLDocument
        do throws(ParseError) {
            document = try XMLDocument.outline(bytes, limits: limits)
        } catch {
            return NeededFiles(isCutOff: Self.isCutOff(bytes, error))
        }
        let attachments = XMLFormElement.find(in: document)?.first("attachments")?.children("attachment") ?? []
        return NeededFiles(
            attachments.prefix(Folder.mostMembers).compactMap { element in
                guard element.first("content") == nil, let file = element.attribute("file") else { return nil }
                return FormNeed(
                    name: file, size: element.token("size").flatMap { Int($0) },
                    digest: element.token("sha256").flatMap { Digest(hexadecimal: $0) })
            })
    }

    /// Whether what cannot be read may be the beginning of a form: it says that it ends early, or stops within a character, an
    /// entity or a text, behind which a whole form would have one tag at least.
    private static func isCutOff(_ bytes: [UInt8], _ error: ParseError) -> Bool {
        switch error.code {
        case .truncated, .empty: true
        case .malformed, .encoding: bytes.last { ![0x20, 0x09, 0x0A, 0x0D, 0].contains($0) } != UInt8(ascii: ">")
        default: false
        }
    }
}
