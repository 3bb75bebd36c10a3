import Bytes
import Files
import Foundation
import Testing

/// Signs with the keys under `Fixtures/pki`, by the `openssl` command.
enum TestSigner {
    private static func run(_ arguments: [String], input: [UInt8]) throws -> [UInt8] {
        let outcome = try ChildProcess.run(
            executable: "/usr/bin/openssl", arguments: arguments, environment: ["OPENSSL_CONF": "/dev/null"],
            input: input,
            outputLimit: 10_000_000, timeout: .seconds(60))
        try #require(outcome.isSuccess, "\(String(decoding: outcome.errors, as: UTF8.self))")
        return outcome.output
    }

    private static func path(_ name: String) -> String {
        SignatureFixture.tests.appending(path: "Fixtures/pki/\(name).pem").path
    }

    /// The value over a digest.
    static func sign(_ digest: [UInt8], hash: HashAlgorithm, key: String, pssSalt: Int? = nil) throws -> [UInt8] {
        var arguments = [
            "pkeyutl", "-sign", "-inkey", path("\(key).key"), "-pkeyopt", "digest:\(hash.rawValue.lowercased())",
        ]
        if let pssSalt {
            arguments += [
                "-pkeyopt", "rsa_padding_mode:pss", "-pkeyopt", "rsa_pss_saltlen:\(pssSalt)", "-pkeyopt",
                "rsa_mgf1_md:\(hash.rawValue.lowercased())",
            ]
        }
        return try run(arguments, input: digest)
    }

    /// A CMS message over bytes that lie elsewhere.
    static func message(over bytes: [UInt8], key: String, options: [String] = ["-cades"]) throws -> [UInt8] {
        let arguments = [
            "cms", "-sign", "-binary", "-outform", "DER", "-md", "sha256", "-signer", path("\(key).cert"), "-inkey",
            path("\(key).key"), "-certfile", path("intermediates"),
        ]
        return try run(arguments + options, input: bytes)
    }
}
