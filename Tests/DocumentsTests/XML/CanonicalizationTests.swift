import Bytes
import Documents
import Testing

@Suite("Canonical form")
struct CanonicalizationTests {
    private func canonical(
        _ text: String, _ canonicalization: Canonicalization = Canonicalization(.inclusive10), apex: String? = nil,
        without: String? = nil
    ) throws -> String {
        let document = try XMLDocument.parse(Array(text.utf8), limits: Limits())
        func find(_ name: String?) -> [XMLElement] {
            name.map { name in document.root.descendantsAndSelf { $0.name == name } } ?? []
        }
        let part = XMLPart(apex: find(apex).first, excluded: find(without))
        var bytes: [UInt8] = []
        try document.canonicalize(part, by: canonicalization) { piece in
            for index in piece.indices { bytes.append(piece[index]) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("Start and end tags, after Canonical XML 1.0, clause 3.3")
    func tags() throws {
        let text = """
            <doc>
               <e1   />
               <e2   ></e2>
               <e3   name = "elem3"   id="elem3"   />
               <e5 a:attr="out" b:attr="sorted" attr2="all" attr="I'm"
                  xmlns:b="http://www.ietf.org"
                  xmlns:a="http://www.w3.org"
                  xmlns="http://example.org"/>
               <e6 xmlns="" xmlns:a="http://www.w3.org">
                  <e7 xmlns="http://www.ietf.org">
                     <e8 xmlns="" xmlns:a="http://www.w3.org">
                        <e9 xmlns="" xmlns:a="http://www.ietf.org"/>
                     </e8>
                  </e7>
               </e6>
            </doc>
            """
        let expected = """
            <doc>
               <e1></e1>
               <e2></e2>
               <e3 id="elem3" name="elem3"></e3>
               <e5 xmlns="http://example.org" xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" attr="I'm" attr2="all" b:attr="sorted" a:attr="out"></e5>
               <e6 xmlns:a="http://www.w3.org">
                  <e7 xmlns="http://www.ietf.org">
                     <e8 xmlns="">
                        <e9 xmlns:a="http://www.ietf.org"></e9>
                     </e8>
                  </e7>
               </e6>
            </doc>
            """
        #expect(try canonical(text) == expected)
    }

    @Test("Characters and CDATA, after clause 3.4")
    func characters() throws {
        let text =
            "<doc><t>First line&#x0d;&#10;Second line</t><v>&#x32;</v><c><![CDATA[v>\"0\" && v<\"10\"]]></c>"
            + "<c expr='v>\"0\" &amp;&amp; v&lt;\"10\" ?\"valid\":\"error\"'>valid</c></doc>"
        #expect(
            try canonical(text)
                == "<doc><t>First line&#xD;\nSecond line</t><v>2</v><c>v&gt;\"0\" &amp;&amp; v&lt;\"10\"</c>"
                + "<c expr=\"v>&quot;0&quot; &amp;&amp; v&lt;&quot;10&quot; ?&quot;valid&quot;:&quot;error&quot;\">valid</c></doc>"
        )
    }

    @Test("Comments and instructions around the root, with and without comments")
    func comments() throws {
        let text = "<?xml version=\"1.0\"?>\n<?go now?>\n<!-- a --><doc><!-- b -->x</doc>\n<!-- c -->"
        #expect(try canonical(text) == "<?go now?>\n<doc>x</doc>")
        #expect(
            try canonical(text, Canonicalization(.inclusive10, keepsComments: true))
                == "<?go now?>\n<!-- a -->\n<doc><!-- b -->x</doc>\n<!-- c -->")
    }

    @Test("A part keeps the namespaces in scope, in the exclusive way only those that it uses")
    func subsets() throws {
        let text = """
            <n0:local xmlns:n0="foo:bar" xmlns:n3="ftp://example.org"><n1:elem2 xmlns:n1="http://example.net" \
            xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n0:local>
            """
        #expect(
            try canonical(text, apex: "elem2")
                == "<n1:elem2 xmlns:n0=\"foo:bar\" xmlns:n1=\"http://example.net\" xmlns:n3=\"ftp://example.org\" xml:lang=\"en\"><n3:stuff></n3:stuff></n1:elem2>"
        )
        var exclusive = Canonicalization(.exclusive)
        #expect(
            try canonical(text, exclusive, apex: "elem2")
                == "<n1:elem2 xmlns:n1=\"http://example.net\" xml:lang=\"en\"><n3:stuff xmlns:n3=\"ftp://example.org\"></n3:stuff></n1:elem2>"
        )
        exclusive.inclusivePrefixes = ["n0", "nobody"]
        #expect(
            try canonical(text, exclusive, apex: "elem2")
                == "<n1:elem2 xmlns:n0=\"foo:bar\" xmlns:n1=\"http://example.net\" xml:lang=\"en\"><n3:stuff xmlns:n3=\"ftp://example.org\"></n3:stuff></n1:elem2>"
        )
    }

    @Test("Version 1.1 does not hand an id down, as 1.0 does")
    func version11() throws {
        let text = "<a xml:id=\"x\" xml:lang=\"vi\"><b/></a>"
        #expect(try canonical(text, apex: "b") == "<b xml:id=\"x\" xml:lang=\"vi\"></b>")
        #expect(try canonical(text, Canonicalization(.inclusive11), apex: "b") == "<b xml:lang=\"vi\"></b>")
    }

    @Test("What is left out is left out with all within it, and nothing around it")
    func leftOut() throws {
        let text = "<a> <s x=\"1\"><t>y</t></s> <b><s/>z</b></a>"
        #expect(try canonical(text, without: "s") == "<a>  <b>z</b></a>")
        #expect(try canonical(text, apex: "b", without: "s") == "<b>z</b>")
        #expect(try canonical(text, apex: "t", without: "s") == "")
    }

    @Test("A namespace whose name is a relative reference has no canonical form")
    func relativeNamespace() throws {
        #expect(throws: ParseError.self) { try canonical("<a xmlns:x=\"../y\"><x:b/></a>") }
    }

    @Test("Large documents come in pieces that make the whole")
    func pieces() throws {
        let text = "<a>" + String(repeating: "<b c='d'>ế</b>", count: 20_000) + "</a>"
        let document = try XMLDocument.parse(Array(text.utf8), limits: Limits())
        var count = 0
        var bytes: [UInt8] = []
        try document.canonicalize(XMLPart(apex: nil), by: Canonicalization(.inclusive10)) { piece in
            count += 1
            for index in piece.indices { bytes.append(piece[index]) }
        }
        #expect(count > 1)
        #expect(String(decoding: bytes, as: UTF8.self) == text.replacing("'", with: "\""))
    }

    @Test("Names of other algorithms are none")
    func names() {
        #expect(Canonicalization(uri: "http://www.w3.org/2006/12/xml-c14n11")?.method == .inclusive11)
        #expect(Canonicalization(uri: "http://www.w3.org/TR/1999/REC-xslt-19991116") == nil)
        #expect(Canonicalization(uri: "") == nil)
    }
}
