import Bytes
import Documents
import Dossiers
import Files
import Signatures

/// What signatures are worth in a file that is no form package, or one that cannot be taken: that is asked all the same.
extension Checker {
    /// Those of an XML file with the files beside it, and of the signature beside it where it has one; none where it is no safe XML.
    func signatures(in folder: Folder, _ name: FileName) throws -> [SignatureReport] {
        let files = SignedFiles { wanted in
            let wanted = FileName(wanted)
            guard let wanted, try folder.status(of: wanted)?.kind == .regular else { return nil }
            return SignedFiles.File(source: try folder.open(wanted))
        }
        var reports = try signatures(try folder.readAll(name, limit: limits.formBytes), formFile: nil, files)
        if let text = name.text, let apart = FileName(text + ".sig"), try folder.status(of: apart)?.kind == .regular {
            reports += try signatures(try folder.readAll(apart, limit: limits.formBytes), formFile: text, files)
        }
        return reports.map { $0.judged(by: validation, now: clock.now.seconds) }
    }

    private func signatures(_ bytes: [UInt8], formFile: String?, _ files: SignedFiles) throws -> [SignatureReport] {
        let document: XMLDocument
        do throws(ParseError) {
            document = try XMLDocument.parse(bytes, limits: limits)
        } catch {
            return []
        }
        return try XMLSignatures.verify(document, formFile: formFile, files: files, limits: limits).reports
    }
}
