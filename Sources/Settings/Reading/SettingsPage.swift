import Bytes
import Documents
import Dossiers

/// What `config/hoso.xml` says; a part is nil where it is missing or wrong.
struct SettingsPage {
    static let file = "config/hoso.xml"

    var name: String?
    var code: String?
    var offset: Int?
    var folders: Site.Folders?
    var intake = Site.Intake()
    var limits = Limits()
    var signatures: SignaturePolicy?
    var signaturesLine = 1
    var notices: Site.Notices?
    var incidentsTo: MailAddress?
    var nightlyAt: Int?
    var runGuard: Site.Guard?

    /// - Parameter site: the site's folder.
    init(_ root: XMLElement, of site: String, problems: Problems) {
        let page = ConfigurationElement(
            root, as: "hoso", attributes: [],
            children: [
                "site", "folders", "intake", "limits", "signatures", "notices", "incidents", "nightly", "guard",
            ], file: SettingsPage.file, problems: problems)

        if let site = page.child("site", attributes: ["name", "code", "timeZone"]) {
            name = site.required("name", .words)
            code = site.required("code", .provinceCode)
            offset = site.required("timeZone", .timeZone)
        }
        folders = SettingsPage.folders(of: page, in: site)
        readIntake(page)
        readLimits(page)
        if let element = page.child("signatures", attributes: ["require"]) {
            signatures = element.requirement(isRequired: true)
            signaturesLine = element.line
        }
        if let element = page.child("notices", attributes: ["from", "sendmail"]) {
            let sendmail = element.optional("sendmail", .command)
            notices = element.required("from", .email).map { Site.Notices(from: $0, sendmail: sendmail) }
        }
        incidentsTo = page.child("incidents", attributes: ["to"])?.required("to", .email)
        nightlyAt = page.optionalChild("nightly", attributes: ["at"])?.required("at", .clock)
        if let element = page.optionalChild("guard", attributes: ["share", "number"]) {
            let number = element.required("number", .whole(1...1_000_000_000))
            runGuard = element.required("share", .share).flatMap { share in
                number.map { Site.Guard(share: share, number: $0) }
            }
        }
    }

    private static func folders(of page: ConfigurationElement, in site: String) -> Site.Folders? {
        guard let element = page.optionalChild("folders", attributes: ["inbox", "outbox", "state"]) else {
            return Site.Folders(inbox: "Inbox", outbox: "Outbox", state: "State")
        }
        let named = ["inbox", "outbox", "state"].map { ($0, element.required($0, .path)) }
        let paths = named.compactMap(\.1)
        guard paths.count == 3 else { return nil }
        let folders = Site.Folders(inbox: paths[0], outbox: paths[1], state: paths[2])
        let whole = folders.resolved(from: site)
        // The configuration is told first, so that the attribute to be changed is always the later of two.
        let apart = [("config", "\(site)/config")] + zip(named.map(\.0), [whole.inbox, whole.outbox, whole.state])
        let parts = apart.map { FolderPath.parts(of: $0.1) }
        for later in 1..<4 {
            for earlier in 0..<later
            where parts[earlier].starts(with: parts[later]) || parts[later].starts(with: parts[earlier]) {
                let relation = parts[earlier] == parts[later] ? "are the same folder" : "lie one inside the other"
                element.report(
                    "\(apart[earlier].0) and \(apart[later].0) \(relation): expected folders apart",
                    about: apart[later].0)
            }
        }
        return folders
    }

    private mutating func readIntake(_ page: ConfigurationElement) {
        guard
            let element = page.optionalChild(
                "intake", attributes: ["scanEvery", "settleAfter", "waitForScans", "workers", "reserve"])
        else { return }
        if let seconds = element.optional("scanEvery", .duration) {
            if !(0.1...86_400).contains(seconds) {
                element.report("scanEvery on <intake>: expected a time from 100ms to 24h", about: "scanEvery")
            }
            intake.scanEvery = seconds
        }
        if let seconds = element.optional("settleAfter", .duration) {
            if seconds > 86_400 {
                element.report("settleAfter on <intake>: expected a time up to 24h", about: "settleAfter")
            }
            intake.settleAfter = seconds
        }
        if let seconds = element.optional("waitForScans", .duration) { intake.waitForScans = seconds }
        if let count = element.optional("workers", .whole(1...256)) { intake.workers = count }
        if let bytes = element.optional("reserve", .size) { intake.reserve = bytes }
    }

    private mutating func readLimits(_ page: ConfigurationElement) {
        guard
            let element = page.optionalChild(
                "limits", attributes: ["packageBytes", "fileBytes", "files", "expansion", "pixels"])
        else { return }
        if let bytes = element.optional("packageBytes", .size) { limits.packageBytes = bytes }
        if let bytes = element.optional("fileBytes", .size) { limits.fileBytes = bytes }
        if let count = element.optional("files", .whole(1...1_000_000)) { limits.files = count }
        if let factor = element.optional("expansion", .whole(1...1_100)) { limits.expansion = factor }
        if let count = element.optional("pixels", .whole(1...1_000_000_000_000)) { limits.pixels = count }
        if limits.fileBytes > limits.packageBytes {
            element.report(
                "a file may have \(limits.fileBytes) bytes, but a whole package only \(limits.packageBytes)",
                about: "fileBytes", isWarning: true)
        }
    }
}

extension ConfigurationElement {
    /// What `require` asks of signatures.
    func requirement(isRequired: Bool) -> SignaturePolicy? {
        isRequired ? required("require", .word) : optional("require", .word)
    }
}
