package import Files

/// The files of a site's `config/`, as bytes.
package struct ConfigurationFiles: Sendable, Equatable {
    /// By path from the site's folder, such as `config/procedures/2.000488.xml`.
    package let contents: [String: [UInt8]]
    /// What is there and could not be read.
    package private(set) var problems: [ConfigurationProblem] = []
    /// Whether registered accounts are left aside, where nothing is asked of anybody's data.
    let leavesAccounts: Bool

    /// No single file of a configuration is as large; a register of a million accounts is a tenth of it.
    static let fileLimit = 500_000_000

    package init(_ contents: [String: [UInt8]]) {
        self.contents = contents
        leavesAccounts = false
    }

    /// The wording of letters and sheets by its names in `config/templates/`: the site's own, and the built-in for the rest.
    package var templates: [String: [UInt8]] {
        Wording(own: contents, builtIn: SampleSite.files.map { ($0.path, $0.bytes) }).files
    }

    /// Where State lies as far as the text of `config/hoso.xml` tells, be that XML or not; `path` is the site's folder.
    package func statePath(from path: String) -> String {
        let text = String(decoding: contents[SettingsPage.file] ?? [], as: UTF8.self)
            .replacing(#/<!--.*?-->/#.dotMatchesNewlines(), with: "")
        let words = text.firstMatch(of: #/<folders\s(?:[^>]*?\s)?state\s*=\s*(?:"([^"]+)"|'([^']+)')/#)
        let named = words.flatMap { $0.1 ?? $0.2 }.map(String.init)
        return Site.Folders(inbox: "", outbox: "", state: named ?? "State").resolved(from: path).state
    }

    /// Reads what lies in `config/` of the site's folder, one level deep.
    ///
    /// `trust/` is left to those who check certificates. Names that begin with a dot or end in `~` are left out, as editors
    /// leave them lying about.
    package init(in site: Folder, leavingAccounts: Bool = false) {
        leavesAccounts = leavingAccounts
        var contents: [String: [UInt8]] = [:]
        var problems: [ConfigurationProblem] = []
        func read(_ folder: Folder, at path: String, suffixes: Set<String>) {
            do throws(FileError) {
                for name in try folder.entries().sorted(by: { $0.description < $1.description }) {
                    guard let text = name.text, !text.hasPrefix("."), !text.hasSuffix("~"),
                        suffixes.contains(name.suffix),
                        !leavingAccounts || "\(path)/\(text)" != AccountsPage.file,
                        try folder.status(of: name)?.kind != .folder
                    else { continue }
                    do throws(FileError) {
                        contents["\(path)/\(text)"] = try folder.readAll(name, limit: ConfigurationFiles.fileLimit)
                    } catch {
                        problems.append(Self.unreadable("\(path)/\(text)", error))
                    }
                }
            } catch {
                problems.append(Self.unreadable(path, error))
            }
        }
        do throws(FileError) {
            let config = try site.folder(FileName.literal("config"))
            read(config, at: "config", suffixes: ["xml", "tsv"])
            for (subfolder, suffixes) in [
                ("procedures", ["xml"]), ("schemas", ["xsd"]), ("templates", ["txt", "html", "xml", "eml", "css"]),
            ] as [(String, Set<String>)] {
                let name = FileName.literal(subfolder)
                guard try config.status(of: name) != nil else { continue }
                read(try config.folder(name), at: "config/\(subfolder)", suffixes: suffixes)
            }
        } catch {
            problems.append(Self.unreadable("config", error))
        }
        self.contents = contents
        self.problems = problems
    }

    private static func unreadable(_ file: String, _ error: FileError) -> ConfigurationProblem {
        let advice = error.isClosedToUs ? " Call hoso with sudo, or let the user that it runs as read it." : ""
        return ConfigurationProblem(file: file, line: 1, message: "cannot be read: \(error)\(advice)")
    }
}
