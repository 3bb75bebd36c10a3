package import Bytes
package import Files

/// Looks by itself, in this process.
package struct Peeker: Peeking {
    private let needs: FormNeeds
    private let end: FormatEnd
    private let sender: FormSender

    package init(limits: Limits) {
        needs = FormNeeds(limits: limits)
        end = FormatEnd(limits: limits)
        sender = FormSender(limits: limits)
    }

    package func needs(_ folder: Folder, _ form: FileName) throws -> NeededFiles { try needs.read(folder, form) }

    package func isMissingItsEnd(_ folder: Folder, _ file: FileName) throws -> Bool {
        try end.isMissing(folder, file)
    }

    package func isMissingFromArchive(_ folder: Folder, _ archive: FileName) throws -> Bool {
        try end.isMissingFromArchive(folder, archive)
    }

    package func senders(_ folder: Folder, _ names: [FileName]) throws -> [String?] {
        names.map { sender.account(of: $0, in: folder) }
    }
}
