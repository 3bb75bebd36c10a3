import Foundation

/// A site that was published, read back as a reader without a browser reads it.
struct PublishedPages {
    let path: String
    /// By path below the site's folder.
    let files: [String: String]

    init(_ path: String) throws {
        self.path = path
        var files: [String: String] = [:]
        let found = FileManager.default.subpaths(atPath: path) ?? []
        for name in found where name.hasSuffix(".html") || name.hasSuffix(".css") || name.hasSuffix(".csv") {
            files[name] = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
        }
        self.files = files
    }

    var pages: [String: String] { files.filter { $0.key.hasSuffix(".html") } }

    /// Every address in a page, in links, styles and whatever else takes one.
    static func addresses(_ page: String) -> [String] {
        page.matches(of: #/(?:href|src|action|data|srcset|poster)="([^"]*)"/#).map { String($0.1) }
    }

    /// Where an address on a page leads: a file below the site, and the place in it; nil where it leaves the site.
    static func target(_ address: String, from page: String) -> (file: String, anchor: String?)? {
        guard !address.contains(":"), !address.hasPrefix("/") else { return nil }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = parts.count > 1 ? String(parts[1]) : nil
        guard !parts[0].isEmpty else { return (page, anchor) }
        var steps = page.split(separator: "/").dropLast().map(String.init)
        for step in parts[0].split(separator: "/") {
            if step != ".." {
                steps.append(String(step))
            } else if steps.popLast() == nil {
                return nil
            }
        }
        return (steps.joined(separator: "/"), anchor)
    }

    /// What is wrong with the links: what leads out, nowhere, or to no place in a page, and what none leads to.
    var brokenLinks: [String] {
        var problems: [String] = []
        var reached: Set<String> = ["index.html"]
        for (page, text) in pages {
            for address in Self.addresses(text) where !address.hasPrefix("mailto:") && !address.hasPrefix("tel:") {
                guard let target = Self.target(address, from: page), let content = files[target.file] else {
                    problems.append("\(page) leads to «\(address)»")
                    continue
                }
                reached.insert(target.file)
                if let anchor = target.anchor, !content.contains("id=\"\(anchor)\"") {
                    problems.append("\(page): there is no place \(anchor) in \(target.file)")
                }
            }
        }
        return problems.sorted() + Set(files.keys).subtracting(reached).sorted().map { "nothing leads to \($0)" }
    }
}
