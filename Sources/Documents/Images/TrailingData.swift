import Bytes

/// Judges what lies behind the end of a picture: cameras put previews there, attackers programs.
enum TrailingData {
    private static let reach = 65_536

    /// Throws `polyglot` where the rest begins like another format, or has a script in it.
    static func judge(_ source: any ByteSource, from end: Int) throws {
        guard end < source.count else { return }
        let rest = try source.read(at: end, count: min(reach, source.count - end))
        let first = MagicBytes.type(of: Array(rest.drop { $0 == 0 || $0 == 10 || $0 == 13 || $0 == 32 }.prefix(1_024)))
        switch first {
        case .jpeg, .png, .tiff, .unknown, .text, .empty, .gif, .bmp, .heic, .webp:
            break
        default:
            throw ParseError(.polyglot, "nothing expected after the picture's end, \(first.rawValue) found", at: end)
        }
        let isScript = MagicBytes.markup.contains { MagicBytes.containsIgnoringCase($0, in: rest[...]) }
        if isScript || MagicBytes.firstOffset(of: "%PDF-", in: rest[...], below: rest.count) != nil
            || MagicBytes.firstOffset(of: "PK\u{3}\u{4}", in: rest[...], below: rest.count) != nil
        {
            throw ParseError(.polyglot, "nothing expected after the picture's end, other content found", at: end)
        }
    }
}
