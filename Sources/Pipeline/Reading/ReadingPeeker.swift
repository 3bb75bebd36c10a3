import Files
import Intake

/// Looks into what came by one folder of the inbox, in processes that serve that folder alone.
///
/// Where looking ends its process, or its answer is none, taking the thing in will show what is wrong with it.
struct ReadingPeeker: Peeking {
    let room: ReadingRoom
    let channel: Channel

    func needs(_ folder: Folder, _ form: FileName) throws -> NeededFiles {
        guard let here = room.peeker else {
            guard case .needs(let needs)? = try peek(.needs(form: form), folder) else { return NeededFiles() }
            return NeededFiles(Array(needs.files.prefix(Folder.mostMembers)), isCutOff: needs.isCutOff)
        }
        return try here.needs(folder, form)
    }

    func isMissingItsEnd(_ folder: Folder, _ file: FileName) throws -> Bool {
        guard let here = room.peeker else { return try isTrue(.isMissingItsEnd(file: file), folder) }
        return try here.isMissingItsEnd(folder, file)
    }

    func isMissingFromArchive(_ folder: Folder, _ archive: FileName) throws -> Bool {
        guard let here = room.peeker else { return try isTrue(.isMissingFromArchive(archive: archive), folder) }
        return try here.isMissingFromArchive(folder, archive)
    }

    func senders(_ folder: Folder, _ names: [FileName]) throws -> [String?] {
        guard let here = room.peeker else {
            guard case .senders(let senders)? = try peek(.senders(names: names), folder), senders.count == names.count
            else { return names.map { _ in nil } }
            return senders
        }
        return try here.senders(folder, names)
    }

    private func isTrue(_ request: ReadingRequest, _ folder: Folder) throws -> Bool {
        if case .truth(let truth)? = try peek(request, folder) { truth } else { false }
    }

    private func peek(_ request: ReadingRequest, _ folder: Folder) throws -> ReadingAnswer? {
        do {
            return try room.ask(request, folder, of: channel)
        } catch is CompanionLost {
            return nil
        }
    }
}
