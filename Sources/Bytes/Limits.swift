/// The bounds on what comes from outside, in one table: how large, how many, how deep.
///
/// Beside it stand only the lengths of single words, which belong to their formats (an id, an object identifier),
/// and how much of what lies in the inbox one look takes in (`InboxRound`, `LooseFiles`, `Folder.mostMembers`). Readers take the
/// table as a value; `config/hoso.xml` may change the first five. Sizes are in bytes.
package struct Limits: Sendable, Equatable {
    /// A package as it lies in the inbox, all its files together.
    package var packageBytes = 200_000_000
    /// One attachment, as it is after unpacking.
    package var fileBytes = 50_000_000
    /// Files in one package.
    package var files = 200
    /// How many times larger than its packed form a ZIP entry may become.
    package var expansion = 100
    /// Width times height of an image.
    package var pixels = 200_000_000
    /// The least width times height of an image: anything smaller is no scan of a paper.
    package var leastPixels = 1_000
    /// Strips and tiles of a TIFF, all pages together, so that pages that share one long list cost no more than it says.
    package var tiffPieces = 2_000_000
    /// What an officer should know of one file, in words.
    package var remarks = 100

    /// The XML form itself: the largest file that is taken finds room inside it as base64, and memory to parse it.
    package var formBytes = 75_000_000
    /// A form that is looked into before its turn, for the account that submits it; of a larger one none is known.
    package var peekedFormBytes = 1_000_000
    package var xmlDepth = 64
    package var xmlNodes = 200_000
    package var xmlAttributes = 64
    package var xmlNamespaces = 32
    package var xmlTagBytes = 64_000
    /// Text without markup in it, in one piece; a carried file's base64 is bounded by `formBytes` instead.
    package var xmlTextBytes = 1_000_000
    /// Text of one field; base64 content is bounded by `formBytes` instead.
    package var xmlFieldBytes = 100_000
    package var xmlProblems = 50
    package var xmlSignatures = 50
    /// Of one signature.
    package var xmlReferences = 500
    /// Of one reference; each costs a pass over what it points at.
    package var xmlTransforms = 10
    /// That the references of one document are digested and canonicalised from, all together.
    package var xmlSignedBytes = 1_000_000_000

    package var zipEntries = 1_000
    /// Folders above an entry: what comes in has none, only what goes out has one.
    package var zipDepth = 0
    package var nameBytes = 255

    package var pdfObjects = 500_000
    package var pdfRevisions = 200
    package var pdfDepth = 64
    package var pdfPages = 20_000
    package var pdfSignatures = 50
    /// One object or cross-reference stream, unpacked; pictures and pages are never unpacked.
    package var pdfStreamBytes = 50_000_000
    /// Filters of one such stream; more than two are made only to bloat.
    package var pdfFilters = 8
    /// How many times any stream may be packed: each layer may grow a thousandfold.
    package var pdfLayers = 2
    /// Values in one object, all its arrays and dictionaries together.
    package var pdfItems = 1_000_000
    /// One string, such as a signature with the revocation lists in it.
    package var pdfStringBytes = 16_000_000

    /// Elements within elements of a certificate or a CMS message.
    package var derDepth = 32
    package var certificateBytes = 100_000
    /// That come along with one signature.
    package var signatureCertificates = 50
    /// Of one signature that says in several ways who made it; the value of each is looked at.
    package var signatureClaims = 3
    /// Certificates and revocation lists that the site trusts, all files together.
    package var trustBytes = 200_000_000
    /// Verdicts on certificates that are kept.
    package var verdicts = 4_096
    /// Certificates that `openssl` is asked about at once.
    package var pathsAtOnce = 64
    /// Of each of them; a larger one is asked about alone.
    package var bytesOfPathAtOnce = 8_000

    /// Processor time of one package's reading, in seconds: the least, and one more for so many bytes.
    package var readSeconds = 3
    package var readBytesEachSecond = 4_000_000
    /// Address space of a process that reads.
    package var readMemory = 1_000_000_000
    /// What a process that reads may answer.
    package var answerBytes = 64_000_000
    /// How often reading a package may end its reader before it is given up.
    package var readTries = 3

    package init() {}

    /// The processor time that reading a package of so many bytes may take, in seconds.
    package func readSeconds(for bytes: Int) -> Int { readSeconds + min(bytes, packageBytes) / readBytesEachSecond }
}
