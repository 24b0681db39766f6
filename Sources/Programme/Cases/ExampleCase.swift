/// A key and a case sealed to it, for the examples of the commands. They are true of nobody, and the passphrase is
/// public.
enum ExampleCase {
    /// The passphrase of the key.
    static let passphrase = "một câu mật khẩu dài"
    /// The code of the case.
    static let code = "C-EXAMPL"

    /// The sentence that keeps the key under a code; only as `K1` it can be opened.
    static func keyLine(_ code: String = "K1") -> String {
        """
        keep case key \(code) public: "OLtFaQ/nCvQND4R1RRX957nLccdtPsB334Y1piHeYRg=" \
        sealed: "wKOsYl3b6ln+ag+Hxfs7R2ZPiowOMrEdtMU958XSVIF5V8AsjBSw8Nvw6YYtKJty5VFQW4D+1yrqKBL/" \
        salt: "lDco9jXdWffGcnVJ0XeotTAqQsg2j0MGzs32lzG4sic=" work: "scrypt 65536 8 2"
        """
    }

    /// The sentence that keeps the case under a code; only as ``code`` it can be opened.
    static func caseLine(_ code: String = code) -> String {
        "keep sealed case \(code) month: 2025-11 key: K1 sealed: \"\(sealed)\""
    }

    private static let sealed = """
        D2bzOTLMzMoXrX50tQkwtHoRh8JMb50g9CQDqbQMeC4JlTJ32WiWlZsGd8bJgialSQ38IKziXCK5M/u/AUthlPfR1MWy8+Ntzdi58nABCe6U\
        E48+SJz+vdi2EWBwZwvqoe6Gqm8BULKahK7uQiJtCL+OTmyLsx/+Mckvd5Nwmpnx1rZ3op7FRMhajNaaOzheAI6/tPxryLn7Hp2PYJ7KeYiC\
        iHcfaTVRgwN+3ChD2BrrLng8j5iF4riCubmC6ujH8i2mKqYo7lmKuviPd40hKSf8c2nlnXBkiBi4kkW/vx8NzxWgKUxAk2bANtE9MbcbT87V\
        4fLubg/lZv6R+klQNCLGMccwlkhLcFL2g/jH7w49pdwib+X3hKRjEvCCbZiuh5RePBaWcZgvPj5kZybmzPbZiShh6tTlyg30yIAHJpVE+KHi\
        qbcgVrSuWnTBLBT693yNA1C6Rfb6rj+gRBRK1g2EOIQUbj+4Ic/Aj1ouC1TPdk32eFsBHXUC92VaXETkRsVzcDewzV0pCATLRfNeWbnIOPem\
        W/85gJJfWJ/8N5Xo8PQq88NdYhwAStlicn8s3KW/2pGfI4mI2zPwdPALwDXLtbvmv3HZ9Uje9BWBvYPTYjHMpurUZ+T83lpSrl1RcBej+lwW\
        TRo4/1YTA7qw61Cm9TTE/ReWq6ESRt03syhWWN/GML3DDL8MyAXmsxc5uYtMt3aJXmEmDtyEkPwD9bGWd5+xsbQOH1y0UpFddrQ=
        """
}
