package import Bytes
package import Files

extension TrustStore {
    /// Reads `*.pem` and `*.crl` of the folder, and of `intermediates/` in it.
    ///
    /// What is no certificate or list is a problem, told and left out. Throws only where the disk fails.
    package static func read(_ folder: Folder, limits: Limits) throws(FileError) -> TrustStore {
        var reading = Reading(limits: limits)
        try reading.read(folder, prefix: "", isTrusted: true)
        if try folder.status(of: "intermediates")?.kind == .folder {
            try reading.read(folder.folder("intermediates"), prefix: "intermediates/", isTrusted: false)
        }
        return TrustStore(
            anchors: reading.anchors, intermediates: reading.intermediates, revocationLists: reading.lists,
            problems: reading.problems, files: reading.files)
    }

    private struct Reading {
        let limits: Limits
        var anchors: [Certificate] = []
        var intermediates: [Certificate] = []
        var lists: [RevocationList] = []
        var problems: [Problem] = []
        var files: [Digest: [String]] = [:]
        private var bytesLeft: Int

        init(limits: Limits) {
            self.limits = limits
            bytesLeft = limits.trustBytes
        }

        mutating func read(_ folder: Folder, prefix: String, isTrusted: Bool) throws(FileError) {
            for name in try folder.entries() where ["pem", "crl"].contains(name.suffix) {
                let file = "\(prefix)\(name)"
                let bytes: [UInt8]
                do throws(FileError) {
                    bytes = try folder.readAll(name, limit: bytesLeft)
                } catch {
                    guard error.isNotRegular || error.isTooLarge else { throw error }
                    problems.append(Problem(file: file, message: error.description))
                    continue
                }
                bytesLeft -= bytes.count
                do throws(ParseError) {
                    try add(bytes, from: file, isList: name.suffix == "crl", isTrusted: isTrusted)
                } catch {
                    problems.append(Problem(file: file, message: error.description))
                }
            }
        }

        private mutating func add(
            _ bytes: [UInt8], from file: String, isList: Bool, isTrusted: Bool
        ) throws(ParseError) {
            if isList, bytes.first == DERTag.sequence {
                try add(RevocationList(bytes, limits: limits), from: file)
                return
            }
            let blocks = try PEM.blocks(in: bytes)
            guard !blocks.isEmpty else {
                throw ParseError(.malformed, "a certificate or a revocation list in PEM expected, none found")
            }
            for block in blocks {
                switch block.label {
                case "CERTIFICATE", "X509 CERTIFICATE":
                    let certificate = try Certificate(block.bytes, limits: limits)
                    if isTrusted { anchors.append(certificate) } else { intermediates.append(certificate) }
                    files[certificate.digest, default: []].append(file)
                case "X509 CRL": try add(RevocationList(block.bytes, limits: limits), from: file)
                default:
                    throw ParseError(
                        .malformed, "a certificate or a revocation list expected, «\(block.label)» found")
                }
            }
        }

        private mutating func add(_ list: RevocationList, from file: String) {
            lists.append(list)
            files[list.digest, default: []].append(file)
        }
    }
}
