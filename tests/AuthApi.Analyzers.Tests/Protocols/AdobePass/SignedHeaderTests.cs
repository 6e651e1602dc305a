using System.Security.Cryptography;
using System.Text;
using AuthApi.Analyzers.Protocols.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.Tests.Protocols.AdobePass;

public sealed class SignedHeaderTests
{
    private const string Signed =
        "POST requestor_id=rqd, nonce=8bab0b10-3cf6-4a95-94b6-0a0b14d19a33, signature_method=HMAC-SHA1, request_time=1531234280000, request_uri=/path";

    private const string Whole = Signed + ", public_key=pub, signature=f2WXvZ00hPL81BL0L9J8xHxxZp0=";

    [Fact]
    public void The_published_vector_is_an_HMAC_SHA1_of_the_signed_fields_in_Base64()
    {
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes("sec"), Encoding.UTF8.GetBytes(Signed)));

        Assert.Equal("f2WXvZ00hPL81BL0L9J8xHxxZp0=", signature);
        Assert.Equal(SignedHeader.SignatureLength, signature.Length);
        Assert.Matches(SignedHeader.Complete, Whole);
        Assert.DoesNotMatch(SignedHeader.Complete, Signed);
        Assert.DoesNotMatch(SignedHeader.Complete, Whole.Replace("1531234280000", "1531234280"));
    }

    [Fact]
    public void A_whole_header_is_read_field_by_field()
    {
        var header = SignedHeaderText.TryParse(Whole)!;

        Assert.Equal("POST", header.Verb);
        Assert.Equal(SignedHeader.Fields, header.Fields.Select(field => field.Name));
        Assert.Equal("f2WXvZ00hPL81BL0L9J8xHxxZp0=", header["signature"]!.Value);
        Assert.All(header.Fields, field => Assert.Equal(field.Value, Whole.Substring(field.ValueStart, field.Value.Length)));
        Assert.False(header.IsOpen);
    }

    [Fact]
    public void The_signed_part_has_the_signed_fields_and_no_signature()
    {
        var header = SignedHeaderText.TryParse(Signed)!;

        Assert.Equal(SignedHeader.SignedFields, header.Fields.Select(field => field.Name));
        Assert.False(header.Has("signature"));
    }

    [Theory]
    [InlineData("\uFFFC requestor_id=\uFFFC, nonce=\uFFFC, signature_method=HMAC-SHA1, request_time=\uFFFC, request_uri=\uFFFC", "\uFFFC", false)]
    [InlineData("requestor_id=a,signature_method=HMAC-SHA1,request_uri=/x", null, false)]
    [InlineData("GET requestor_id=a, signature_method=HMAC-SHA1, \uFFFC, request_uri=/x", "GET", null)]
    [InlineData("GET requestor_id=a, signature_method=HMAC-SHA1, request_uri=/x\uFFFC", "GET", null)]
    public void A_field_that_a_hole_can_hold_is_neither_there_nor_missing(string text, string? verb, bool? hasSignature)
    {
        var header = SignedHeaderText.TryParse(text)!;

        Assert.Equal(verb, header.Verb);
        Assert.Equal(hasSignature, header.Has("signature"));
    }

    [Fact]
    public void A_comma_inside_a_value_belongs_to_the_value() => Assert.Equal(
        "/preauthorize?resource=a,b",
        SignedHeaderText.TryParse("GET requestor_id=a, signature_method=HMAC-SHA1, request_uri=/preauthorize?resource=a,b, public_key=k")!["request_uri"]!.Value);

    [Theory]
    [InlineData("")]
    [InlineData("Bearer abc=")]
    [InlineData("OAuth oauth_nonce=\"a\", oauth_signature_method=\"HMAC-SHA1\"")]
    public void Any_other_text_is_not_read(string text) => Assert.Null(SignedHeaderText.TryParse(text));
}
