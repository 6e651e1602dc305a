namespace AuthApi.Analyzers.Tests.Rules.AdobePass;

/// <summary>The surroundings of the small sources that send a request.</summary>
internal static class ClientSource
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        """;

    /// <summary>Production, with the slash.</summary>
    public const string Host = "https://api.auth.adobe.com/";

    /// <summary>A class of these members. <c>HOST</c> stands for <see cref="Host"/>.</summary>
    public static string InClass(string members) =>
        Usings + $"public class Client {{ readonly HttpClient http = new HttpClient(); {members.Replace("HOST", Host)} }}";

    /// <summary>A method with these statements, an <c>HttpClient http</c> and a <c>string p</c>.</summary>
    public static string InMethod(string statements) => InClass($"public async Task M(string p) {{ {statements} }}");
}
