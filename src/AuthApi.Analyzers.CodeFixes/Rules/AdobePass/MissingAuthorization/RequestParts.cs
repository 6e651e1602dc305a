using System.Text;
using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>The verb, path, requestor and token of the reported request as expressions that are valid where it is sent: what signing methods ask for.</summary>
internal sealed class RequestParts
{
    private readonly Scope scope;

    public RequestParts(ReportedRequest request)
    {
        scope = request.Scope;
        CancellationToken = request.CancellationToken;
        var url = request.Urls.FirstOrDefault(static u => Anchors.IsRequest(ServiceUrl.Parse(u.ToString())) || Endpoints.Match(ServiceUrl.Parse(u.ToString())).Any());
        Path = "\"/regcode\"";
        Requestor = "";
        if (url is not null)
            ReadUrl(request, url);
        if (Requestor.Length > 0)
            return;
        Requestor = scope.Variables.FirstOrDefault(static v => v.Type.SpecialType == SpecialType.System_String && Secrets.Requestor.Contains(v.PlainName))?.Expression ?? Secrets.Known(scope, Secrets.Requestor)?.Expression ?? "";
        if (Requestor.Length == 0)
        {
            OpenRequestor = Secrets.Open(scope, "RequestorId", "The requestor id that Adobe assigned.");
            Requestor = OpenRequestor.Name;
        }
    }

    private void ReadUrl(ReportedRequest request, TextValue url)
    {
        var parsed = ServiceUrl.Parse(url.ToString());
        PathText = parsed.Segments.Count == 0 ? null : "/" + string.Join("/", parsed.Segments.Select(static s => s.Text));
        var match = Endpoints.Match(parsed).FirstOrDefault(static m => HttpVerb.Same(m.Endpoint.Verb, HttpVerb.Post));
        // The service does not compare request_uri with the path, and working clients send its end alone.
        Path = PathOf(request, url, parsed) ?? (match is null ? Path : Literal("/" + match.Endpoint.Segments[match.Endpoint.Segments.Count - 1]));
        if (match is not null && match.Endpoint.Path.StartsWith("reggie/v1/", StringComparison.Ordinal) && parsed.Segments.FirstOrDefault(static s => s.Text == "regcode") is not null)
        {
            var index = parsed.Segments.ToList().FindIndex(static s => s.Text == "regcode") - 1;
            if (index >= 0)
            {
                RequestorText = parsed.Segments[index].Text;
                Requestor = Interpolated(url.Slice(parsed.Segments[index].Start, parsed.Segments[index].Text.Length)) ?? "";
                if (Requestor == Literal(RequestorText) && NamedRequestor(request, RequestorText) is { } named)
                {
                    Requestor = named;
                    // The path is written with the name, too.
                    if (Path == Literal(PathText ?? "") && Path.IndexOf('\\') < 0 && Path.IndexOf('{') < 0)
                        Path = "$" + Path.Replace($"/{RequestorText}/", $"/{{{named}}}/");
                }
            }
        }
    }

    public static string Verb => "\"POST\"";

    /// <summary>An expression of the path.</summary>
    public string Path { get; private set; }

    /// <summary>The path itself, possibly with holes; null when unknown.</summary>
    public string? PathText { get; private set; }

    /// <summary>An expression of the requestor: the one in the path, one in scope, or <see cref="OpenRequestor"/>.</summary>
    public string Requestor { get; private set; }

    /// <summary>The member to add where the program has no requestor that can be named here; null otherwise.</summary>
    public OpenMember? OpenRequestor { get; }

    /// <summary>The requestor in the path, possibly with holes.</summary>
    public string? RequestorText { get; private set; }

    public string? CancellationToken { get; }

    /// <summary>The arguments of a call of this method, one for each parameter that can be given; null when a mandatory one cannot.</summary>
    public IReadOnlyList<string>? ArgumentsFor(IMethodSymbol method)
    {
        var result = new List<string>();
        var isNamed = false;
        foreach (var parameter in method.Parameters)
        {
            if (Argument(parameter) is { } value && parameter.RefKind is RefKind.None or RefKind.In)
                result.Add(isNamed ? $"{parameter.Name}: {Argument(parameter)}" : Argument(parameter)!);
            else if (parameter.IsOptional || parameter.IsParams)
                isNamed = true;
            else
                return null;
        }

        return result;
    }

    private string? Argument(IParameterSymbol parameter)
    {
        if (HttpClientLibrary.Instance.IsMessage(parameter.Type))
            return AuthorizationHeader.Message;
        if (Scope.IsCancellationToken(parameter.Type))
            return CancellationToken ?? (parameter.IsOptional ? null : "global::System.Threading.CancellationToken.None");
        if (parameter.Type.Name == "HttpMethod")
            return "global::System.Net.Http.HttpMethod.Post";
        var sameName = scope.Variables.FirstOrDefault(v => v.PlainName == Scope.Plain(parameter.Name) && SymbolEqualityComparer.Default.Equals(v.Type, parameter.Type))?.Expression;
        if (parameter.Type.SpecialType != SpecialType.System_String)
            return sameName ?? (parameter.IsOptional ? null : scope.Variables.FirstOrDefault(v => SymbolEqualityComparer.Default.Equals(v.Type, parameter.Type) && v.Type.SpecialType == SpecialType.None)?.Expression);
        return StringPart(parameter.Name) ?? sameName;
    }

    /// <summary>The part of the request that a text parameter of this name asks for; null for any other name.</summary>
    public string? StringPart(string parameterName)
    {
        var name = parameterName.ToLowerInvariant();
        if (name.Contains("verb") || name.Contains("method") && !name.Contains("signature"))
            return Verb;
        if (name.Contains("requestor"))
            return Requestor;
        return name.Contains("path") || name.Contains("uri") || name.Contains("url") || name is "endpoint" or "resource" or "route" ? Path : null;
    }

    /// <summary>The variable by which the program names a requestor whose id is known: a constant, or what the URL is written with.</summary>
    private string? NamedRequestor(ReportedRequest request, string requestor)
    {
        var url = request.UrlExpression;
        if (url is IdentifierNameSyntax && scope.Model.SyntaxTree == url.SyntaxTree && scope.Model.GetSymbolInfo(url).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] })
            url = (reference.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value ?? url;
        var written = url?.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Select(static e => e.ToString()).ToList() ?? [];
        var candidates = scope.Variables.Where(static v => v.Type.SpecialType == SpecialType.System_String && Secrets.Requestor.Contains(v.PlainName)).ToList();
        if (Secrets.Known(scope, Secrets.Requestor) is { } known)
            candidates.Add(known);
        return candidates.FirstOrDefault(v => v.Symbol is IFieldSymbol { ConstantValue: string constant } && constant == requestor || written.Contains(v.Expression) || written.Contains("this." + v.Expression))?.Expression;
    }

    private string? PathOf(ReportedRequest request, TextValue url, ServiceUrl parsed)
    {
        // A variable that is the path already.
        if (request.UrlExpression is IdentifierNameSyntax name && scope.Variables.Any(v => v.Expression == name.ToString() && v.Type.SpecialType == SpecialType.System_String)
            && parsed.Host is null && parsed.Query.Count == 0 && !parsed.QueryIsOpen)
        {
            return name.ToString();
        }

        if (parsed.Segments.Count == 0)
            return null;
        var first = parsed.Segments[0].Start;
        var last = parsed.Segments[parsed.Segments.Count - 1];
        var path = Interpolated(url.Slice(first, last.Start + last.Text.Length - first), "/");
        return path is not null && url.Slice(first, last.Start + last.Text.Length - first).ToString().Trim('/').Length > 0 ? path : null;
    }

    /// <summary>A literal or interpolated string of the text; null when a hole is nothing that can be named here.</summary>
    private string? Interpolated(TextValue text, string prefix = "")
    {
        if (text.IsComplete)
            return Literal(prefix + text);
        var builder = new StringBuilder();
        foreach (var piece in text.Pieces)
        {
            if (piece.Literal is { } literal)
                builder.Append(literal.Replace("{", "{{").Replace("}", "}}").Replace("\\", "\\\\").Replace("\"", "\\\""));
            else if (Named(piece.Source) is { } name)
                builder.Append('{').Append(name).Append('}');
            else
                return null;
        }

        var result = builder.ToString();
        var isOneHole = prefix.Length == 0 && text.Pieces.Length == 1;
        return isOneHole ? result.Substring(1, result.Length - 2) : $"$\"{prefix}{result}\"";
    }

    private string? Named(Site source)
    {
        if (source.Frame is not null || source.Syntax is not ExpressionSyntax expression || expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax))
            return null;
        var root = expression;
        while (root is MemberAccessExpressionSyntax member)
            root = member.Expression;
        return root is ThisExpressionSyntax || root is IdentifierNameSyntax name && scope.Variables.Any(v => v.Expression == name.Identifier.ValueText
            && SymbolEqualityComparer.Default.Equals(v.Symbol, scope.Model.SyntaxTree == name.SyntaxTree ? scope.Model.GetSymbolInfo(name).Symbol : null))
            ? expression.ToString()
            : null;
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
