namespace AuthApi.Analyzers.Tests.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>Sources that sign a request; the interesting part is the request time.</summary>
internal static class SignedSource
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Globalization;
        using System.Linq;
        using System.Numerics;
        using System.Text;
        using System.Threading.Tasks;

        """;

    /// <summary>A method that signs, with the expression as request time; the statements come before it.</summary>
    public static string Time(string expression, string statements = "", string members = "", string parameters = "") => Body(
        statements + " return $\"{verb} requestor_id={requestor}, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time={" + expression + "}, request_uri={path}\";",
        members,
        parameters);

    /// <summary>A method that signs, whole.</summary>
    public static string Body(string body, string members = "", string parameters = "") => Usings + $$"""
        class Signer
        {
            {{members}}

            public string Sign(string verb, string requestor, string path{{parameters}})
            {
                {{body}}
            }
        }
        """;

    /// <summary>Whole source with the usual usings.</summary>
    public static string Source(string source) => Usings + source;
}
