using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>
/// Methods that put the header on a message they are given, and methods that build a signed header: of the type itself, of
/// what it holds, static ones and extension methods anywhere in the project.
/// </summary>
internal sealed class SigningMembers(ReportedRequest request, RequestParts parts, AdobePassApi api, AuthApiOptions options)
{
    private const int MaxMethods = 200;

    private readonly Scope scope = request.Scope;

    public IEnumerable<AuthorizationHeader> Find()
    {
        foreach (var (method, receiver) in Methods().Take(MaxMethods))
        {
            if (SymbolEqualityComparer.Default.Equals(method, scope.Member) || parts.ArgumentsFor(method) is not { } arguments)
                continue;
            if (SetsHeader(method))
            {
                var isExtension = method is { IsExtensionMethod: true } && HttpClientLibrary.Instance.IsMessage(method.Parameters[0].Type);
                var call = isExtension ? $"{AuthorizationHeader.Message}.{method.Name}({string.Join(", ", arguments.Skip(1))})" : $"{receiver}{method.Name}({string.Join(", ", arguments)})";
                if (Awaited(method, call) is var (text, isAsync))
                    yield return new($"Authorize by '{method.Name}'", AuthorizationHeader.SigningMethod, HeaderForm.Call, text) { IsAsync = isAsync };
            }
            else if (BuildsHeader(method) && Awaited(method, $"{receiver}{method.Name}({string.Join(", ", arguments)})") is var (header, isAsync))
            {
                yield return new($"Send what '{receiver.Replace("global::", "")}{method.Name}' returns", AuthorizationHeader.HeaderMethod, HeaderForm.Text, header) { IsAsync = isAsync };
            }
        }
    }

    private (string Text, bool IsAsync)? Awaited(IMethodSymbol method, string call)
    {
        if (!AsyncConversion.IsTask(method.ReturnType))
            return (call, false);
        return AsyncConversion.CanAwait(scope) ? ($"await {call}{(scope.ConfiguresAwait ? ".ConfigureAwait(false)" : "")}", true) : null;
    }

    /// <summary>Methods with source that can be called here, and what stands before their name.</summary>
    private IEnumerable<(IMethodSymbol Method, string Receiver)> Methods()
    {
        if (scope.Type is { } own && !scope.IsTopLevel)
        {
            for (var type = own; type is not null && type.SpecialType == SpecialType.None; type = type.BaseType)
            {
                foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
                {
                    if (method.IsStatic || !scope.IsStatic)
                        yield return (method, "");
                }
            }
        }

        foreach (var variable in scope.Variables)
        {
            if (variable.Type is not INamedTypeSymbol { SpecialType: SpecialType.None } type || SymbolEqualityComparer.Default.Equals(type, scope.Type))
                continue;
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal })
                    yield return (method, variable.Expression + ".");
            }
        }

        foreach (var method in StaticSigners())
            yield return (method, $"global::{method.ContainingType.ToDisplayString()}.");
    }

    /// <summary>Static methods of other types whose text shows that they deal with the header.</summary>
    private IEnumerable<IMethodSymbol> StaticSigners()
    {
        foreach (var tree in request.Program.Compilation.SyntaxTrees)
        {
            var text = tree.GetText().ToString();
            if (text.IndexOf("Authorization", StringComparison.Ordinal) < 0 && text.IndexOf(SignedHeader.SignatureMethod, StringComparison.Ordinal) < 0)
                continue;
            var model = request.Program.ModelFor(tree);
            foreach (var declaration in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                if (declaration.Modifiers.Any(static m => m.ValueText == "static") && model.GetDeclaredSymbol(declaration) is IMethodSymbol { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } method
                    && !SymbolEqualityComparer.Default.Equals(method.ContainingType, scope.Type))
                {
                    yield return method;
                }
            }
        }
    }

    /// <summary>The message comes back with the header; the method does not send it.</summary>
    public bool SetsHeader(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary && !method.IsGenericMethod
        && method.Parameters.FirstOrDefault(static p => HttpClientLibrary.Instance.IsMessage(p.Type)) is { } message
        && request.Program.ImplementationsOf(method) is { Count: > 0 } bodies
        && bodies.All(b => HeaderQuery.AskForward(request.Program, b.Parameters[message.Ordinal], "Authorization", options).Kind == AnswerKind.Yes && !Sends(b));

    private bool Sends(IMethodSymbol method) =>
        request.Program.BodiesOf(method).SelectMany(static b => b.OwnDescendants()).OfType<IInvocationOperation>()
            .Any(static c => c.Receiver() is { } receiver && HttpClientLibrary.Instance.IsClient(receiver.Unwrap().Type) && HttpRequests.MaySend(c));

    /// <summary>A text with all that a signed header has, signature included. V2 takes no such header.</summary>
    private bool BuildsHeader(IMethodSymbol method)
    {
        if (api != AdobePassApi.V1 || method.MethodKind != MethodKind.Ordinary || method.IsGenericMethod)
            return false;
        var result = AsyncConversion.IsTask(method.ReturnType) ? (method.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault() : method.ReturnType;
        return result?.SpecialType == SpecialType.System_String
            && request.Program.ImplementationsOf(method).SelectMany(request.Program.ReturnedValues)
                .SelectMany(v => request.Program.TextsOf(new Site(v, null)))
                .Any(static t => SignedHeaderText.TryParse(t.ToString()) is { } header && header.Has(SignedHeader.Signature) == true);
    }
}
