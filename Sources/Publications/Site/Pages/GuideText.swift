import Bytes

/// What the guide says.
enum GuideText {
    static func sections(limits: Limits) -> [GuideSection] {
        [before, level3, level4, scans(limits), postal, fees, deadlines, supplement, rights, duties]
    }

    private static let before = GuideSection(
        id: "before", title: Bilingual("Trước khi nộp", "Before submitting"),
        parts: [
            .steps([
                Bilingual(
                    "Tìm thủ tục trong danh mục, xem giấy tờ cần nộp, thời hạn, phí và mức độ trực tuyến.",
                    "Find the procedure in the catalogue: the papers it needs, its time, fee and level."),
                Bilingual(
                    "Đăng ký tài khoản trên Cổng dịch vụ công. Từ mức độ 3, hồ sơ phải được gửi bằng tài khoản đã đăng ký; cũng bằng tài khoản ấy Ông/Bà theo dõi và bổ sung hồ sơ.",
                    "Register an account on the portal. From level 3 on a dossier must be sent from a registered account; the same account follows it and adds to it."
                ),
                Bilingual(
                    "Chụp hoặc quét giấy tờ, kê khai mẫu đơn, rồi gửi. Hồ sơ được nhận cả ngoài giờ làm việc.",
                    "Photograph or scan the papers, fill in the form, and send both. Dossiers are taken in outside working hours too."
                ),
                Bilingual(
                    "Giữ mã hồ sơ trong thông báo gửi đến Ông/Bà, ví dụ 000.00.10.H34-261123-0001. Mọi việc về sau đều dùng mã này.",
                    "Keep the code in the notice that you receive, such as 000.00.10.H34-261123-0001. Everything later goes by it."
                ),
            ])
        ], articles: "5.2, 6")

    private static let level3 = GuideSection(
        id: "level3", title: Bilingual("Nộp hồ sơ mức độ 3", "Submitting at level 3"),
        parts: [
            .list([
                Bilingual(
                    "Kê khai mẫu đơn trực tuyến; không cần chữ ký số.",
                    "Fill in the form online; no digital signature is needed."),
                Bilingual(
                    "Gửi bản chụp hoặc bản quét từ bản chính của từng giấy tờ; không cần chứng thực.",
                    "Send a photograph or scan of the original of each paper; it need not be certified."),
                Bilingual("Mỗi giấy tờ là một tệp riêng.", "Each paper is a file of its own."),
                Bilingual(
                    "Phí, lệ phí nộp trực tiếp tại cơ quan, vào lúc thủ tục quy định.",
                    "The fee is paid at the agency itself, at the time that the procedure names."),
            ]), .heading(Bilingual("Khi đến nhận kết quả", "When you come for the result")),
            .list([
                Bilingual(
                    "Kết quả được trả tại cơ quan đã hẹn.",
                    "The result is handed out at the agency named in the notice."),
                Bilingual("Ký mẫu đơn tại chỗ.", "Sign the form there."),
                Bilingual(
                    "Mang bản chính của các giấy tờ đã chụp, quét để đối chiếu.",
                    "Bring the originals of what was photographed or scanned, to be compared."),
                Bilingual(
                    "Mang giấy tờ tùy thân và giấy hẹn.", "Bring proof of identity and the notice of the appointment."),
            ]),
        ], articles: "7.1, 8.2a, 14.3")

    private static let level4 = GuideSection(
        id: "level4", title: Bilingual("Nộp hồ sơ mức độ 4", "Submitting at level 4"),
        parts: [
            .paragraph(
                Bilingual(
                    "Như mức độ 3, và mẫu đơn cùng các giấy tờ được ký số. Hồ sơ ký số đầy đủ thì không cần gửi bản giấy.",
                    "As at level 3, and form and papers are signed digitally. A dossier that is signed throughout needs no paper copies."
                )),
            .paragraph(
                Bilingual(
                    "Chưa có chữ ký số không phải là lỗi: Ông/Bà vẫn gửi trực tuyến, được cấp mã hồ sơ, rồi gửi bản giấy có chứng thực qua bưu điện.",
                    "Having no digital signature is no fault: submit online all the same, receive a code, then send certified paper copies by post."
                )),
            .paragraph(
                Bilingual(
                    "Ảnh chụp chữ ký hoặc con dấu trong tệp không phải là chữ ký số.",
                    "A picture of a signature or of a stamp is not a digital signature.")),
            .heading(Bilingual("Nhận kết quả", "Receiving the result")),
            .list([
                Bilingual("Trực tuyến, vào tài khoản của Ông/Bà;", "online, into your account;"),
                Bilingual("trực tiếp tại cơ quan;", "at the agency;"),
                Bilingual("hoặc qua bưu điện, có ký nhận.", "or by registered post, against signature."),
            ]),
        ], articles: "7.2a, 8.2b")

    private static func scans(_ limits: Limits) -> GuideSection {
        func most(_ language: SiteLanguage) -> (file: String, all: String) {
            (language.size(limits.fileBytes), language.size(limits.packageBytes))
        }
        return GuideSection(
            id: "scans", title: Bilingual("Chụp, quét giấy tờ", "Photographing and scanning papers"),
            parts: [
                .list([
                    Bilingual(
                        "Tệp PDF, JPEG, PNG hoặc TIFF, theo thủ tục; nên chụp, quét màu, rõ chữ, đủ bốn góc (quét từ 200 dpi).",
                        "PDF, JPEG, PNG or TIFF, as the procedure says; best in colour, legible, with all four corners (200 dpi or more)."
                    ),
                    Bilingual(
                        "Mỗi tệp không quá \(most(.vi).file), cả hồ sơ không quá \(most(.vi).all).",
                        "No file above \(most(.en).file), no dossier above \(most(.en).all)."),
                    Bilingual(
                        "Không đặt mật khẩu; không dùng tệp có mã lệnh (macro, JavaScript).",
                        "No password, and nothing that runs (macros, JavaScript)."),
                    Bilingual(
                        "Mở thử từng tệp trước khi gửi. Tệp rỗng, tệp hỏng, hoặc một tệp gửi cho hai giấy tờ sẽ phải gửi lại.",
                        "Open each file before sending. An empty or broken file, or one file for two papers, will have to be sent again."
                    ),
                ])
            ], articles: "4.4, 7.1a, 14.1")
    }

    private static let postal = GuideSection(
        id: "postal",
        title: Bilingual("Gửi bản giấy có chứng thực qua bưu điện", "Sending certified paper copies by post"),
        parts: [
            .paragraph(
                Bilingual(
                    "Chỉ cần khi hồ sơ mức độ 4 chưa được ký số đầy đủ và Ông/Bà đã nhận thông báo đề nghị gửi.",
                    "Only where a dossier at level 4 is not signed throughout, and a notice has asked for it.")),
            .steps([
                Bilingual(
                    "Chứng thực bản sao các giấy tờ nêu trong thông báo; ký mẫu đơn, tờ khai.",
                    "Have copies of the papers in the notice certified; sign the form."),
                Bilingual(
                    "Ghi mã hồ sơ ngoài bì thư và trên từng giấy tờ.",
                    "Write the dossier’s code on the envelope and on every paper."),
                Bilingual(
                    "Gửi đến cơ quan nêu trong thông báo. Thời hạn giải quyết bắt đầu từ khi nhận đủ.",
                    "Send them to the agency in the notice. Its time begins once everything has come."),
            ]),
            .paragraph(
                Bilingual(
                    "Ông/Bà cũng có thể ký số rồi gửi lại trực tuyến để không phải gửi bưu điện.",
                    "You may also sign digitally and send it online again instead.")),
        ], articles: "7.2a")

    private static let fees = GuideSection(
        id: "fees", title: Bilingual("Nộp phí, lệ phí", "Paying the fee"),
        parts: [
            .list([
                Bilingual("Mức độ 3: nộp trực tiếp tại cơ quan.", "Level 3: at the agency itself."),
                Bilingual(
                    "Mức độ 4: thanh toán trực tuyến; hoặc nộp tại bưu điện xã, phường, thị trấn; hoặc chuyển đến tài khoản công khai của cơ quan.",
                    "Level 4: online; or at the post office of the commune, ward or town; or to the agency’s published account."
                ),
                Bilingual(
                    "Nội dung nộp tiền ghi mã hồ sơ. Chỉ chuyển đến tài khoản công khai trong trang Cơ quan.",
                    "Name the dossier’s code with the payment. Pay only to the account on the Offices page."),
            ]), .heading(Bilingual("Hoàn trả", "Refunds")),
            .paragraph(
                Bilingual(
                    "Đã nộp mà cơ quan không giải quyết được thì được hoàn trả. Kết quả đã có mà không đến nhận thì không hoàn trả, trừ trường hợp pháp luật quy định khác.",
                    "What was paid is given back where the agency cannot do what was asked. It is not where the result is there and nobody comes for it, unless another law says so."
                )),
        ], articles: "7.1b, 7.2b, 8.2c")

    private static let deadlines = GuideSection(
        id: "deadlines", title: Bilingual("Thời hạn", "Deadlines"),
        parts: [
            .list([
                Bilingual(
                    "Hồ sơ đủ, hợp lệ được chuyển cho bộ phận chuyên môn trong nửa ngày làm việc.",
                    "A complete dossier is handed to those who answer it within half a working day."),
                Bilingual(
                    "Thời hạn giải quyết ghi ở từng thủ tục, tính từ khi nhận đủ hồ sơ hợp lệ. Ngày nghỉ, ngày lễ không tính vào ngày làm việc.",
                    "The time to answer stands with each procedure and counts from receipt of a complete dossier. Days off are not working days."
                ),
                Bilingual(
                    "Trong khi chờ Ông/Bà bổ sung, gửi bản giấy hoặc nộp phí, thời hạn tạm dừng.",
                    "While something is awaited from you – papers, copies or the fee – the clock stands still."),
                Bilingual(
                    "Giấy hẹn ghi rõ giờ, ngày trả kết quả. Nếu chậm, cơ quan xin lỗi bằng văn bản, nêu lý do và hẹn lại, một lần.",
                    "The notice names day and hour of the result. If it will be late, the agency apologises in writing, with the reason and a new date, once."
                ),
            ])
        ], articles: "8.1, 14.3, 14.4")

    private static let supplement = GuideSection(
        id: "supplement", title: Bilingual("Bổ sung, rút hồ sơ", "Adding to a dossier, withdrawing it"),
        parts: [
            .list([
                Bilingual(
                    "Nếu hồ sơ thiếu hoặc chưa đúng, một thông báo nêu tất cả những gì cần bổ sung, lý do và cách làm.",
                    "If something is missing or wrong, one notice names all of it, with the reason and what to do."),
                Bilingual(
                    "Bổ sung đúng cách nêu trong thông báo, vào đúng mã hồ sơ; không nộp hồ sơ mới. Hồ sơ nộp bằng tài khoản thì bổ sung từ chính tài khoản ấy; hồ sơ nộp không qua tài khoản thì bổ sung mà không đăng nhập.",
                    "Add as the notice says, to the same code; do not submit anew. What an account submitted is added to from that account; what was submitted without one, without logging in."
                ),
                Bilingual(
                    "Khi chưa có kết quả, Ông/Bà có thể rút hồ sơ bằng tài khoản đã nộp; hồ sơ nộp không qua tài khoản thì rút tại Bộ phận tiếp nhận và trả kết quả.",
                    "As long as there is no result you may withdraw the dossier from the account that submitted it; without one, at the one-stop office's counter."
                ),
            ])
        ], articles: "3.4, 6.2, 14.2")

    private static let rights = GuideSection(
        id: "rights", title: Bilingual("Quyền của Ông/Bà", "Your rights"),
        parts: [
            .list([
                Bilingual(
                    "Được chọn nộp trực tuyến hay trực tiếp; không ai được cản trở.",
                    "You choose whether to submit online or in person; nobody may hinder you."),
                Bilingual(
                    "Được biết phí, thời hạn, giấy tờ cần nộp trước khi nộp, và lý do khi hồ sơ bị từ chối.",
                    "You learn fee, time and papers beforehand, and the reason where a dossier is refused."),
                Bilingual(
                    "Thông tin tài khoản và hồ sơ được bảo vệ; chỉ cung cấp cho bên thứ ba có thẩm quyền khi luật định, hoặc khi Ông/Bà đồng ý.",
                    "What you send is protected, and given to others only where the law empowers them or you agree."),
                Bilingual(
                    "Được góp ý, phản ánh về dịch vụ và cơ quan trên Cổng dịch vụ công; mọi ý kiến được ghi lại và tổng hợp.",
                    "You may comment on a service or an agency through the portal; every comment is recorded and reported."
                ),
            ])
        ], articles: "3, 4, 9.4, 13.5, 15.2")

    private static let duties = GuideSection(
        id: "duties", title: Bilingual("Trách nhiệm của Ông/Bà", "Your part"),
        parts: [
            .list([
                Bilingual(
                    "Kê khai chính xác và chịu trách nhiệm về nội dung kê khai, giấy tờ đã gửi.",
                    "State what is true; you answer for the form and the papers that you send."),
                Bilingual(
                    "Làm theo yêu cầu bổ sung của cơ quan, nộp phí, lệ phí đúng quy định.",
                    "Do what a notice asks for, and pay the fee as prescribed."),
                Bilingual(
                    "Giữ bí mật mật khẩu tài khoản và thiết bị ký số.",
                    "Keep the password of your account and your signing device to yourself."),
            ])
        ], articles: "4, 16")
}
