package import Dossiers
import Files
import Foundation
import Settings

/// `hoso new submission`: a package to begin with, for whoever writes what drops packages.
package struct Skeleton {
    private let procedure: Procedure
    private let account: String?
    private let now: Moment

    /// - Parameters:
    ///   - path: a site whose catalogue is taken; the sample's where there is none.
    ///   - account: nil for one that the site knows, where it knows any.
    ///   - now: when it is submitted.
    package init?(site path: String?, procedure code: String, account: String?, at now: Moment) throws {
        let site: Site?
        if let path {
            site = try SiteFolders(opening: path).checkedSite()
        } else {
            var contents: [String: [UInt8]] = [:]
            for file in SampleSite.files { contents[file.path] = file.bytes }
            site = SiteLoader.load(ConfigurationFiles(contents), path: ".").site
        }
        guard let procedure = site?.catalogue.procedure(code, on: now.day) else { return nil }
        self.procedure = procedure
        self.account = account
        self.now = now
    }

    /// The highest level that the procedure is offered at.
    package var level: Int { procedure.level }

    /// Writes the form and a paper for each attachment into a folder, made for it, and says which files there are.
    ///
    /// Throws `FolderInUse` where the folder holds something already.
    package func write(to path: String, level: Int) throws -> [String] {
        let root = try Folder(path: path, create: true)
        guard try root.entries().isEmpty else { throw FolderInUse(path: path) }
        // One file for each paper, and no two alike (Điều 7.1a).
        var names: Set<String> = []
        let papers = procedure.attachments.enumerated().map { number, component in
            let type = SkeletonPage.type(among: component.types)
            let plain = FileName.plain(component.id.lowercased())
            // Ids may differ in case or signs alone.
            let name = names.insert(plain).inserted ? plain : "\(plain)-\(number + 1)"
            var paper = DemoForm.Paper(
                component.id, "\(name).\(SkeletonPage.suffix(of: type))",
                SkeletonPage.bytes(of: type, saying: "\(component.id) \(number + 1)"))
            // Needed where the form's signature is to cover them; elsewhere they would only have to be changed with the papers.
            paper.isDeclared = level == 4
            return paper
        }
        var form = DemoForm(
            id: UUID().uuidString.lowercased(), procedure: procedure.code, level: level,
            forms: procedure.forms.map(\.id), papers: papers)
        form.submittedAt = now.description
        if let account { form.account = account }
        if level < 3 { form.account = nil }
        try root.replaceDurably("hoso.xml", with: form.submission, mode: 0o644)
        for paper in papers {
            guard let name = FileName(paper.file) else { continue }
            try root.replaceDurably(name, with: paper.bytes, mode: 0o644)
        }
        return ["hoso.xml"] + papers.map(\.file)
    }
}

extension FileName {
    /// Letters, digits and dashes only.
    fileprivate static func plain(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
}
