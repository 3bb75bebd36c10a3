import Bytes
import Documents
import Files

/// Peeks into a form, an archive or a folder for the account that submits it.
///
/// Whoever lies about it only changes whose share his package takes.
struct FormSender: Sendable {
    private let limits: Limits

    init(limits: Limits) { self.limits = limits }

    /// Nil for what names none or cannot be read; taking it in says what is wrong with it.
    func account(of name: FileName, in folder: Folder) -> String? {
        guard let status = try? folder.status(of: name), let bytes = try? form(name, status, folder) else { return nil }
        return Self.account(in: bytes)
    }

    /// What stands in quotes behind `account` in the first tag that is named for the submitter: a parser would cost more than an
    /// order is worth.
    static func account(in form: [UInt8]) -> String? {
        guard let name = form[...].firstOffset(of: Array("submitter".utf8)) else { return nil }
        let tag = form[name...].prefix { $0 != UInt8(ascii: ">") }
        guard let attribute = tag.firstOffset(of: Array("account".utf8)) else { return nil }
        let value = tag[attribute...].drop { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        guard let quote = value.first, let end = value.dropFirst().firstIndex(of: quote) else { return nil }
        return String(decoding: value[(value.startIndex + 1)..<end], as: UTF8.self)
    }

    private func form(_ name: FileName, _ status: FileStatus, _ folder: Folder) throws -> [UInt8]? {
        switch ArrivalKind(name: name, status: status) {
        case .form: return try folder.readAll(name, limit: limits.peekedFormBytes)
        case .archive:
            let archive = try ZIPArchive(folder.open(name), limits: limits)
            let form = archive.entries.first { $0.name.lowercased().hasSuffix(".xml") }
            return try form.map { try archive.contents(of: $0, limit: limits.peekedFormBytes) }
        case .folder:
            let inner = try folder.folder(name)
            var form: FileName?
            try inner.forEachEntry { name in
                if name.suffix == "xml", !ArrivalKind.isUnfinished(name) { form = name }
                return form == nil
            }
            return try form.map { try inner.readAll($0, limit: limits.peekedFormBytes) }
        case .scan, .unfinished, .irregular: return nil
        }
    }
}
