using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.RequestTimeNotMilliseconds.SignedSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds.RequestTimeNotMillisecondsAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>Wrong request times that are not seen: a test that fails here has become better.</summary>
public class KnownMissTests
{
    [Theory]
    [InlineData("(long)(DateTime.UtcNow - DateTime.Parse(\"1970-01-01\")).TotalSeconds")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeSeconds() * new Random().Next(1, 9)")]
    [InlineData("string.Concat(DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString().Reverse())")]
    public Task Calculation(string expression) => Verify.VerifyAnalyzerAsync(Time(expression));

    [Fact]
    public Task Fields_that_types_without_a_link_collect() => Verify.VerifyAnalyzerAsync(Source("""
        class Fields : Dictionary<string, string> { }
        class Clock { public void AddTo(Fields fields) => fields["request_time"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(); }
        class Requestor { public void AddTo(Fields fields) { fields["requestor_id"] = "r"; fields["signature_method"] = "HMAC-SHA1"; } }
        """));
}
