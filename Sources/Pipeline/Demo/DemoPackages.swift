import Bytes
import Documents

/// Sample dossiers of every kind: every form of package, every outcome, every way of signing.
package enum DemoPackages {
    private static let canCuoc = PackageResources.can_cuoc_pdf
    private static let cuTru = PackageResources.cu_tru_pdf
    private static let giayTo = PackageResources.giay_to_pdf

    /// Level 3 of «Cung cấp dữ liệu đất đai»: the commonest case.
    private static func land(_ id: String) -> DemoForm {
        DemoForm(
            id: id, procedure: "1.004269", level: 3, forms: ["PYC"],
            papers: [.init("CCCD", "cccd.pdf", canCuoc), .init("GCN", "gcn.pdf", giayTo)])
    }

    private static func criminalRecord(_ id: String) -> DemoForm {
        DemoForm(
            id: id, procedure: "2.000488", level: 4, forms: ["TK"],
            papers: [.init("CCCD", "cccd.pdf", canCuoc), .init("SHK", "shk.pdf", cuTru)])
    }

    private static func folder(
        _ name: String, _ what: String, _ form: DemoForm, _ change: (inout DemoForm) -> Void = { _ in }
    ) -> DemoPackage {
        var form = form
        change(&form)
        return DemoPackage(
            name, what,
            files: form.papers.map { ("online/\(name)/\($0.file)", $0.bytes) }
                + [("online/\(name)/hoso.xml", form.submission)])
    }

    private static func zip(_ name: String, _ what: String, _ files: [(String, [UInt8])]) throws -> DemoPackage {
        var sink = MemorySink()
        var writer = ZIPWriter(time: ZIPWriter.Time(year: 2026, month: 11, day: 23, second: 0))
        for (index, (file, content)) in files.enumerated() {
            if index == 0 {
                try writer.addDeflated(file, content, to: &sink)
            } else {
                try writer.addStored(file, MemorySource(content), to: &sink)
            }
        }
        try writer.finish(to: &sink)
        return DemoPackage(name, what, files: [("online/\(name)", sink.bytes)])
    }

    package static func all() throws -> [DemoPackage] {
        let archive = land("mau-zip")
        var inline = land("mau-base64")
        for index in inline.papers.indices { inline.papers[index].inline = true }
        let loose = DemoForm(
            id: "mau-roi", procedure: "1.004269", level: 3, forms: ["PYC"],
            papers: [
                .init("CCCD", "mau-roi_cccd.pdf", canCuoc), .init("GCN", "mau-roi_gcn.jpg", PackageResources.anh_jpg),
            ])
        return [
            try zip(
                "mau-zip.zip", "level 3, as a ZIP",
                [("hoso.xml", archive.submission)] + archive.papers.map { ($0.file, $0.bytes) }),
            try zip(
                "mau-zip-lan-2.zip", "the same again",
                [("hoso.xml", archive.submission)] + archive.papers.map { ($0.file, $0.bytes) }),
            folder("mau-thu-muc", "level 3, as a folder", land("mau-thu-muc")),
            DemoPackage(
                "mau-roi.xml", "level 3, form and scans lying loose",
                files: loose.papers.map { ("online/\($0.file)", $0.bytes) } + [("online/mau-roi.xml", loose.submission)]
            ),
            DemoPackage(
                "mau-base64.xml", "level 3, scans inside the form",
                files: [("online/mau-base64.xml", inline.submission)]),
            folder(
                "mau-muc-2", "level 2, without an account",
                DemoForm(
                    id: "mau-muc-2", procedure: "1.003659", level: 2, account: nil, forms: ["GDN"],
                    papers: [
                        .init("DKKD", "dkkd.pdf", canCuoc), .init("PAKD", "pakd.pdf", cuTru),
                        .init("MBG", "mbg.pdf", giayTo),
                    ])),
            try zip(
                "mau-ky-so.zip", "level 4, signed in the XML form",
                [
                    ("hoso.xml", PackageResources.to_khai_ky_so_xml), ("can-cuoc.pdf", canCuoc),
                    ("giay-to.pdf", giayTo),
                ]),
            try zip(
                "mau-ky-so-pdf.zip", "level 4, one paper signed in the PDF itself",
                [
                    ("hoso.xml", PackageResources.to_khai_ky_so_pdf_xml), ("ky-so.pdf", PackageResources.ky_so_pdf),
                    ("giay-to.pdf", giayTo),
                ]),
            folder(
                "mau-chua-ky", "level 4, not signed",
                DemoForm(
                    id: "mau-chua-ky", procedure: "2.000635", level: 4, forms: ["TK"],
                    papers: [.init("CCCD", "cccd.pdf", canCuoc), .init("GTK", "gtk.pdf", giayTo)])),
            folder("mau-phi", "level 4, not signed, with a fee", criminalRecord("mau-phi")),
            folder("mau-thieu", "a component is missing", land("mau-thieu")) { $0.papers.removeLast() },
            folder("mau-cut", "a PDF is cut off", land("mau-cut")) {
                $0.papers[0] = .init("CCCD", "cccd.pdf", Array(canCuoc.prefix(1200)))
            },
            folder("mau-rong", "a file is empty", land("mau-rong")) { $0.papers[0] = .init("CCCD", "cccd.pdf", []) },
            folder("mau-sai-loai", "a web page in place of a scan", land("mau-sai-loai")) {
                $0.papers[0] = .init("CCCD", "cccd.pdf", Array("<!DOCTYPE html><html><body>Lỗi</body></html>".utf8))
            },
            folder("mau-sai-ma", "another file than the form declares", land("mau-sai-ma")) {
                $0.papers[0].digest = SHA256.digest(of: cuTru)
            },
            folder("mau-mot-tep", "one file for two components", land("mau-mot-tep")) {
                $0.papers[1] = .init("GCN", "gcn.pdf", canCuoc)
            },
            folder(
                "mau-la", "a procedure that the province does not offer",
                DemoForm(
                    id: "mau-la", procedure: "9.999999", level: 3, forms: ["TK"],
                    papers: [.init("CCCD", "cccd.pdf", canCuoc)])),
            folder(
                "mau-vuot-muc", "a level that is not offered",
                DemoForm(
                    id: "mau-vuot-muc", procedure: "1.004269", level: 4, forms: ["PYC"],
                    papers: land("").papers)),
            folder("mau-tai-khoan", "an account that is not registered", land("mau-tai-khoan")) {
                $0.account = "0899999999"
            },
            folder("mau-trung-ma", "other content under an id that is taken", land("mau-zip")) { $0.purpose = "Khác" },
            DemoPackage(
                "mau-dtd.xml", "a form with a DTD",
                files: [("online/mau-dtd.xml", Array("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>".utf8))]),
            DemoPackage(
                "mau-hong.zip", "a ZIP that is cut off", files: [("online/mau-hong.zip", Array("PK\u{3}\u{4}…".utf8))]),
            DemoPackage(
                "Scan0001.pdf", "a scan that belongs to nothing", files: [("postal/Scan0001.pdf", canCuoc)]),
        ]
    }

    /// What comes later: copies by post, payments, and the agency's word that it has the dossier.
    package static func later(_ codes: [String: String]) -> [DemoPackage] {
        var packages: [DemoPackage] = []
        func copy(_ name: String, of code: String, second: String) -> DemoPackage {
            var first = DemoForm.Paper("CCCD", "ban-sao-1.pdf", PackageResources.ban_sao_can_cuoc_pdf)
            var other = DemoForm.Paper(second, "ban-sao-2.pdf", PackageResources.ban_sao_giay_to_pdf)
            first.certified = true
            other.certified = true
            let message = DemoForm.message(
                "postalCopy", id: name, dossier: code,
                fields: [("trackingNumber", "RB658064204VN"), ("receivedAt", "2026-11-23T09:00:00+07:00")],
                papers: [first, other])
            return DemoPackage(
                name, "certified copies by post",
                files: [
                    ("postal/\(name)/ban-sao-1.pdf", first.bytes), ("postal/\(name)/ban-sao-2.pdf", other.bytes),
                    ("postal/\(name)/hoso.xml", message),
                ])
        }
        if let code = codes["mau-chua-ky"] { packages.append(copy("buu-dien-1", of: code, second: "GTK")) }
        if let code = codes["mau-phi"] {
            packages.append(copy("buu-dien-2", of: code, second: "SHK"))
            packages.append(
                DemoPackage(
                    "nop-phi.xml", "the fee is paid",
                    files: [
                        (
                            "payments/nop-phi.xml",
                            DemoForm.message(
                                "payment", id: "nop-phi", dossier: code,
                                fields: [
                                    ("amount", "200000"), ("paidAt", "2026-11-23T09:30:00+07:00"), ("channel", "bank"),
                                    ("reference", "GD1424819825"),
                                ])
                        )
                    ]))
        }
        if let code = codes["mau-zip.zip"] {
            packages.append(
                DemoPackage(
                    "da-nhan.xml", "the agency has it",
                    files: [
                        (
                            "agencies/\(code.prefix { $0 != "-" })/da-nhan.xml",
                            DemoForm.message("acknowledgement", id: "da-nhan", dossier: code, fields: [])
                        )
                    ]))
        }
        return packages
    }
}
