import Files
import Intake

/// Looks into what came by one folder of the inbox, in processes that serve that folder alone.
///
/// Where looking ends its process, or its answer is none, taking the thing in will show what is wrong with it.
struct ReadingPeeker: Peeking {
    let room: ReadingRoom
    let executable: String
    let channel: Channel

    func needs(_ folder: Folder, _ form: FileName) throws -> NeededFiles {
        guard case .needs(let needs)? = try peek(.needs(form: form), folder) else { return NeededFiles() }
        return NeededFiles(Array(needs.files.prefix(Folder.mostMembers)), isCutOff: needs.isCutOff)
    }

    func isMissingItsEnd(_ folder: Folder, _ file: FileName) throws -> Bool {
        try isTrue(.isMissingItsEnd(file: file), folder)
    }

    func isMissingFromArchive(_ folder: Folder, _ archive: FileName) throws -> Bool {
        try isTrue(.isMissingFromArchive(archive: archive), folder)
    }

    func senders(_ folder: Folder, _ names: [FileName]) throws -> [String?] {
        guard case .senders(let senders)? = try peek(.senders(names: names), folder), senders.count == names.count
        else { return names.map { _ in nil } }
        return senders
    }

    private func isTrue(_ request: ReadingRequest, _ folder: Folder) throws -> Bool {
        if case .truth(let truth)? = try peek(request, folder) { truth } else { false }
    }

    private func peek(_ request: ReadingRequest, _ folder: Folder) throws -> ReadingAnswer? {
        do {
            return try room.ask(request, folder, of: channel, by: executable)
        } catch is CompanionLost {
            return nil
        }
    }
}
