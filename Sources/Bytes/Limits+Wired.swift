extension Limits: Wired {
    /// Every line of the table.
    private static var lines: [WritableKeyPath<Limits, Int>] {
        [
            \.packageBytes, \.fileBytes, \.files, \.expansion, \.pixels, \.leastPixels, \.tiffPieces, \.remarks,
            \.formBytes, \.peekedFormBytes, \.xmlDepth, \.xmlNodes, \.xmlAttributes, \.xmlNamespaces, \.xmlTagBytes,
            \.xmlTextBytes, \.xmlFieldBytes, \.xmlProblems, \.xmlSignatures, \.xmlReferences, \.xmlTransforms,
            \.xmlSignedBytes, \.zipEntries, \.zipDepth, \.nameBytes, \.pdfObjects, \.pdfRevisions, \.pdfDepth,
            \.pdfPages, \.pdfSignatures, \.pdfStreamBytes, \.pdfFilters, \.pdfLayers, \.pdfItems, \.pdfStringBytes,
            \.derDepth, \.certificateBytes, \.signatureCertificates, \.signatureClaims, \.trustBytes, \.verdicts,
            \.pathsAtOnce, \.bytesOfPathAtOnce, \.readSeconds, \.readBytesEachSecond, \.readMemory, \.answerBytes,
            \.readTries,
        ]
    }

    package init(from wire: inout WireReader) throws(ParseError) {
        self.init()
        for line in Self.lines { self[keyPath: line] = try wire.value() }
    }

    package func write(to wire: inout WireWriter) {
        for line in Self.lines { wire.write(self[keyPath: line]) }
    }
}
