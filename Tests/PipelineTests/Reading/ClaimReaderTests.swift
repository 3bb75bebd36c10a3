import Bytes
import Files
import Glibc
import Intake
import Simulation
import Testing

@testable import Pipeline

@Suite("What keeps the house itself from reading a claim")
struct ClaimReaderTests {
    private func claim(_ calls: SimulatedCalls) throws -> Claim {
        Claim(id: "c", channel: .online, folder: try Folder(path: "/claim", create: true, calls: calls))
    }

    @Test(
        "Nothing where all bytes can be had; an error of the disk, wherever it fails, is thrown and never taken for a reader's"
    )
    func disk() throws {
        let reader = ClaimReader(schema: nil, limits: Limits())
        let calls = SimulatedCalls(SimulatedDisk())
        let bytes = [UInt8](repeating: 7, count: 2_500_000)
        try claim(calls).folder.replaceDurably(FileName.literal("form.xml"), with: bytes)
        #expect(try reader.hindered(claim(calls)) == nil)
        var failed: [String] = []
        for call in 1...30 {
            let faulty = SimulatedCalls(calls.disk, fault: Fault(call: call, kind: .error(EIO)))
            do {
                _ = try reader.hindered(claim(faulty))
            } catch let error as FileError {
                failed.append(error.call)
            }
        }
        #expect(failed.count { $0 == "Reading" } >= 3)
    }
}
