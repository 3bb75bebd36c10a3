import Bytes
import Documents
import Dossiers
import Files

/// What left the house in a rehearsed year, opened and compared with what was brought in.
struct YearOutbox {
    private static let limits: Limits = {
        var limits = Limits()
        limits.zipDepth = 1
        return limits
    }()

    private let outbox: Folder
    /// The form of each submission that was brought, by the submission's id.
    private let forms: [String: Digest]
    /// Every result that an agency may have sent.
    private let results: Set<Digest>
    /// With the appointment that the dossier had when each left, as it was worked out a second time.
    private var outputs: [(dossier: DossierCode, output: Output, due: Moment?)] = []
    private var refunds: [(number: Int, dossier: DossierCode, order: RefundOrder)] = []

    init(_ site: YearSite, _ players: [YearPlayer]) throws {
        outbox = try Folder(path: site.path + "/Outbox")
        forms = Dictionary(players.compactMap { player in player.form.map { (player.id, $0) } }) { first, _ in first }
        results = Set(
            players.flatMap { player in
                player.steps.indices.map { SHA256.digest(of: YearForm.scan("\(player.id)-\($0) KQ")) }
            })
    }

    /// - Parameter due: the appointment that its dossier has by then.
    mutating func take(_ entry: Entry, due: Moment?) {
        guard let code = entry.dossier else { return }
        switch entry.event {
        case .published(let output) where [.dossier, .result, .refund].contains(output.kind):
            outputs.append((code, output, due))
        case .refundOrdered(let order): refunds.append((entry.number, code, order))
        default: break
        }
    }

    /// How many files were opened.
    func check(_ dossiers: [DossierCode: Dossier], _ violations: inout [String]) throws -> Int {
        for (code, output, due) in outputs {
            let bytes = try read(output.path)
            guard bytes.count == output.size, SHA256.digest(of: bytes) == output.sha256 else {
                violations.append("\(output.path) is not what the ledger says")
                continue
            }
            switch output.kind {
            case .dossier:
                guard let dossier = dossiers[code] else { continue }
                violations += try wrong(with: bytes, dossier, due, isFirst: output.deliveryNumber == 1).map {
                    "\(output.path): \($0)"
                }
            case .result:
                if !results.contains(output.sha256) { violations.append("\(output.path) was sent by no agency") }
                if !output.path.hasPrefix("portal/results/\(YearForm.account)/") {
                    violations.append("\(output.path) lies in another account's folder")
                }
            default: break
            }
        }
        for (number, code, order) in refunds {
            let root = try XMLDocument.parse(read("refunds/\(code)-\(number).xml"), limits: Self.limits).root
            let paid = order.payment?.amount ?? dossiers[code]?.payments.reduce(0) { $0 + $1.amount } ?? 0
            guard root.first("amount")?.text == String(order.amount), (1...max(1, paid)).contains(order.amount),
                root.first("dossier")?.text == code.description,
                root.first("payer")?.attribute("account") == YearForm.account
            else {
                violations.append("refunds/\(code)-\(number).xml is not the order of \(order.amount) VND")
                continue
            }
        }
        if outputs.count(where: { $0.output.kind == .refund }) != refunds.count {
            violations.append("\(refunds.count) refunds were ordered, and not each has its one file")
        }
        return outputs.count
    }

    private func wrong(with zip: [UInt8], _ dossier: Dossier, _ due: Moment?, isFirst: Bool) throws -> [String] {
        let archive = try ZIPArchive(MemorySource(zip), limits: Self.limits)
        var digests: [String: String] = [:]
        var manifest: [UInt8] = []
        for entry in archive.entries {
            let bytes = try archive.contents(of: entry, limit: Self.limits.fileBytes)
            if entry.name == "manifest.xml" {
                manifest = bytes
            } else {
                digests[entry.name] = SHA256.digest(of: bytes).description
            }
        }
        let root = try XMLDocument.parse(manifest, limits: Self.limits).root
        var wrong: [String] = []
        let listed = Dictionary(
            (root.first("files")?.children("file") ?? []).map {
                ($0.attribute("name") ?? "", $0.attribute("sha256") ?? "")
            }
        ) { first, _ in first }
        if listed != digests { wrong.append("its manifest lists other files than it holds") }
        if root.first("dossier")?.attribute("code") != dossier.code.description { wrong.append("another code") }
        if let told = root.first("resultDue")?.text, told != due?.description {
            wrong.append("due by \(told), but \(due?.description ?? "-") by counting minutes")
        }
        if isFirst, let form = forms[dossier.receipt.submission], !digests.values.contains(form.description) {
            wrong.append("the form is not in it as it came")
        }
        return wrong
    }

    private func read(_ path: String) throws -> [UInt8] {
        var names = path.split(separator: "/").map { FileName.literal(String($0)) }
        let name = names.removeLast()
        return try outbox.folder(at: names).readAll(name, limit: 1 << 26)
    }
}
