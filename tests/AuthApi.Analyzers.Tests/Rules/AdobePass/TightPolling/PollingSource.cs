namespace AuthApi.Analyzers.Tests.Rules.AdobePass.TightPolling;

/// <summary>A client with a call to poll, <c>Check()</c> with source, and <c>Poll</c>, a URL.</summary>
internal static class PollingSource
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration;

        """;

    private const string Fields = "const string Poll = \"https://api.auth.adobe.com/api/v1/checkauthn?requestor=R&deviceId=d\"; readonly HttpClient http = new HttpClient(); async Task<bool> Check() => (await http.GetAsync(Poll)).IsSuccessStatusCode; ";

    public static string Class(string members) => Usings + "public class Client { " + Fields + members + " }";
}
