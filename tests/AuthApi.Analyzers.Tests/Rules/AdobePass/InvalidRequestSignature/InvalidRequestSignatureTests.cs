using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.InvalidRequestSignature.InvalidRequestSignatureAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.AdobePass.InvalidRequestSignature.InvalidRequestSignatureCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.InvalidRequestSignature;

public class InvalidRequestSignatureTests
{
    private const string Mac = "using var mac = new HMACSHA1(Encoding.UTF8.GetBytes(secret));";
    private const string Hash = "var hash = mac.ComputeHash(Encoding.UTF8.GetBytes(text));";
    private const string Base64 = "Convert.ToBase64String(hash)";

    [Theory]
    [InlineData("using var mac = [|new HMACSHA256(Encoding.UTF8.GetBytes(secret))|];", Hash, Base64, Mac, Hash, Base64)]
    [InlineData("using var mac = [|new HMACSHA512(Encoding.UTF8.GetBytes(secret))|];", Hash, Base64, Mac, Hash, Base64)]
    [InlineData("", "var hash = [|HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text))|];", Base64, "", "var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));", Base64)]
    [InlineData("using var mac = new HMACSHA1([|Encoding.Unicode|].GetBytes(secret));", Hash, Base64, Mac, Hash, Base64)]
    [InlineData(Mac, "var hash = mac.ComputeHash([|Encoding.Unicode|].GetBytes(text));", Base64, Mac, Hash, Base64)]
    [InlineData(Mac, "var hash = mac.ComputeHash([|Encoding.UTF32|].GetBytes(text));", Base64, Mac, Hash, Base64)]
    [InlineData(Mac, Hash, "[|Convert.ToHexString(hash)|]", Mac, Hash, Base64)]
    [InlineData(Mac, Hash, "[|BitConverter.ToString(hash)|]", Mac, Hash, Base64)]
    [InlineData(Mac, Hash, "[|BitConverter.ToString(hash)|].Replace(\"-\", \"\").ToLowerInvariant()", Mac, Hash, Base64)]
    [InlineData("using HMACSHA256 mac = [|new HMACSHA256(Encoding.UTF8.GetBytes(secret))|];", Hash, Base64, "using HMACSHA1 mac = new HMACSHA1(Encoding.UTF8.GetBytes(secret));", Hash, Base64)]
    [InlineData("using HMACSHA256 mac = [|new(Encoding.UTF8.GetBytes(secret))|];", Hash, Base64, "using HMACSHA1 mac = new(Encoding.UTF8.GetBytes(secret));", Hash, Base64)]
    [InlineData("using HMAC mac = [|new HMACSHA256(Encoding.UTF8.GetBytes(secret))|];", Hash, Base64, "using HMAC mac = new HMACSHA1(Encoding.UTF8.GetBytes(secret));", Hash, Base64)]
    [InlineData(Mac, Hash, "[|Convert.ToBase64String(hash).TrimEnd('=')|]", Mac, Hash, Base64)]
    [InlineData(Mac, "var signature = [|Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(text))).TrimEnd('=').Replace('+', '-').Replace('/', '_')|];", "signature", Mac, "var signature = Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(text)));", "signature")]
    public Task Reported_and_fixed(string mac, string hash, string signature, string fixedMac, string fixedHash, string fixedSignature) =>
        Verify.VerifyCodeFixAsync(Source(mac, hash, signature), Source(fixedMac, fixedHash, fixedSignature));

    [Theory]
    [InlineData("", "var hash = [|SHA1.HashData(Encoding.UTF8.GetBytes(text))|];", Base64)]
    [InlineData("using var sha = SHA1.Create();", "var hash = [|sha.ComputeHash(Encoding.UTF8.GetBytes(secret + text))|];", Base64)]
    [InlineData("using var sha = SHA256.Create();", "var hash = [|sha.ComputeHash(Encoding.UTF8.GetBytes(text))|];", Base64)]
    [InlineData("using var mac = [|new HMACSHA1()|];", Hash, Base64)]
    [InlineData(Mac, "var hash = mac.ComputeHash(Encoding.UTF8.GetBytes([|text + \", public_key=\" + key|]));", Base64)]
    [InlineData(Mac, Hash, "[|string.Concat(System.Linq.Enumerable.Select(hash, b => b.ToString(\"x2\")))|]")]
    [InlineData(Mac, Hash + " var hex = new StringBuilder(); foreach (var b in hash) hex.Append(b.ToString(\"x2\"));", "[|hex.ToString()|]")]
    [InlineData(Mac, Hash + " var hex = new StringBuilder(); foreach (var b in hash) { hex.AppendFormat(\"{0:X2}\", b); }", "[|hex.ToString()|]")]
    [InlineData(Mac, Hash, "[|Hex(hash)|]")]
    public Task Reported_without_a_fix(string mac, string hash, string signature) => Verify.VerifyAnalyzerAsync(Source(mac, hash, signature));

    [Theory]
    [InlineData(Mac, Hash, Base64)]
    [InlineData("using var mac = new HMACSHA1(Encoding.ASCII.GetBytes(secret));", Hash, Base64)]
    [InlineData("using var mac = new HMACSHA1(Convert.FromBase64String(secret));", Hash, Base64)]
    [InlineData("using var mac = new HMACSHA1 { Key = Encoding.UTF8.GetBytes(secret) };", Hash, Base64)]
    [InlineData("using var mac = new HMACSHA1(); mac.Key = Encoding.UTF8.GetBytes(secret);", Hash, Base64)]
    [InlineData("", "var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(text));", Base64)]
    [InlineData(Mac, Hash, "Convert.ToBase64String(hash).Trim()")]
    [InlineData(Mac, Hash, "Convert.ToBase64String(hash, Base64FormattingOptions.None)")]
    [InlineData("var mac = Create(secret);", Hash, Base64)]
    [InlineData(Mac, Hash + " var s = new StringBuilder(); s.Append(Convert.ToBase64String(hash));", "s.ToString()")]
    [InlineData(Mac + " Console.WriteLine(Hex(Load(secret)));", Hash, Base64)]
    [InlineData("", "var hash = Load(text);", Base64)]
    [InlineData("", "var hash = Load(text);", "Describe(hash)")]
    [InlineData(Mac + " Console.WriteLine(Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(secret))));", Hash, Base64)]
    [InlineData(Mac + " var etag = BitConverter.ToString(SHA1.HashData(Encoding.UTF8.GetBytes(text))); GC.KeepAlive(etag);", Hash, Base64)]
    public Task Right_or_unknown(string mac, string hash, string signature) => Verify.VerifyAnalyzerAsync(Source(mac, hash, signature));

    [Theory]
    [InlineData("$\"t={text}, signature={Convert.ToHexString(new HMACSHA256(Encoding.UTF8.GetBytes(secret)).ComputeHash(Encoding.UTF8.GetBytes(text)))}\"")]
    [InlineData("$\"OAuth oauth_signature_method=HMAC-SHA256, signature={Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)))}\"")]
    [InlineData("$\"nonce=n, signature_method=HMAC-SHA1, request_time=1, public_key=k, signature={Convert.ToHexString(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)))}\"")]
    [InlineData("\"sha256=\" + Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)))")]
    [InlineData("$\"https://example.org/?requestor_id=r&signature={Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text)))}\"")]
    [InlineData("Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(\"https://api.auth.adobe.com/\" + text)))")]
    public Task Signatures_of_other_services(string expression) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Security.Cryptography;
        using System.Text;
        class Other
        {
            const string Host = "https://api.auth.adobe.com/";
            string Sign(string text, string secret) => {{expression}};
        }
        """);

    [Fact]
    public Task Helper_that_signs() => Verify.VerifyAnalyzerAsync("""
        using System;
        using System.Security.Cryptography;
        using System.Text;
        class Signer
        {
            string Header(string requestor, string time, string key)
            {
                var text = $"POST requestor_id={requestor}, signature_method=HMAC-SHA1, request_time={time}, request_uri=/regcode";
                return text + ", public_key=" + key + ", signature=" + Sign(text, "s");
            }
            static string Sign(string text, string secret)
            {
                using var mac = [|new HMACSHA256(Encoding.UTF8.GetBytes(secret))|];
                return Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(text)));
            }
        }
        """);

    [Fact]
    public Task A_field_of_the_wrong_type_changes_with_its_value() => Verify.VerifyCodeFixAsync(InField("[|new HMACSHA512(Encoding.UTF8.GetBytes(secret))|]", "HMACSHA512"), InField("new HMACSHA1(Encoding.UTF8.GetBytes(secret))", "HMACSHA1"));

    [Fact]
    public Task No_fix_for_a_field_that_something_else_sets_too() => Verify.VerifyCodeFixAsync(
        InField("[|new HMACSHA512(Encoding.UTF8.GetBytes(secret))|]", "HMACSHA512", "void Set(HMACSHA512 other) => mac = [|other|];"),
        InField("[|new HMACSHA512(Encoding.UTF8.GetBytes(secret))|]", "HMACSHA512", "void Set(HMACSHA512 other) => mac = [|other|];"));

    private static string InField(string value, string type, string member = "") => $$"""
        using System;
        using System.Security.Cryptography;
        using System.Text;
        class Signer
        {
            private {{type}} mac;
            public Signer(string secret) => mac = {{value}};
            {{member}}
            string Header(string requestor, string key, string time)
            {
                var text = $"POST requestor_id={requestor}, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time={time}, request_uri=/regcode";
                return $"{text}, public_key={key}, signature={Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(text)))}";
            }
        }
        """;

    [Fact]
    public Task Half_typed_code() => new Verify.Test
    {
        TestCode = Source(Mac, "var hash = mac.ComputeHash(", Base64),
        CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None,
    }.RunAsync();

    /// <summary>A known miss: no data flow through a list is followed.</summary>
    [Fact]
    public Task Signature_in_a_list_of_parts_is_not_seen() => Verify.VerifyAnalyzerAsync(Source(
        "var parts = new System.Collections.Generic.List<string>();", "parts.Add(Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text))));", "parts[0]"));

    private static string Source(string mac, string hash, string signature) => $$"""
        using System;
        using System.Security.Cryptography;
        using System.Text;
        class Signer
        {
            static HMAC Create(string secret) => throw new NotImplementedException();
            static string Hex(byte[] bytes)
            {
                var text = new StringBuilder();
                foreach (var b in bytes) text.Append(b.ToString("x2"));
                return text.ToString();
            }
            static byte[] Load(string text) => System.IO.File.ReadAllBytes(text);
            static string Describe(byte[] hash) => hash.ToString();
            string Header(string requestor, string secret, string key, string time)
            {
                var text = $"POST requestor_id={requestor}, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time={time}, request_uri=/regcode";
                {{mac}}
                {{hash}}
                return $"{text}, public_key={key}, signature={ {{signature}} }";
            }
        }
        """;
}
