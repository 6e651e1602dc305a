using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>A place in the same type where another request gets its header.</summary>
/// <param name="Value">The header's value: a text, or an <c>AuthenticationHeaderValue</c>.</param>
/// <param name="Model">The model of its tree.</param>
/// <param name="PathText">The path of that request; null when unknown.</param>
/// <param name="RequestorText">The requestor in that path; null when there is none.</param>
internal sealed record OtherRequest(ExpressionSyntax Value, SemanticModel Model, string? PathText, string? RequestorText)
{
    /// <summary>The places in the type, source order.</summary>
    public static IEnumerable<OtherRequest> In(INamedTypeSymbol type, ProgramModel program, Func<IMethodSymbol, bool> isSigner)
    {
        foreach (var declaration in type.DeclaringSyntaxReferences)
        {
            var syntax = declaration.GetSyntax();
            var model = program.ModelFor(syntax.SyntaxTree);
            foreach (var node in syntax.DescendantNodes())
            {
                if (Header(node, model) is not var (carrier, value) || value is null)
                    continue;
                // A method that signs what it is given is called, not copied.
                if (carrier is not null && Message(carrier)?.Unwrap() is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol helper } && isSigner(helper))
                    continue;
                var urls = carrier is not null && Message(carrier) is { } message ? HttpClientLibrary.Instance.DescribeMessage(program, new Site(message, null)).Urls : [];
                var parsed = urls.Select(static u => ServiceUrl.Parse(u.ToString())).FirstOrDefault(static u => u.Segments.Count > 0);
                // A header for somebody else is no answer here.
                if (parsed?.KnownHost is not null && !Anchors.IsRequest(parsed))
                    continue;
                var path = parsed is null ? null : "/" + string.Join("/", parsed.Segments.Select(static s => s.Text));
                var index = parsed?.Segments.ToList().FindIndex(static s => s.Text == "regcode") ?? -1;
                yield return new(value, model, path, index > 0 ? parsed!.Segments[index - 1].Text : null);
            }
        }
    }

    /// <summary>Headers that fit this request, one for each different expression.</summary>
    public static IEnumerable<AuthorizationHeader> Find(ReportedRequest request, RequestParts parts, AdobePassApi api, Func<IMethodSymbol, bool> isSigner)
    {
        if (request.Scope.Type is not { } type || request.Scope.IsTopLevel)
            yield break;
        foreach (var other in In(type, request.Program, isSigner))
        {
            if (other.Value.Span.IntersectsWith(request.Place.Span) && other.Value.SyntaxTree == request.Place.SyntaxTree)
                continue;
            var (form, expression) = FormOf(other);
            if (expression is null || api == AdobePassApi.V2 && form == HeaderForm.Text && IsSigned(other, request.Program)
                || new Transplant(other.Model, request, parts, other).Of(expression) is not { } text)
            {
                continue;
            }

            var isAsync = Templates.Expression(text).DescendantNodesAndSelf().OfType<AwaitExpressionSyntax>().Any();
            if (isAsync && !AsyncConversion.CanAwait(request.Scope))
                continue;
            yield return new($"Authorize as other requests do: {Short(text)}", AuthorizationHeader.LikeOtherRequests, form, text) { IsAsync = isAsync };
        }
    }

    private static string Short(string text)
    {
        text = text.Replace("global::System.Net.Http.", "").Replace("global::System.Threading.", "").Replace(AuthorizationHeader.Message, "request");
        var line = string.Join(" ", text.Split(['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 80 ? line : line.Substring(0, 77) + "...";
    }

    private static (HeaderForm, ExpressionSyntax?) FormOf(OtherRequest other)
    {
        if (other.Model.GetTypeInfo(other.Value).Type?.SpecialType == SpecialType.System_String)
            return (HeaderForm.Text, other.Value);
        if (other.Value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var scheme, var token] } && other.Model.GetConstantValue(scheme.Expression) is { HasValue: true, Value: string word })
        {
            return string.Equals(word, "Bearer", StringComparison.OrdinalIgnoreCase) ? (HeaderForm.Token, token.Expression)
                : string.Equals(word, "Basic", StringComparison.OrdinalIgnoreCase) ? (default, null)
                : (HeaderForm.Value, other.Value);
        }

        return (HeaderForm.Value, other.Value);
    }

    private static bool IsSigned(OtherRequest other, ProgramModel program) =>
        other.Model.GetOperation(other.Value) is { } operation && program.TextsOf(new Site(operation, null)).Any(static t => SignedHeader.IsSignedText(t.ToString()));

    private const string Name = "Authorization";

    private static readonly HashSet<string> Setters = new(StringComparer.Ordinal)
    {
        "Add", "Set", "AddHeader", "AddOrUpdateHeader", "SetRequestHeader", "WithHeader", "Append", "TryAppendWithoutValidation",
    };

    private static readonly string[] Spaces = ["System.Net", "RestSharp", "Flurl", "UnityEngine", "Windows.Web"];

    /// <summary>The value, where a node sets the header by another library than <c>System.Net.Http</c>.</summary>
    private static ExpressionSyntax? OtherLibraryValue(SyntaxNode node, SemanticModel model)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var setter }, ArgumentList.Arguments: [var name, var value, ..] } when Setters.Contains(setter) && IsName(name.Expression):
                return model.GetSymbolInfo(node).Symbol is { ContainingNamespace: var space } && Spaces.Any(s => space.ToDisplayString().StartsWith(s, StringComparison.Ordinal)) && IsText(value.Expression) ? value.Expression : null;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key], Expression: var headers }, Right: var text } when IsName(key.Expression):
                return model.GetTypeInfo(headers).Type?.Name == "WebHeaderCollection" && IsText(text) ? text : null;
            default:
                return null;
        }

        bool IsName(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Name, Expression: var type } && type.ToString().EndsWith("HttpRequestHeader", StringComparison.Ordinal)
            || model.GetConstantValue(expression) is { Value: string constant } && string.Equals(constant, Name, StringComparison.OrdinalIgnoreCase);
        bool IsText(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String && !model.GetConstantValue(expression).HasValue;
    }

    /// <summary>The header collection and the value, where a node sets <c>Authorization</c>.</summary>
    private static (IOperation? Carrier, ExpressionSyntax? Value)? Header(SyntaxNode node, SemanticModel model)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAddWithoutValidation" } } or InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax }
                when model.GetOperation(node) is IInvocationOperation { Arguments: [var name, var value], Instance: { } headers } && IsHeaders(headers.Type)
                    && name.Value.ConstantText() is { } text && string.Equals(text, "Authorization", StringComparison.OrdinalIgnoreCase):
                return (headers, value.Value.Unwrap().Syntax as ExpressionSyntax);
            case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Authorization" } or IdentifierNameSyntax { Identifier.ValueText: "Authorization" } } assignment
                when model.GetOperation(assignment.Left) is IPropertyReferenceOperation { Property.Type.Name: "AuthenticationHeaderValue", Instance: var instance }
                    && model.GetOperation(assignment.Right)?.IsNull() == false:
                return (instance, assignment.Right);
            default:
                return OtherLibraryValue(node, model) is { } written ? (null, written) : null;
        }
    }

    private static bool IsHeaders(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "HttpHeaders")
                return true;
        }

        return false;
    }

    /// <summary>The message whose headers these are.</summary>
    private static IOperation? Message(IOperation? headers) =>
        headers is IPropertyReferenceOperation { Property.Name: "Headers", Instance: { } message } && HttpClientLibrary.Instance.IsMessage(message.Unwrap().Type) ? message : null;
}
