#!/usr/bin/env python3
"""Makes packages for `make bench`: sound submissions with scans of a log-normal size, a share of them signed.

    packages.py SITE --count 500 --kb 180 --signed 0.35 --signers 12 --form zip --seed 1

SITE is a site made by `hoso init`. The signature is an enveloped XMLDSig (exclusive C14N, RSA-2048, SHA-256) whose canonical
forms are made by construction, so that only the standard library and `openssl` are needed. With `--signers 0` every form has a
signer of its own. With `--form folder` each is a folder instead of a ZIP. Prints the number of packages.
"""
import argparse
import base64
import hashlib
import math
import os
import pathlib
import random
import subprocess
import tempfile
import zipfile

DSIG = "http://www.w3.org/2000/09/xmldsig#"
PACKAGE = "urn:hoso:package:1"


def run(*arguments, data=None):
    return subprocess.run(arguments, input=data, check=True, capture_output=True).stdout


class Signers:
    """Keys and certificates of one small authority."""

    def __init__(self, folder, count):
        self.folder, self.limit, self.made = folder, count, []
        self.ca = folder / "ca.pem"
        self.ca_key = folder / "ca.key"
        run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", "/CN=Bench CA",
            "-keyout", self.ca_key, "-out", self.ca)

    def revocation_list(self):
        """An empty one of today, without which nothing is trusted."""
        settings = self.folder / "ca.cnf"
        settings.write_text(
            f"[ca]\ndefault_ca=own\n[own]\ndatabase={self.folder}/index\ncrlnumber={self.folder}/number\n"
            "default_md=sha256\ndefault_crl_days=30\n")
        (self.folder / "index").write_text("")
        (self.folder / "number").write_text("01\n")
        return run("openssl", "ca", "-gencrl", "-config", settings, "-keyfile", self.ca_key, "-cert", self.ca)

    def pick(self, number):
        if self.limit and len(self.made) >= self.limit:
            return self.made[number % self.limit]
        key, request, certificate = (self.folder / f"{len(self.made)}.{end}" for end in ("key", "csr", "pem"))
        # Keys of one person: a form that another signed would wait for an officer.
        run("openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", request, "-utf8",
            "-subj", "/UID=CCCD:062090001234/CN=Trần Thị Bình")
        run("openssl", "x509", "-req", "-in", request, "-CA", self.ca, "-CAkey", self.ca_key, "-days", "3650",
            "-set_serial", str(len(self.made) + 2), "-out", certificate)
        der = run("openssl", "x509", "-in", certificate, "-outform", "DER")
        self.made.append((key, base64.b64encode(der).decode()))
        return self.made[-1]


def signature(canonical_form, signer):
    """Of a form whose bytes are its own canonical form; `xmlns` and every end tag stand as C14N would write them."""
    key, certificate = signer
    digest = base64.b64encode(hashlib.sha256(canonical_form).digest()).decode()
    info = (
        "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:CanonicalizationMethod>"
        "<ds:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"></ds:SignatureMethod>"
        "<ds:Reference URI=\"\"><ds:Transforms>"
        f"<ds:Transform Algorithm=\"{DSIG}enveloped-signature\"></ds:Transform>"
        "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform></ds:Transforms>"
        "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod>"
        f"<ds:DigestValue>{digest}</ds:DigestValue></ds:Reference>")
    canonical = f"<ds:SignedInfo xmlns:ds=\"{DSIG}\">{info}</ds:SignedInfo>".encode()
    value = base64.b64encode(run("openssl", "dgst", "-sha256", "-sign", key, data=canonical)).decode()
    return (
        f"<ds:Signature xmlns:ds=\"{DSIG}\"><ds:SignedInfo>{info}</ds:SignedInfo>"
        f"<ds:SignatureValue>{value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{certificate}"
        "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>").encode()


def scan(random_source, kilobytes):
    """A PDF of one page whose picture is noise, since scans do not pack."""
    size = int(min(8e6, max(2e3, kilobytes * 1000 * math.exp(random_source.gauss(0, 0.6)))))
    picture = random_source.randbytes(size)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>>>",
        b"<</Type/XObject/Subtype/Image/Width 100/Height 100/BitsPerComponent 8/ColorSpace/DeviceGray/Length %d>>\n"
        b"stream\n%s\nendstream" % (len(picture), picture)]
    out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table
    return bytes(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--kb", type=float, default=180)
    parser.add_argument("--signed", type=float, default=0.35)
    parser.add_argument("--signers", type=int, default=12)
    parser.add_argument("--form", choices=("zip", "folder"), default="zip")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    source = random.Random(arguments.seed)
    inbox = arguments.site / "Inbox/online"
    with tempfile.TemporaryDirectory() as scratch:
        signers = Signers(pathlib.Path(scratch), arguments.signers) if arguments.signed else None
        if signers:
            (arguments.site / "config/trust").mkdir(exist_ok=True)
            (arguments.site / "config/trust/bench.pem").write_bytes(signers.ca.read_bytes())
            (arguments.site / "config/trust/bench.crl").write_bytes(signers.revocation_list())
        for number in range(arguments.count):
            signed = source.random() < arguments.signed
            # One agency and no fee beforehand, so that each leaves at once in one ZIP, as from the programs that hoso is compared
            # with. What is signed is of level 4, where the signature must be worth what the site asks for.
            level = 4 if signed else 3
            procedure, form, parts = (
                ("1.001612", "GDN", ["CCCD", "HDTN"]) if signed else ("2.001955", "VBDN", ["NQLD", "GOPY"]))
            papers = {f"{part.lower()}.pdf": (part, scan(source, arguments.kb)) for part in parts}
            attachments = "".join(
                f"<attachment component=\"{part}\" file=\"{name}\" sha256=\"{hashlib.sha256(content).hexdigest()}\""
                f" size=\"{len(content)}\"></attachment>" for name, (part, content) in papers.items())
            begin = (
                f"<submission xmlns=\"{PACKAGE}\" id=\"bench-{arguments.seed}-{number}\">"
                f"<procedure code=\"{procedure}\" level=\"{level}\"></procedure>"
                "<submitter account=\"0900000001\"><name>Trần Thị Bình</name><idNumber>062090001234</idNumber>"
                "<phone>0900000001</phone><email>mau@example.vn</email><address>Kon Tum</address></submitter>"
                "<submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>counter</resultDelivery>"
                f"<form component=\"{form}\"><field name=\"hoTen\">Trần Thị Bình</field></form>"
                f"<attachments>{attachments}</attachments>").encode()
            end = b"</submission>"
            made = signature(begin + end, signers.pick(number)) if signed else b""
            hidden = inbox / f".{number}"
            if arguments.form == "folder":
                hidden.mkdir()
                (hidden / "hoso.xml").write_bytes(begin + made + end)
                for name, (_, content) in papers.items():
                    (hidden / name).write_bytes(content)
                os.rename(hidden, inbox / f"hs-{number:06d}")
                continue
            with zipfile.ZipFile(hidden, "w") as package:
                package.writestr("hoso.xml", begin + made + end, zipfile.ZIP_DEFLATED)
                for name, (_, content) in papers.items():
                    package.writestr(name, content, zipfile.ZIP_STORED)
            os.rename(hidden, inbox / f"hs-{number:06d}.zip")
    print(arguments.count)


if __name__ == "__main__":
    main()
