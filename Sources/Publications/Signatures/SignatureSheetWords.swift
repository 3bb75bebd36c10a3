import Dossiers
import Signatures

/// The values of the items of a `SignatureSheet`.
struct SignatureSheetWords {
    let language: SignatureSheet.Language
    let offset: Int

    var unknown: String { either("không rõ", "not known") }

    func conclusion(_ report: SignatureReport) -> String {
        let indication = Indication(report)
        let words =
            switch indication.main {
            case .totalPassed: either("HỢP LỆ", "valid")
            case .indeterminate: either("CHƯA ĐỦ CĂN CỨ ĐỂ XÁC ĐỊNH HỢP LỆ", "not known to be valid")
            case .totalFailed: either("KHÔNG HỢP LỆ", "not valid")
            }
        return "\(words) (\(indication.main.rawValue)\(indication.sub.map { ", \($0)" } ?? ""))"
    }

    func signer(_ signer: Signer) -> String {
        let identifiers = signer.identifiers.isEmpty ? "" : " (\(signer.identifiers.joined(separator: ", ")))"
        return (signer.commonName ?? signer.subject) + identifiers
    }

    func organization(_ signer: Signer) -> String? { signer.organization }

    func signingTime(_ seconds: Int?) -> String {
        guard let seconds else { return either("không nêu", "not stated") }
        return either(
            "\(moment(seconds)) (do người ký khai, chưa có dấu thời gian xác nhận)",
            "\(moment(seconds)) (as the signer states it; no time-stamp vouches for it)")
    }

    func coverage(_ report: SignatureReport) -> String {
        let coverage = report.coverage
        var parts: [String] = []
        if coverage.whole {
            parts.append(
                report.form == .pdf
                    ? either("toàn bộ tệp", "the whole file") : either("toàn bộ tờ khai", "the whole form"))
        }
        if coverage.part {
            parts.append(
                report.form == .pdf
                    ? either("một phiên bản trước của tệp", "an earlier revision of the file")
                    : either("một phần tờ khai", "a part of the form"))
        }
        if !coverage.files.isEmpty {
            parts.append(either("tệp kèm theo: ", "attachments: ") + coverage.files.joined(separator: ", "))
        }
        return parts.isEmpty ? either("không có", "nothing") : parts.joined(separator: "; ")
    }

    func fact(_ fact: Fact) -> String {
        let reason = fact.reason.map {
            language == .vietnamese ? SignatureReasons.vietnamese($0) : SignatureReasons.english($0)
        }
        let outcome =
            switch fact.outcome {
            case .passed: either("đạt", "passed")
            case .failed: either("không đạt", "failed")
            case .undetermined: either("chưa xác định được", "could not be determined")
            }
        return reason.map { "\(outcome): \($0)" } ?? outcome
    }

    func validityAtSigning(_ report: SignatureReport) -> String? {
        guard let signer = report.signer, let signedAt = report.signedAt else { return nil }
        let holds = signedAt >= signer.notBefore && signedAt <= signer.notAfter
        return holds
            ? either("chứng thư còn trong thời hạn", "the certificate was within its period")
            : either("chứng thư ngoài thời hạn", "the certificate was outside its period")
    }

    func period(_ signer: Signer) -> String {
        either(
            "từ \(moment(signer.notBefore)) đến \(moment(signer.notAfter))",
            "from \(moment(signer.notBefore)) to \(moment(signer.notAfter))")
    }

    func revocation(_ report: SignatureReport) -> String? {
        guard let revocation = report.revocation else {
            return report.valid.outcome == .passed
                ? either("CẢNH BÁO: chưa được kiểm tra", "WARNING: not checked") : nil
        }
        switch revocation.outcome {
        case .passed: return either("không bị thu hồi", "not revoked")
        case .failed: return either("ĐÃ BỊ THU HỒI", "REVOKED")
        case .undetermined: return fact(revocation)
        }
    }

    func algorithms(_ report: SignatureReport) -> String? {
        let names = ([report.method].compactMap(\.self) + (report.digests ?? [])).joined(separator: ", ")
        let weak = (report.weaknesses ?? []).joined(separator: ", ")
        guard !names.isEmpty else { return weak.isEmpty ? nil : weak }
        return weak.isEmpty ? names : either("\(names); yếu: \(weak)", "\(names); weak: \(weak)")
    }

    private func either(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }

    private func moment(_ seconds: Int) -> String {
        let moment = Moment(seconds: seconds, offset: offset)
        return language == .vietnamese ? VietnameseText.short(moment) : moment.description
    }
}
