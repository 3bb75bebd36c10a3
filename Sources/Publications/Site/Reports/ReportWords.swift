import Dossiers

/// The words of a report, which is written in Vietnamese, on a page of either language.
struct ReportWords {
    let language: SiteLanguage
    let frame: ReportFrame

    /// The sentence that says which days are counted.
    var period: String {
        if language == .vi { return frame.period + "." }
        return frame.from == frame.to
            ? "\(language.day(frame.to))." : "From \(language.day(frame.from)) to \(language.day(frame.to))."
    }

    /// HTML of a title, a caption or a note; what has no English is marked as Vietnamese.
    func text(_ vietnamese: String) -> String {
        // The page names the period once.
        let plain = vietnamese.replacing(". \(frame.period)", with: "")
        guard language == .en, !plain.isEmpty else { return HTMLText.escaped(plain) }
        let day = VietnameseText.short(frame.lastKnownDay)
        guard let english = Self.english[plain.replacing(day, with: "{to}")] ?? ReasonName.english[plain] else {
            return language.vietnamese(plain)
        }
        return HTMLText.escaped(english.replacing("{to}", with: language.day(frame.lastKnownDay)))
    }

    func cell(_ cell: ReportCell) -> String {
        let html = value(cell)
        return cell.alarm ? "<span class=\"a\">\(html)</span>" : html
    }

    private func value(_ cell: ReportCell) -> String {
        switch cell.value {
        case .text(let words): return words.allSatisfy(\.isASCII) ? HTMLText.escaped(words) : text(words)
        case .word(_, let words): return text(words)
        case .named(let code, let name):
            return "\(language.vietnamese(name))<small>\(HTMLText.escaped(code))</small>"
        case .count(let count): return language.number(count)
        case .money(let amount): return language.money(amount)
        case .minutes, .rate: return language == .vi ? cell.vietnamese : cell.plain + (cell.isShare ? "%" : "")
        case .day(let day): return language.day(day)
        case .moment(let moment): return language.moment(moment)
        case .nothing: return "—"
        }
    }

    private static let english = [
        "Cơ quan": "Agency", "Tổng số": "Total", "Tiếp nhận": "Received", "Đầy đủ, hợp lệ": "Complete",
        "Bổ sung": "Papers", "Bản giấy": "Paper copies", "Phí": "Fee", "Cán bộ xem": "An officer",
        "Chưa đầy đủ, đang chờ": "Not complete, waiting for", "Chuyển chuyên môn (½ ngày)": "Handed over (½ day)",
        "Kết quả": "Result",
        "Đúng hạn": "In time", "Trễ": "Late", "Chưa, trong hạn": "Not yet, in time", "Chưa, quá hạn": "Not yet, late",
        "Đang, trong hạn": "Open, in time", "Đang, quá hạn": "Open, late", "Xong đúng hạn": "Ready in time",
        "Xong trễ": "Ready late", "Từ chối, trả lại": "Refused", "Xin rút": "Withdrawn",
        "Trong đó từ chối, rút khi đã trễ": "Of these refused or withdrawn when late",
        "Tỷ lệ đúng hạn": "Share in time",
        "Hồ sơ tiếp nhận trong kỳ": "Dossiers received in the period",
        "So sánh theo giờ: đúng hạn là xong không muộn hơn giờ hẹn; hẹn lại khi giờ hẹn đã qua thì vẫn tính theo giờ hẹn trước. Tỷ lệ đúng hạn = xong đúng hạn / (xong đúng hạn + xong trễ + từ chối, rút khi đã trễ + đang quá hạn).":
            "Compared by the hour: in time is ready no later than the hour promised; a new date that came after that hour does not count. Share in time = ready in time / (ready in time + ready late + refused or withdrawn when late + open and late).",
        "Không tính hồ sơ thuộc hệ thống của Bộ, ngành Trung ương (Điều 2.2)":
            "Not counted, since they belong to a ministry’s system (Article 2.2)",
        "Không tính hồ sơ được đánh dấu nghi vi phạm (Điều 4.5)":
            "Not counted, since a violation is suspected (Article 4.5)",
        "Không tính hồ sơ tiếp nhận trước ngày 20/4/2018, ngày Quyết định có hiệu lực":
            "Not counted, since they were received before 20 April 2018, when the Decision came into force",
        "Không tính hồ sơ mới đăng ký, chưa tiếp nhận": "Not counted, since they are not accepted yet",
        "Lượt gửi không thành hồ sơ trong kỳ, theo lý do": "What became no dossier in the period, by reason",
        "Loại": "Kind", "Lý do, thủ tục": "Reason, procedure", "Số lượt": "Number", "tất cả": "all",
        "Từ chối tiếp nhận": "Refused", "Gửi trùng": "Sent twice",
        "Thông điệp không có hiệu lực": "Message without effect",
        "Không đọc được, đang cách ly": "Unreadable, in quarantine",
        "Tệp không thuộc hồ sơ nào": "File that belongs to no dossier", "TT": "No.",
        "Lĩnh vực, công việc giải quyết": "Sector", "Trực tuyến": "Online",
        "Trực tiếp, dịch vụ bưu chính": "In person, by post", "Từ kỳ trước": "From before", "Đã giải quyết": "Answered",
        "Trước hạn": "Early", "Quá hạn": "Late", "Đang giải quyết": "Open", "Trong hạn": "In time",
        "Tình hình, kết quả giải quyết TTHC": "Dossiers received, answered and open",
        "So sánh theo ngày: xong trước ngày hẹn là trước hạn, trong ngày hẹn là đúng hạn; hồ sơ trả lại hoặc xin rút tính vào đúng hạn; hồ sơ hẹn lại sau ngày hẹn vẫn tính theo ngày hẹn trước; hồ sơ chờ bổ sung, chờ bản giấy, chờ nộp phí tính vào đang giải quyết trong hạn. Đang quá hạn là ngày hẹn trước ngày {to}. Cột 3 = 4 + 5 + 6 = 7 + 11; 7 = 8 + 9 + 10; 11 = 12 + 13.":
            "Compared by the day: early is ready before the day promised, in time is ready on it; dossiers returned or withdrawn count as in time; a new date that came after the day promised does not count; those that wait for papers, paper copies or the fee count as open and in time. Late is a day promised before {to}. Received in all = answered + open.",
        "Mã thủ tục": "Code", "Tên dịch vụ": "Service", "Lĩnh vực": "Sector", "Mức độ": "Level",
        "Cả kỳ": "In the period", "Hồ sơ nộp": "Submitted", "Mức 2": "Level 2", "Mức 3": "Level 3", "Mức 4": "Level 4",
        "Nộp theo mức độ": "By level", "Đã xử lý": "Answered", "Đang xử lý": "Open",
        "Sử dụng dịch vụ công trực tuyến từ mức độ 3": "Use of services of level 3 and above",
        "Đã xử lý là hồ sơ kết thúc trong kỳ, kể cả hồ sơ nộp từ kỳ trước. Dịch vụ chưa có hồ sơ vẫn có dòng.":
            "Answered are dossiers that ended in the period, those submitted before it too. Services without dossiers have a row as well.",
        "Hạng": "Rank", "Mức 3, 4": "Level 3, 4", "Tỷ lệ": "Share", "Đang quá hạn": "Open and late",
        "Chuyển muộn quá ½ ngày": "Handed over later than ½ day", "Giờ làm việc rút ngắn": "Working hours saved",
        "Xếp hạng theo tỷ lệ đúng hạn, rồi theo tỷ lệ hồ sơ mức độ 3, 4":
            "By the share in time, then by the share of levels 3 and 4",
        "Giờ làm việc rút ngắn là tổng thời gian từ lúc có kết quả đến lúc hết thời hạn đã công bố (Điều 8.1c), dù cơ quan đã hẹn sớm hơn hoặc hẹn lại.":
            "Working hours saved lie between the result and the end of the published time (Article 8.1c), whether less was promised or a new date given.",
        "Trễ là hồ sơ kết thúc khi giờ hẹn đã qua, kể cả từ chối, trả lại, xin rút; từ chối, trả lại, xin rút trong hạn thì không tính.":
            "Late is whatever came to its end past the hour promised, refusals and withdrawals too; those in time count neither way.",
        "Hồ sơ chuyển cơ quan khác khi đã quá hạn thì tính trễ, quá hạn cho cơ quan đầu mối lúc hết hạn; chuyển muộn quá ½ ngày tính cho cơ quan đã để muộn.":
            "A dossier that got another agency when it was late is late for the one that led when its time was over; a late hand-over is that of the agency that was late with it.",
        "Chưa đầy đủ, đang chờ là hồ sơ chưa đầy đủ, hợp lệ lần nào. Hồ sơ đã đầy đủ mà đang chờ người nộp, như khi cơ quan giải quyết yêu cầu bổ sung, không ở các cột này: thời hạn tạm dừng, và hồ sơ tính là Đang, trong hạn, hoặc Đang, quá hạn nếu đã trễ trước khi tạm dừng.":
            "Not complete are dossiers that were complete at no time yet. One that was, and waits for its citizen, as when the agency asked for more, does not stand there: its clock stands, and it counts as open in time, or as open and late where it was late before.",
        "Trong đó từ chối, rút khi đã trễ là một phần của hai cột Từ chối, trả lại và Xin rút, không cộng thêm vào hai cột đó.":
            "Those refused or withdrawn when late stand under refused or withdrawn as well, and are not to be added to them.",
        "Chuyển muộn quá ½ ngày là hồ sơ hết nửa ngày làm việc trong kỳ mà chưa được chuyển, kể cả hồ sơ tiếp nhận từ kỳ trước; mỗi cơ quan tính một hồ sơ một lần.":
            "Handed over later than ½ day are dossiers whose half working day ran out in the period, those received before it too; an agency counts each once.",
        "Hồ sơ chuyển cơ quan khác khi đã trễ thì tính trễ cho cơ quan đầu mối lúc hết hạn; chuyển chuyên môn muộn vẫn tính cho cơ quan đã để muộn.":
            "A dossier that got another agency when it was late is late for the one that led when its time was over; a late hand-over stays that of the agency that was late with it.",
        "Trễ, đã chuyển cơ quan khác": "Late, another agency since", "Hẹn lại": "New dates",
        "Hẹn lại là hồ sơ được hẹn lại trong kỳ; hẹn lại khi giờ hẹn đã qua thì hồ sơ vẫn là trễ (Điều 8.1a).":
            "New dates are those that were given in the period; a dossier whose hour was over before that stays late (Article 8.1a).",
        "Hồ sơ có cơ quan phối hợp hoặc đã chuyển cơ quan khác: số giờ làm việc mỗi cơ quan giữ hồ sơ":
            "Dossiers that more than one agency had: working hours for which each held them",
        "Đầu mối (giờ)": "As lead (hours)", "Phối hợp (giờ)": "Beside it (hours)",
    ]
}

extension ReportCell {
    /// Whether it is a share of something there is.
    fileprivate var isShare: Bool {
        if case .rate(let rate) = value { rate.tenths != nil } else { false }
    }
}
