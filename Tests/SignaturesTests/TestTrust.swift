import Bytes
import Foundation
import Signatures

/// The certificates, revocation lists and keys under `Fixtures/pki`.
enum TestTrust {
    /// Anchors, intermediates and lists, all sound.
    static let store: TrustStore = {
        guard let anchors = try? certificates("anchors"), let intermediates = try? certificates("intermediates"),
            let lists = try? revocationLists()
        else { return .empty }
        return TrustStore(anchors: anchors, intermediates: intermediates, revocationLists: lists)
    }()

    /// One for all tests, as it is one for all workers.
    static let validation = Validation(trust: store)

    static func certificates(_ name: String) throws -> [Certificate] {
        try PEM.blocks(in: SignatureFixture.bytes("pki/\(name).pem")).map {
            try Certificate($0.bytes, limits: Limits())
        }
    }

    static func certificate(_ name: String) throws -> Certificate {
        let found = try certificates("\(name).cert")
        guard let first = found.first else { throw ParseError(.empty, "a certificate expected in \(name)") }
        return first
    }

    /// Both lists, or those of the given files.
    static func revocationLists(named names: String...) throws -> [RevocationList] {
        try (names.isEmpty ? ["crls"] : names).flatMap { name in
            try PEM.blocks(in: SignatureFixture.bytes("pki/\(name).pem")).map {
                try RevocationList($0.bytes, limits: Limits())
            }
        }
    }

    /// As it arrives where claims are judged.
    static func crossed<Value: Wired>(_ value: Value) throws -> Value {
        try Value(wired: value.wired, room: 1_000_000)
    }
}
