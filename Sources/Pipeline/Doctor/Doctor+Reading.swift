import Files
import Settings
import Signatures

/// The processes in which untrusted bytes are read.
extension Doctor {
    /// Starts one, lets it give up its rights, and has it try what it must not be able to do.
    func reading() throws -> [Diagnosis] {
        let roots = [try folders.inbox(of: site), try folders.state(of: site)?.standing(at: ["working"])]
        guard let holds = try room(roots.compactMap { $0 }).holds() else {
            return [.ok("reading", "happens in this process")]
        }
        let means: [(holds: Bool, what: String)] = [
            (holds.network, "reach a network"), (holds.writing, "write files"), (holds.reading, "read other files"),
            (holds.programs, "start programs"), (holds.house, "send signals to hoso or set bounds on it"),
        ]
        let open = means.filter { !$0.holds }.map(\.what)
        guard !open.isEmpty else {
            return [.ok("reading", "untrusted bytes are read in processes that can do nothing else")]
        }
        return [
            .warning(
                "reading", "the processes that read untrusted bytes can still \(open.joined(separator: ", "))",
                do: "Use a kernel with Landlock (5.13 or later) and seccomp, and let no container forbid them.")
        ]
    }

    private func room(_ roots: [Folder]) -> ReadingRoom {
        ReadingRoom(
            site: site, place: place, roots: roots, validation: .integrityOnly,
            clock: LawClock(fixed: now, offset: site.offset))
    }
}
