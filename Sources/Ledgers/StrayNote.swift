private import Bytes
import Dossiers

/// What is laid beside a file in the unmatched tray: why it lies there, what it is, and what to do.
package struct StrayNote: Equatable {
    package private(set) var reason = ""
    /// The rest by its words.
    package private(set) var facts: [String: String] = [:]

    /// The words, in the order in which they stand.
    package static let words = ["from", "since", "file", "size", "sha256"]

    private let name: String

    init(_ item: Unmatched, since day: Day) {
        name = Unmatched.word(item.name)
        reason = item.reason
        facts["from"] = item.channel
        facts["since"] = day.description
        facts["file"] = item.called
        facts["size"] = item.size.map(String.init)
        facts["sha256"] = item.sha256?.description
    }

    /// Reads what was written; of what was written before there were facts, the reason.
    package init(text: String) {
        name = ""
        let lines = text.split(separator: "\n").map(String.init)
        reason = lines.first ?? ""
        for line in lines.dropFirst() {
            let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
            if parts.count == 2, Self.words.contains(parts[0]) { facts[parts[0]] = parts[1] }
        }
    }

    var text: String {
        let told = Self.words.compactMap { word in facts[word].map { "\(word): \($0)\n" } }
        return """
            \(reason)
            \(told.joined())
            A form that comes by the same folder and declares its sha256 takes it along by itself. Else, to put it to its dossier:
              hoso unmatched join \(name) --to CODE --component COMPONENT --reason TEXT

            """
    }
}
