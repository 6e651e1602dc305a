using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>
/// What a type gets that has nothing to authorize with: a method that builds the signed header, or one that yields an access token.
/// Secrets that the program does not have become members that throw.
/// </summary>
internal sealed class GeneratedMembers(Scope scope, RequestParts parts)
{
    private readonly List<string> members = [];

    /// <summary>Whether members can be added: not to an interface.</summary>
    public bool IsPossible => scope.IsTopLevel || scope.Type is { TypeKind: TypeKind.Class or TypeKind.Struct };

    /// <summary>The signed header of V1; form and order of the fields as in <see cref="SignedHeader"/>.</summary>
    public AuthorizationHeader Signer()
    {
        members.Clear();
        var publicKey = Secret(Secrets.PublicKey, "PublicKey", "The public key of the key pair that Adobe issued.");
        var secretKey = Secret(Secrets.SecretKey, "SecretKey", "The secret key of the key pair that Adobe issued.");
        var name = scope.FreeName("CreateAuthorizationHeader", "CreateSignedAuthorizationHeader");
        var isStatic = Secrets.Known(scope, Secrets.PublicKey) is not { Symbol.IsStatic: false } && Secrets.Known(scope, Secrets.SecretKey) is not { Symbol.IsStatic: false };
        var modifiers = scope.IsTopLevel ? "static " : isStatic ? "private static " : "private ";
        var signer = $$"""
            {{modifiers}}string {{name}}(string verb, string requestor, string path)
            {
                {{Type("long")}} time = global::System.DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
                {{Type("global::System.Guid")}} nonce = global::System.Guid.NewGuid();
                {{Type("string")}} text = global::System.FormattableString.Invariant(
                    $"{verb} requestor_id={requestor}, nonce={nonce}, signature_method=HMAC-SHA1, request_time={time}, request_uri={path}");
                using {{(Csharp8 ? "" : "(")}}{{Type("global::System.Security.Cryptography.HMACSHA1")}} mac = new global::System.Security.Cryptography.HMACSHA1(global::System.Text.Encoding.UTF8.GetBytes({{secretKey}})){{(Csharp8 ? ";" : ")\n{")}}
                {{Type("string")}} signature = global::System.Convert.ToBase64String(mac.ComputeHash(global::System.Text.Encoding.UTF8.GetBytes(text)));
                return $"{text}, public_key={{{publicKey}}}, signature={signature}";
            {{(Csharp8 ? "" : "}\n")}}}
            """;
        if (parts.OpenRequestor is { } requestor)
            members.Insert(0, requestor.Declaration);
        members.Insert(0, signer);
        return new("Generate a method that signs the request", AuthorizationHeader.GenerateSigner, HeaderForm.Text, $"{name}({RequestParts.Verb}, {parts.Requestor}, {parts.Path})")
        {
            NewMembers = members,
        };
    }

    /// <summary>A method to fill in that yields the access token of client registration.</summary>
    public AuthorizationHeader TokenProvider()
    {
        const string open = "throw new global::System.NotImplementedException(\"The access token of Adobe's client registration (POST /o/client/token).\");";
        var access = scope.IsTopLevel ? "static" : "private static";
        if (!AsyncConversion.CanAwait(scope))
        {
            var getter = scope.FreeName("GetAccessToken", "GetAdobeAccessToken");
            return new("Generate a method that provides the access token", AuthorizationHeader.GenerateTokenProvider, HeaderForm.Token, $"{getter}()")
            {
                NewMembers = [$"{access} string {getter}() => {open}"],
            };
        }

        var name = scope.FreeName("GetAccessTokenAsync", "GetAdobeAccessTokenAsync");
        var provider = $"{access} global::System.Threading.Tasks.Task<string> {name}(global::System.Threading.CancellationToken cancellationToken = {DefaultToken}) =>\n    {open}";
        var configured = scope.ConfiguresAwait ? ".ConfigureAwait(false)" : "";
        return new("Generate a method that provides the access token", AuthorizationHeader.GenerateTokenProvider, HeaderForm.Token, $"await {name}({parts.CancellationToken}){configured}")
        {
            IsAsync = true,
            NewMembers = [provider],
        };
    }

    private string DefaultToken => scope.LanguageVersion >= Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp7_1 ? "default" : "default(global::System.Threading.CancellationToken)";

    private string Type(string type) => scope.UsesVar ? "var" : type;

    private bool Csharp8 => scope.LanguageVersion >= Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp8;

    /// <summary>An expression of the secret; a new member that throws where the type has none.</summary>
    private string Secret(IReadOnlyList<string> names, string name, string what)
    {
        if (Secrets.Known(scope, names) is { } known)
            return known.Expression;
        var open = Secrets.Open(scope, name, what);
        members.Add(open.Declaration);
        return open.Name;
    }
}
