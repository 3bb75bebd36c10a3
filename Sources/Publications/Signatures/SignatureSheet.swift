package import Signatures

/// What a validation has to show of one signature (Thông tư 15/2025/TT-BKHCN, Điều 6), item by item, in one of two languages.
package struct SignatureSheet: Sendable {
    package enum Language: String, Sendable, CaseIterable {
        case vietnamese = "vi"
        case english = "en"
    }

    package struct Item: Sendable, Equatable {
        /// Names the item for programs.
        package let key: String
        package let title: String
        package let text: String
    }

    package let items: [Item]

    /// - Parameter offset: of the place for which times are told, in seconds east of Greenwich.
    package init(_ report: SignatureReport, language: Language, offset: Int) {
        let words = SignatureSheetWords(language: language, offset: offset)
        var items: [Item] = []
        func add(_ key: String, _ vietnamese: String, _ english: String, _ text: String?) {
            guard let text else { return }
            items.append(Item(key: key, title: language == .vietnamese ? vietnamese : english, text: text))
        }
        let signer = report.signer
        add("conclusion", "Kết luận", "Conclusion", words.conclusion(report))
        add("signer", "Người ký", "Signer", signer.map(words.signer) ?? words.unknown)
        add("organization", "Đơn vị quản lý", "Managing unit", signer.flatMap(words.organization))
        add("issuer", "Tổ chức cấp chứng thư", "Issuer", signer?.issuer ?? words.unknown)
        add("signingTime", "Thời điểm ký", "Signing time", words.signingTime(report.signedAt))
        add("coverage", "Phạm vi ký", "Coverage", words.coverage(report))
        add("integrity", "Tính toàn vẹn", "Integrity", words.fact(report.intact))
        add("validity", "Chữ ký", "Signature value", words.fact(report.valid))
        add("validityAtSigning", "Hiệu lực khi ký", "Validity at signing", words.validityAtSigning(report))
        add("trust", "Độ tin cậy", "Trust", words.fact(report.trusted))
        add("certificatePeriod", "Thời hạn chứng thư", "Certificate period", signer.map(words.period))
        add("revocation", "Tình trạng thu hồi", "Revocation", words.revocation(report))
        add("algorithms", "Thuật toán", "Algorithms", words.algorithms(report))
        self.items = items
    }
}
