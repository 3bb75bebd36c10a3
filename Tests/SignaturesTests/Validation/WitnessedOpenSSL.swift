import Foundation
import Testing

@testable import Signatures

/// An `openssl` that keeps count of how many certificates each `verify` was about; it may be told to misbehave.
final class WitnessedOpenSSL {
    private let folder: URL

    /// - Parameter several: shell commands that come before the answer where it is asked about several certificates.
    init(several: String = "") throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "hoso-witness-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let script = """
            #!/bin/sh
            if [ "$1" = verify ]; then
                all="$*"
                files=0
                for word in "$@"; do
                    case $word in */*) files=$((files + 1));; esac
                done
                for option in -CAfile -untrusted -CRLfile; do
                    case $all in *" $option "*) files=$((files - 1));; esac
                done
                echo $files >> '\(folder.path)/counts'
                if [ $files -gt 1 ]; then
                    :
                    \(several)
                fi
            fi
            exec /usr/bin/openssl "$@"
            """
        try Data(script.utf8).write(to: folder.appending(path: "openssl"))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.appending(path: "openssl").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var program: OpenSSL { OpenSSL(executable: folder.appending(path: "openssl").path) }

    /// How many certificates each `verify` so far was about.
    func counts() throws -> [Int] {
        let file = folder.appending(path: "counts")
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { Int($0) }
    }
}
