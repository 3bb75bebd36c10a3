import Settings
import Dossiers
import Pipeline

/// What a shell offers when Tab is pressed: `hoso complete WORD…` prints candidates for the last word, one a line.
///
/// Hidden from the overview: the completion scripts call it, and throw away what it says of a site that cannot be read.
enum Completion {
    private static let codeLimit = 2000

    static func candidates(_ words: [String], environment: [String: String]) throws -> [String] {
        let current = words.last ?? ""
        let before = Array(words.dropLast())
        let site = value(of: "--site", in: before) ?? Context.said("HOSO_SITE", environment)
        let found = try offered(before, current, site: site, environment: environment)
        return found.filter { $0.hasPrefix(current) && $0 != current }
    }

    private static func offered(
        _ before: [String], _ current: String, site: String?, environment: [String: String]
    ) throws -> [String] {
        var plain: [String] = []
        var index = 0
        var command: (any Command.Type)?
        while index < before.count {
            let word = before[index]
            index += 1
            if word.hasPrefix("-") {
                guard let placeholder = placeholder(of: word, command) else { continue }
                // The value of an option is being typed.
                if index == before.count {
                    let named = command.map { alternatives(of: word, $0) + $0.words(for: placeholder) } ?? []
                    return try named.isEmpty ? values(placeholder, site, environment) : named
                }
                index += 1
            } else if command == nil {
                command = Help.commands.first { $0.name == word }
            } else {
                plain.append(word)
            }
        }
        guard let command else {
            return Help.commands.map { $0.name } + (current.hasPrefix("-") ? Help.globalOptions : [])
        }
        if current.hasPrefix("-") { return command.options.map { name($0.0) } + Help.globalOptions }
        var ways = ways(of: command)
        // `form register` is no code of a dossier.
        let said = ways.filter { $0.first == plain.first && !plain.isEmpty }
        if !said.isEmpty { ways = said }
        return try ways.flatMap { way -> [String] in
            // `quarantine retry NAME`: what stands at the place that is being typed, where what was typed before fits.
            guard plain.count < way.count,
                zip(way, plain).allSatisfy({ $0 == $1 || isPlaceholder($0) })
            else { return try isList(way) ? values(way.last ?? "", site, environment) : [] }
            let next = way[plain.count]
            let words = command.words(for: next)
            guard words.isEmpty else { return words }
            return try isPlaceholder(next)
                ? values(thing(of: command, way) ?? next, site, environment) : [next]
        }
    }

    /// What `NAME` is the name of, where it is of something that lies on the site.
    private static func thing(of command: any Command.Type, _ way: [String]) -> String? {
        if command.name == "retry" || way.first == "retry" { return "ITEM" }
        return way.first == "join" ? "STRAY" : nil
    }

    /// The plain words of each alternative of a usage, those that may be left out among them, without options and without the
    /// command's own name.
    private static func ways(of command: any Command.Type) -> [[String]] {
        command.usage.replacing(#/\[([A-Z]+)\]/#) { $0.1 }.replacing(#/\[[^\]]*\]/#, with: "").replacing(
            #/--[a-z-]+ [A-Z]+/#, with: ""
        )
        .split(separator: " | ").map { $0.split(separator: " ").dropFirst().map(String.init) }
    }

    private static func isPlaceholder(_ word: String) -> Bool { word.allSatisfy { $0.isUppercase || $0 == "…" } }
    private static func isList(_ way: [String]) -> Bool { way.last?.hasSuffix("…") ?? false }
    private static func name(_ option: String) -> String { String(option.prefix { $0 != " " }) }

    /// Nil for an option without a value.
    private static func placeholder(of option: String, _ command: (any Command.Type)?) -> String? {
        switch option {
        case "--site": return "DIR"
        case "--now": return "TIME"
        case "--log-format": return "LOG"
        default:
            let known = command?.options.first { name($0.0) == option }?.0
            return known.flatMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
        }
    }

    /// What an option may be, where its usage (`--by agency|procedure`) or its meaning (`sla, late; …`) lists it.
    private static func alternatives(of option: String, _ command: any Command.Type) -> [String] {
        let words = command.usage.split { " []".contains($0) }
        if let index = words.firstIndex(of: option[...]), index + 1 < words.count, words[index + 1].contains("|") {
            return words[index + 1].split(separator: "|").map(String.init).filter { $0 != $0.uppercased() }
        }
        let meaning = command.options.first { name($0.0) == option }?.1 ?? ""
        let list = meaning.prefix { $0 != ";" }.replacing(" or ", with: ", ").split(separator: ", ").map(String.init)
        return list.count > 1 && list.allSatisfy { !$0.contains(" ") } ? list : []
    }

    private static func values(_ placeholder: String, _ site: String?, _ environment: [String: String]) throws
        -> [String]
    {
        switch placeholder {
        case "FORMAT": return OutputFormat.allCases.map(\.rawValue)
        case "LOG": return LogFormat.allCases.map(\.rawValue)
        case "STATE": return DossierState.allCases.map(\.rawValue)
        case "CODE", "AGENCY", "ITEM", "STRAY":
            var arguments = Arguments(site.map { ["--site", $0] } ?? [])
            let context = try Context(&arguments, environment: environment)
            if placeholder == "STRAY" { return try UnmatchedTray(site: context.site).names() }
            if placeholder == "ITEM" { return try QuarantineTray(site: context.site).names() }
            let view = try SiteView(site: context.site, now: context.now)
            return placeholder == "AGENCY"
                ? view.site.catalogue.agencies.keys.sorted().map(\.description)
                : try view.codes(last: codeLimit)
        // Files and folders are the shell's own.
        default: return []
        }
    }

    private static func value(of option: String, in words: [String]) -> String? {
        guard let index = words.lastIndex(of: option), index + 1 < words.count else { return nil }
        return words[index + 1]
    }
}
