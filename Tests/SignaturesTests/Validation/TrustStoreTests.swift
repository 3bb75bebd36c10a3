import Bytes
import Files
import Foundation
import Signatures
import Testing

@Suite("TrustStore")
struct TrustStoreTests {
    /// A folder with the given files in it, removed after `body`.
    private func folder(_ files: [String: [UInt8]], _ body: (Folder) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "hoso-trust-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: path) }
        for (name, bytes) in files {
            let file = path.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        try body(Folder(path: path.path))
    }

    @Test("Anchors, intermediates and lists are read from where they belong")
    func reading() throws {
        let list = try TestTrust.revocationLists(named: "root.crl")[0]
        let files = [
            "root.pem": try SignatureFixture.bytes("pki/anchors.pem"),
            "intermediates/ca.pem": try SignatureFixture.bytes("pki/intermediates.pem"),
            "all.crl": try SignatureFixture.bytes("pki/intermediate.crl.pem"), "root.crl": list.der,
            "README": Array("not a certificate".utf8),
        ]
        try folder(files) { folder in
            let store = try TrustStore.read(folder, limits: Limits())
            #expect(store.problems.isEmpty)
            #expect(store.anchors == TestTrust.store.anchors)
            #expect(store.intermediates == TestTrust.store.intermediates)
            #expect(Set(store.revocationLists) == Set(TestTrust.store.revocationLists))
        }
    }

    @Test("What cannot be used is told with its name, and the rest holds")
    func problems() throws {
        let files = [
            "root.pem": try SignatureFixture.bytes("pki/anchors.pem"),
            "torn.pem": Array("-----BEGIN CERTIFICATE-----\n".utf8),
            "key.pem": try SignatureFixture.bytes("pki/citizen-p256.key.pem"), "empty.pem": [],
            "bad.crl": [0x30, 0x01],
        ]
        try folder(files) { folder in
            let store = try TrustStore.read(folder, limits: Limits())
            #expect(store.anchors == TestTrust.store.anchors)
            #expect(Set(store.problems.map(\.file)) == ["torn.pem", "key.pem", "empty.pem", "bad.crl"])
        }
    }

    @Test("What is trusted is read up to its limit of bytes")
    func limit() throws {
        let anchors = try SignatureFixture.bytes("pki/anchors.pem")
        try folder(["root.pem": anchors]) { folder in
            var limits = Limits()
            limits.trustBytes = anchors.count
            #expect(try TrustStore.read(folder, limits: limits).anchors.count == 1)
            limits.trustBytes -= 1
            let store = try TrustStore.read(folder, limits: limits)
            #expect(store.anchors.isEmpty)
            #expect(store.problems.map(\.file) == ["root.pem"])
        }
    }

    @Test("A store is known by all that it holds")
    func digest() throws {
        let store = TestTrust.store
        let others = [
            TrustStore(), TrustStore(anchors: store.anchors), TrustStore(intermediates: store.anchors),
            TrustStore(anchors: store.anchors, revocationLists: store.revocationLists), store,
        ]
        #expect(Set(others.map(\.digest)).count == others.count)
    }
}
