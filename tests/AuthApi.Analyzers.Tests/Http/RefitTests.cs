using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;

namespace AuthApi.Analyzers.Tests.Http;

public class RefitTests
{
    private static string[] Requests(string method, string call, string rest = "") => RequestSource.Requests(
        $"using Refit; using Microsoft.Extensions.DependencyInjection; public class Body {{ }} public interface IApi {{ {method} }} class C {{ Task M(IApi api, string p) => {call}; {rest} }}", TestReferences.Refit);

    [Theory]
    [InlineData("[Post(\"/a\")] Task A();", "api.A()", "POST /a")]
    [InlineData("[Post(\"/x/{id}/a\")] Task A(string id);", "api.A(\"7\")", "POST /x/7/a")]
    [InlineData("[Post(\"/x/{id}/a\")] Task A([AliasAs(\"id\")] string other, CancellationToken t = default);", "api.A(p)", "POST /x/*/a")]
    [InlineData("[Post(\"/a\")] Task A(string k, [Body] Body body);", "api.A(\"v\", null)", "POST /a?k=v")]
    [InlineData("[Post(\"/a\")] Task A(Body body, [Header(\"X\")] string x);", "api.A(null, p)", "POST /a")]
    [InlineData("[Get(\"/a\")] Task A(Body query);", "api.A(null)", "GET /a?*")]
    [InlineData("[Delete(\"/a\")] Task A();", "api.A()", "DELETE /a")]
    [InlineData("Task A();", "api.A()", null)]
    public void A_request(string method, string call, string? expected) => Assert.Equal(expected is null ? [] : [expected], Requests(method, call));

    [Theory]
    [InlineData("IApi Make() => RestService.For<IApi>(\"https://h/api/\");", "POST https://h/api/a")]
    [InlineData("IApi Make() => RestService.For<IApi>(new HttpClient { BaseAddress = new Uri(\"https://h\") });", "POST https://h/a")]
    [InlineData("void Make(IServiceCollection s) => s.AddRefitClient<IApi>().ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://h/v1\"));", "POST https://h/v1/a")]
    public void Base_address(string rest, string expected) => Assert.Equal([expected], Requests("[Post(\"/a\")] Task A();", "api.A()", rest));
}
